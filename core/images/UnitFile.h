// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace portlight {

/// The little of a systemd unit file that an offline check needs (systemd.syntax(7)): sections, keys, continued lines.
class UnitFile
{
public:
    explicit UnitFile(const QByteArray &text);

    /// All values of a key, in order; an empty assignment empties the list.
    [[nodiscard]] QStringList values(const QString &section, const QString &key) const;
    /// The program of the first ExecStart=, without systemd's prefixes; empty when there is none.
    [[nodiscard]] QString program() const;
    /// The words of the first ExecStart=.
    [[nodiscard]] QStringList words() const;

private:
    struct Entry
    {
        QString section;
        QString key;
        QString value;
    };
    QList<Entry> m_entries;
};

} // namespace portlight
