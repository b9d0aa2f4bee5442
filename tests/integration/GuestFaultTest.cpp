// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/TestGuest.h"
#include "integration/TestHome.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

/// Breaks a healthy guest in one place after the other and sees the right failure each time, then mends it.
class GuestFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        PORTLIGHT_NEED_GUESTS();
        useTestHome();
        m_guest = std::make_unique<TestGuest>(u"desktop"_s);
        QVERIFY2(m_guest->ok(), qPrintable(m_guest->problem()));
        QVERIFY2(m_guest->start(), qPrintable(m_guest->problem()));
        const auto report = m_guest->verify(4min);
        QVERIFY(report);
        QVERIFY2(report->isVerified(), qPrintable(report->sentence()));
        QVERIFY(m_guest->waitForConsole("END REPORT", 120s));
        inGuest("true");
    }

    void cleanupTestCase() { m_guest.reset(); }

    void aBlackRootWindow()
    {
        inGuest("systemctl stop desktop && DISPLAY=:1 hsetroot -solid '#000000'");
        const auto report = m_guest->verify(15s);
        QVERIFY(report);
        QCOMPARE(report->verdict, Verdict::Degraded);
        QCOMPARE(report->failure->id, u"picture.blank"_s);
        QCOMPARE(report->failure->stage, Stage::Picture);
        QVERIFY(report->desktop->blank);
        inGuest("systemctl start desktop");
        expectVerified();
    }

    void xvncIsKilled()
    {
        inGuest("systemctl stop vncserver@1 desktop");
        const auto report = m_guest->verify(10s);
        QVERIFY(report);
        QCOMPARE(report->verdict, Verdict::Failing);
        QCOMPARE(report->failure->id, u"rfb.no-banner"_s);
        QVERIFY2(report->failure->summary.contains(u"1011"_s) ||
                     report->failure->summary.contains(u"VNC"_s, Qt::CaseInsensitive),
                 qPrintable(report->failure->summary));
        inGuest("systemctl start vncserver@1 novnc desktop");
        expectVerified();
    }

    void xvncDiesByItselfAndComesBack()
    {
        inGuest("pkill -KILL Xvnc || pkill -KILL Xtigervnc");
        expectVerified();
    }

    void websockifyIsGone()
    {
        const qsizetype before = m_guest->console().size();
        inGuest("mv /usr/bin/websockify /root/ && systemctl restart novnc; true");
        const auto report = m_guest->verify(10s);
        QVERIFY(report);
        QCOMPARE(report->verdict, Verdict::Failing);
        // Behind QEMU's user networking the connection is accepted and then dropped.
        QCOMPARE(report->failure->id, u"websocket.closed"_s);
        QCOMPARE(report->stage(Stage::Tcp).status, StageStatus::Passed);
        QVERIFY2(report->failure->summary.contains(u"guest"_s), qPrintable(report->failure->summary));
        // The guest reports again, by itself, and says why.
        QVERIFY(m_guest->waitForConsole("VM HEALTH REPORT", 120s, before));
        QVERIFY(m_guest->waitForConsole("END REPORT", 120s, before));
        const QByteArray again = m_guest->console().mid(before);
        QVERIFY(again.contains("novnc.service"));
        QVERIFY(again.contains("/usr/bin/websockify"));
        inGuest("mv /root/websockify /usr/bin/ && systemctl reset-failed novnc; systemctl restart novnc");
        expectVerified();
    }

private:
    /// Runs a line in the guest and lets go of the console, so that the guest is not held up afterwards.
    void inGuest(const QByteArray &line)
    {
        const auto code = m_guest->run(line);
        m_guest->hangUp();
        QCOMPARE(code, 0);
    }
    void expectVerified()
    {
        const auto report = m_guest->verify(90s);
        QVERIFY(report);
        QVERIFY2(report->isVerified(), qPrintable(report->sentence()));
    }

    std::unique_ptr<TestGuest> m_guest;
};

QTEST_GUILESS_MAIN(GuestFaultTest)
#include "GuestFaultTest.moc"
