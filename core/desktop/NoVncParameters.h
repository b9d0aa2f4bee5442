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

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_values.value(name); }
    /// "true" or "1", "false" or "0"; `otherwise` for anything else.
    [[nodiscard]] bool flag(const QString &name, bool otherwise) const;

private:
    void read(const QString &encoded);

    QHash<QString, QString> m_values;
};

} // namespace portlight
