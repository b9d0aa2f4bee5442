// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/EventWait.h"

#include <QSocketNotifier>
#include <QtTest>

#include <array>
#include <unistd.h>

using namespace portlight;
using namespace std::chrono_literals;

class EventWaitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handlesWhatHasArrivedWhenTheTimeIsOver();
    void waitsNoLongerThanTheDeadline();
    void stopsWhenCancelled();
};

/// Whoever was busy until the deadline must still see what came meanwhile.
void EventWaitTest::handlesWhatHasArrivedWhenTheTimeIsOver()
{
    const EventWait wait{Cancellation()};
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    bool seen = false;
    QSocketNotifier readable(ends[0], QSocketNotifier::Read);
    connect(&readable, &QSocketNotifier::activated, this, [&] {
        readable.setEnabled(false);
        seen = true;
    });
    const auto condition = [&seen] {
        return seen;
    };
    QVERIFY(!wait.until(condition, QDeadlineTimer(0)));
    QCOMPARE(::write(ends[1], "x", 1), ssize_t{1});
    QVERIFY(wait.until(condition, QDeadlineTimer(0)));
    ::close(ends[0]);
    ::close(ends[1]);
}

void EventWaitTest::waitsNoLongerThanTheDeadline()
{
    const EventWait wait{Cancellation()};
    const QDeadlineTimer deadline(20ms, Qt::PreciseTimer);
    QVERIFY(!wait.until([] { return false; }, deadline));
    QVERIFY(deadline.hasExpired());
}

void EventWaitTest::stopsWhenCancelled()
{
    const Cancellation cancellation;
    const EventWait wait(cancellation);
    cancellation.request();
    QVERIFY(!wait.until([] { return false; }, QDeadlineTimer(QDeadlineTimer::Forever)));
}

QTEST_GUILESS_MAIN(EventWaitTest)
#include "EventWaitTest.moc"
