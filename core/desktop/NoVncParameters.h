// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QUrl>

#include <optional>

namespace portlight {

/// The settings in noVNC's own URL: in the query or the fragment, the fragment wins, the last of a name wins (noVNC,
/// docs/EMBEDDING.md). "+" stays "+".
class NoVncParameters
{
public:
    explicit NoVncParameters(const QUrl &url);
    /// With what the page's server says: `defaults` where the URL says nothing, `mandatory` in any case.
    NoVncParameters(const QUrl &url, const QHash<QString, QString> &defaults, const QHash<QString, QString> &mandatory);

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_values.value(name); }
    /// Off for "0", "no", "false" and "off", on for all else, as noVNC has it; `otherwise` when it is not given.
    [[nodiscard]] bool flag(const QString &name, bool otherwise) const;

private:
    void read(const QString &encoded);

    QHash<QString, QString> m_values;
};

} // namespace portlight
