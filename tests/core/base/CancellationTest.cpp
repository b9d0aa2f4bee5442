// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Cancellation.h"

#include <QDeadlineTimer>
#include <QTest>

#include <thread>

#include <poll.h>

using namespace portlight;
using namespace std::chrono_literals;

class CancellationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesShareTheRequest()
    {
        const Cancellation one;
        const Cancellation other = one; // NOLINT(performance-unnecessary-copy-initialization): the copy is the point
        const Cancellation stranger;
        QVERIFY(!other.isRequested());
        one.request();
        QVERIFY(other.isRequested());
        QVERIFY(!stranger.isRequested());
    }

    void descriptorBecomesReadableAndStaysSo()
    {
        const Cancellation cancellation;
        pollfd waiting{cancellation.fd(), POLLIN, 0};
        QCOMPARE(poll(&waiting, 1, 0), 0);
        cancellation.request();
        cancellation.request();
        for (int i = 0; i < 2; ++i)
            QCOMPARE(poll(&waiting, 1, 0), 1);
    }

    void sleepEndsEarlyWhenRequested()
    {
        const Cancellation cancellation;
        const QDeadlineTimer limit(10s);
        std::thread other([&cancellation] { cancellation.request(); });
        const bool slept = cancellation.sleep(60s);
        other.join();
        QVERIFY(!slept);
        QVERIFY(!limit.hasExpired());
    }

    void sleepLastsOtherwise()
    {
        const Cancellation cancellation;
        const QDeadlineTimer least(20ms);
        QVERIFY(cancellation.sleep(20ms));
        QVERIFY(least.hasExpired());
    }
};

QTEST_GUILESS_MAIN(CancellationTest)
#include "CancellationTest.moc"
