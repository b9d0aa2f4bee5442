// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <QWindow>

namespace portlight {

/// Takes the whole keyboard for one widget's window, so that also Alt+Tab, the Super key and the like reach it. X11
/// only: Qt has no access to Wayland's "keyboard shortcuts inhibit" protocol. GUI thread.
class KeyboardGrab : public QObject
{
    Q_OBJECT

public:
    /// `widget` must outlive it; its window is what grabs.
    explicit KeyboardGrab(QWidget *widget);
    ~KeyboardGrab() override;

    /// False on platforms where no program may do it.
    [[nodiscard]] static bool isPossible();
    [[nodiscard]] bool isActive() const { return m_window != nullptr; }
    /// Somebody else may hold the keyboard at the moment (a window manager that is switching): tried for a second.
    void take();
    void release();

Q_SIGNALS:
    void changed(bool active);
    /// take() did not succeed.
    void refused();

private:
    void attempt();

    QWidget *m_widget;
    QPointer<QWindow> m_window; ///< The one that holds it.
    QTimer m_retry;
    int m_attempts = 0;
};

} // namespace portlight
