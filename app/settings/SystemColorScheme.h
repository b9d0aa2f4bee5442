// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace portlight {

/// Whether the desktop asks for dark applications: the setting org.freedesktop.appearance color-scheme of the XDG
/// desktop portal where there is one, else the palette that Qt's platform theme came with. GUI thread; never blocks.
class SystemColorScheme : public QObject
{
    Q_OBJECT

public:
    /// `platformIsDark`: what the platform theme's own palette looked like before ours replaced it.
    explicit SystemColorScheme(bool platformIsDark, QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }
    /// The portal's numbers: 0 no preference, 1 dark, 2 light.
    void take(uint preference);

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();

    bool m_platformIsDark;
    bool m_dark;
};

} // namespace portlight
