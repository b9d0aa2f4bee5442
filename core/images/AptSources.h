// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace portlight {

/// Finds the Debian mirrors that a host itself uses, in the text of its apt sources (sources.list(5), both formats).
/// Pure. Archives of others than Debian are left out: they are signed by other keys or have no component "main".
class AptSources
{
public:
    explicit AptSources(QString suite);

    /// One-line format ("deb http://... bookworm main").
    void addList(const QByteArray &text);
    /// deb822 format ("Types: deb").
    void addStanzas(const QByteArray &text);

    /// "deb URI SUITE main" for the suite, its updates and its security updates; empty when the suite itself is in
    /// none of the sources.
    [[nodiscard]] QStringList lines() const;

    /// What to use where the host has none.
    [[nodiscard]] static QStringList defaults(const QString &suite, const QString &mirror);

private:
    void add(const QString &uri, const QString &suite, const QStringList &components, const QString &signedBy);

    QString m_suite;
    QStringList m_lines;
    bool m_hasSuite = false;
};

} // namespace portlight
