// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/TestGuest.h"
#include "integration/TestHome.h"
#include "support/TestTools.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

/// Emulated guests used to stop dead in early boot now and then on a busy machine: 20 of 20 must come up, without
/// retries.
class BusyBootsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        PORTLIGHT_NEED_GUESTS();
        PORTLIGHT_NEED_PROGRAM(u"stress-ng"_s);
        useTestHome();
        m_load.start(u"stress-ng"_s, {u"--cpu"_s, u"1"_s, u"--cpu-method"_s, u"matrixprod"_s});
        QVERIFY(m_load.waitForStarted());
    }

    void cleanupTestCase()
    {
        m_load.terminate();
        m_load.waitForFinished();
    }

    void boots_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 1; i <= 20; ++i)
            QTest::addRow("boot %d", i) << i;
    }
    void boots()
    {
        TestGuest guest(u"desktop"_s);
        QVERIFY2(guest.ok(), qPrintable(guest.problem()));
        QVERIFY2(guest.start(), qPrintable(guest.problem()));
        QElapsedTimer timer;
        timer.start();
        const auto report = guest.verify(4min);
        QVERIFY(report);
        QVERIFY2(report->isVerified(), (report->sentence().toUtf8() + guest.console().right(2000)).constData());
        qInfo("verified after %.1f s", double(timer.elapsed()) / 1000);
    }

private:
    QProcess m_load;
};

QTEST_GUILESS_MAIN(BusyBootsTest)
#include "BusyBootsTest.moc"
