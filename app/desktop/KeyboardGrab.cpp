// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KeyboardGrab.h"

#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr auto pause = 100ms;
constexpr int mostAttempts = 10;

} // namespace

KeyboardGrab::KeyboardGrab(QWidget *widget)
    : QObject(widget)
    , m_widget(widget)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(pause);
    connect(&m_retry, &QTimer::timeout, this, &KeyboardGrab::attempt);
}

KeyboardGrab::~KeyboardGrab()
{
    if (m_window)
        m_window->setKeyboardGrabEnabled(false);
}

bool KeyboardGrab::isPossible()
{
    return QGuiApplication::platformName() == "xcb"_L1;
}

void KeyboardGrab::take()
{
    if (isActive() || m_retry.isActive())
        return;
    m_attempts = 0;
    attempt();
}

void KeyboardGrab::attempt()
{
    QWindow *window = m_widget->window()->windowHandle();
    if (isPossible() && window != nullptr && window->setKeyboardGrabEnabled(true)) {
        m_window = window;
        Q_EMIT changed(true);
        return;
    }
    if (isPossible() && ++m_attempts < mostAttempts)
        m_retry.start();
    else
        Q_EMIT refused();
}

void KeyboardGrab::release()
{
    m_retry.stop();
    if (!isActive())
        return;
    m_window->setKeyboardGrabEnabled(false);
    m_window = nullptr;
    Q_EMIT changed(false);
}

} // namespace portlight
