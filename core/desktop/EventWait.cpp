// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/EventWait.h"

#include <QEventLoop>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace portlight {

EventWait::EventWait(Cancellation cancellation)
    : m_cancellation(std::move(cancellation))
    , m_loop(std::make_unique<QEventLoop>())
{
}

EventWait::~EventWait() = default;

bool EventWait::until(const std::function<bool()> &condition, QDeadlineTimer deadline) const
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    std::unique_ptr<QSocketNotifier> cancelled;
    if (m_cancellation.fd() >= 0)
        cancelled = std::make_unique<QSocketNotifier>(m_cancellation.fd(), QSocketNotifier::Read);
    // It stays readable: once is enough, else it would keep the loop busy.
    if (cancelled)
        QObject::connect(cancelled.get(), &QSocketNotifier::activated, cancelled.get(),
                         [&cancelled] { cancelled->setEnabled(false); });
    while (!condition()) {
        if (m_cancellation.isRequested())
            return false;
        if (deadline.hasExpired()) {
            m_loop->processEvents();
            return condition();
        }
        if (!deadline.isForever())
            timer.start(int(std::min<qint64>(deadline.remainingTime(), 60'000)));
        m_loop->processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace portlight
