// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace portlight {

/// Keeps the screen from being locked or blanked (noVNC's `keep_device_awake`), where the desktop session offers
/// org.freedesktop.ScreenSaver on its bus; without effect elsewhere.
class IdleInhibitor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~IdleInhibitor() override;

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }

private:
    void inhibit();
    void release();

    bool m_active = false;
    bool m_has = false;
    quint32 m_cookie = 0;
};

} // namespace portlight
