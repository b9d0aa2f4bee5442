// SPDX-License-Identifier: GPL-3.0-or-later
#include "../core/vms/FailingHost.h"
#include "images/ImageStore.h"
#include "integration/TestGuest.h"
#include "integration/TestHome.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

/// A VM's life with a real guest: boots, is verified, freezes, goes on, is restarted, shut down and killed.
class GuestLifeTest : public QObject
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
    }

    void cleanupTestCase() { m_guest.reset(); }

    void isStartingAtFirst()
    {
        const auto report = m_guest->verify(1s);
        QVERIFY(report);
        QCOMPARE(report->verdict, Verdict::Starting);
        QVERIFY(report->failure);
        QCOMPARE(m_guest->vm().state, VmState::Running);
    }

    void becomesVerified()
    {
        const QString picture = m_home.filePath(u"desktop.png"_s);
        const auto report = m_guest->verify(4min, picture);
        QVERIFY(report);
        QVERIFY2(report->isVerified(), qPrintable(report->sentence()));
        QCOMPARE(report->desktop->width, 1280);
        QCOMPARE(report->desktop->height, 800);
        QVERIFY(report->desktop->distinctColors > 50);
        QImage image(picture);
        QCOMPARE(image.size(), QSize(1280, 800));
        const QJsonObject json = report->toJson();
        QCOMPARE(json.value(u"verdict"), u"verified"_s);
        QVERIFY(json.contains(u"joint_verdict"));
    }

    void tellsWhoElseMayOpenThePort()
    {
        const Vm vm = m_guest->vm();
        QCOMPARE(vm.machine.address, u"127.0.0.1"_s);
        QVERIFY(vm.machine.openToOtherUsers);
        QVERIFY(vm.toJson().value(u"open_to_other_users").toBool());
    }

    void reportsToTheConsole()
    {
        QVERIFY(m_guest->waitForConsole("END REPORT", 120s));
        const QByteArray console = m_guest->console();
        const QByteArray report = console.mid(console.indexOf("VM HEALTH REPORT"));
        for (const char *section : {"### SYSTEMD SERVICE STATUS ###", "### PORT LISTENERS (expect 6080, 5901) ###",
                                    "### PROCESSES (websockify, Xvnc) ###", "### FILE CHECK ###"})
            QVERIFY2(report.contains(section), section);
        QVERIFY(report.contains(":6080"));
        QVERIFY(report.contains("127.0.0.1:5901"));
    }

    void theConsoleIsInteractive()
    {
        QCOMPARE(m_guest->run("systemctl is-active vncserver@1 novnc desktop >/dev/null"), 0);
        QCOMPARE(m_guest->run("exit_code() { return 42; }; exit_code"), 42);
        QVERIFY(m_guest->console().contains("exit_code")); // what was typed is logged too
    }

    void theGuestsClockIsRight()
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        QCOMPARE(m_guest->run("test $(date +%s) -ge " + QByteArray::number(now - 20) + " -a $(date +%s) -le " +
                              QByteArray::number(now + 60)),
                 0);
    }

    void aSecondStartIsRefused()
    {
        Progress progress;
        QCOMPARE(m_guest->lifecycle().start(m_guest->id(), progress).error().id, u"vm.state"_s);
    }

    void pausesAndGoesOn()
    {
        Progress progress;
        const auto paused = m_guest->lifecycle().pause(m_guest->id(), progress);
        QVERIFY(paused);
        QCOMPARE(paused->state, VmState::Paused);
        const auto report = m_guest->verify(30s);
        QVERIFY(report);
        QCOMPARE(report->failure->id, u"vm.not-running"_s);
        QVERIFY(report->elapsed < 10s); // waiting would not help
        const auto resumed = m_guest->lifecycle().resume(m_guest->id(), progress);
        QVERIFY(resumed);
        QCOMPARE(resumed->state, VmState::Running);
        QVERIFY(m_guest->verify(60s)->isVerified());
    }

    void stopsGracefullyAndKeepsItsDisk()
    {
        QCOMPARE(m_guest->run("echo kept > /root/kept; sync"), 0);
        m_guest->hangUp();
        Progress progress;
        const auto stopped = m_guest->lifecycle().stop(m_guest->id(), {60s, false}, progress);
        QVERIFY(stopped);
        QCOMPARE(stopped->method, StopMethod::GuestShutDown);
        QCOMPARE(stopped->vm.state, VmState::Stopped);
        QVERIFY(m_guest->console().contains("reboot: Power down") || m_guest->console().contains("Powering off"));
        const auto report = m_guest->verify(10s);
        QCOMPARE(report->failure->id, u"vm.not-running"_s);
    }

    void aStartThatFailsAtAnyStepLeavesNoProcess_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("disk full") << int(FailingHost::How::Full);
        QTest::newRow("interrupted") << int(FailingHost::How::Cancel);
    }
    void aStartThatFailsAtAnyStepLeavesNoProcess()
    {
        QFETCH(int, how);
        for (int step = 1;; ++step) {
            const Cancellation cancellation;
            auto host = std::make_shared<FailingHost>(step, static_cast<FailingHost::How>(how), cancellation);
            Progress progress({}, cancellation);
            Progress quiet;
            const auto started = VmLifecycle(host).start(m_guest->id(), progress);
            const Vm vm = m_guest->vm();
            if (!host->hasFailed()) {
                QVERIFY(started);
                QVERIFY(m_guest->lifecycle().stop(m_guest->id(), {0s, true}, quiet));
                break;
            }
            if (started) { // the step was not needed after all
                QVERIFY(m_guest->lifecycle().stop(m_guest->id(), {0s, true}, quiet));
                continue;
            }
            QVERIFY(!vm.hasProcess());
            QCOMPARE(vm.state, VmState::Stopped);
        }
    }

    void aNewBootHasAFileOfItsOwn()
    {
        const int before = m_guest->vm().spec.boots;
        QVERIFY2(m_guest->start(), qPrintable(m_guest->problem()));
        const Vm vm = m_guest->vm();
        QCOMPARE(vm.spec.boots, before + 1);
        QCOMPARE(QFile::symLinkTarget(vm.machine.consoleLog),
                 vm.folders.runtime + u"/serial-console-%1.log"_s.arg(before + 1));
        QVERIFY(QFile::exists(vm.folders.runtime + u"/serial-console-1.log"_s));
        QVERIFY(m_guest->waitForConsole("Linux version", 60s));
    }

    void aKilledProcessIsNoticed()
    {
        const Vm vm = m_guest->vm();
        QVERIFY(m_guest->host()->run({.program = u"kill"_s, .arguments = {u"-KILL"_s, QString::number(vm.machine.pid)}},
                                     {}));
        QTRY_COMPARE_WITH_TIMEOUT(m_guest->vm().state, VmState::Failed, 10'000);
        QVERIFY(!m_guest->vm().note.isEmpty());
        const auto report = m_guest->verify(10s);
        QCOMPARE(report->failure->id, u"vm.not-running"_s);
    }

    void anUnreadableDiskIsExplained()
    {
        const QString disk = m_guest->vm().folders.data + u"/disk.qcow2"_s;
        QVERIFY(QFile::rename(disk, disk + u".away"_s));
        QVERIFY(!m_guest->start());
        QVERIFY2(m_guest->problem().contains(u"disk.qcow2"_s), qPrintable(m_guest->problem()));
        QVERIFY(!m_guest->vm().hasProcess());
        QVERIFY(QFile::rename(disk + u".away"_s, disk));
    }

    void destroyAndBringBackARunningVm()
    {
        QVERIFY2(m_guest->start(), qPrintable(m_guest->problem()));
        Progress progress;
        const auto destroyed = m_guest->lifecycle().destroy(m_guest->id(), progress);
        QVERIFY(destroyed);
        QVERIFY(QFile::exists(destroyed->folder + u"/console/serial-console-1.log"_s));
        const auto back = m_guest->lifecycle().undestroy(m_guest->id(), {}, progress);
        QVERIFY(back);
        QCOMPARE(back->state, VmState::Stopped);
        QVERIFY(!back->machine.consoleLog.isEmpty()); // the old log is still there to read
        const auto image = ImageStore(m_guest->host()).find(u"desktop"_s, {});
        QVERIFY(m_guest->lifecycle().store().usersOf(*image, {})->contains(back->spec.name));
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<TestGuest> m_guest;
};

QTEST_GUILESS_MAIN(GuestLifeTest)
#include "GuestLifeTest.moc"
