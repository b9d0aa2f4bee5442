// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewerState.h"
#include "desktop/PointerButtons.h"
#include "desktop/ReconnectPolicy.h"

#include <QtTest>

using namespace portlight;
using Session = DesktopSession::State;

class ViewerStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mode_data();
    void mode();
    void questionsGoFirst();
    void everyStateWithoutDesktopSaysWhy();
    void waitsLongerEachTime();
    void buttons();
    void wheelAddsUp();
    void wildWheelIsTamed();
};

void ViewerStateTest::mode_data()
{
    QTest::addColumn<VmState>("vm");
    QTest::addColumn<Session>("session");
    QTest::addColumn<bool>("loginOpen");
    QTest::addColumn<bool>("hadPicture");
    QTest::addColumn<ViewerMode>("expected");
    const auto row = [](const char *name, VmState vm, Session session, bool wrong, bool had, ViewerMode expected) {
        QTest::newRow(name) << vm << session << wrong << had << expected;
    };
    row("stopped", VmState::Stopped, Session::Closed, false, false, ViewerMode::NotRunning);
    row("stopped a moment ago", VmState::Stopped, Session::Live, false, true, ViewerMode::NotRunning);
    row("creating", VmState::Creating, Session::Closed, false, false, ViewerMode::NotRunning);
    row("failed", VmState::Failed, Session::Closed, false, true, ViewerMode::NotRunning);
    row("booting", VmState::Starting, Session::Connecting, false, false, ViewerMode::Waiting);
    row("connecting", VmState::Running, Session::Negotiating, false, false, ViewerMode::Waiting);
    row("refused", VmState::Running, Session::Failed, false, false, ViewerMode::Waiting);
    row("live", VmState::Running, Session::Live, false, true, ViewerMode::Live);
    row("asks for a password", VmState::Running, Session::WaitingForLogin, true, false, ViewerMode::Password);
    row("answered by itself", VmState::Running, Session::WaitingForLogin, false, false, ViewerMode::Waiting);
    row("wrong password", VmState::Running, Session::Failed, true, false, ViewerMode::Password);
    row("paused", VmState::Paused, Session::Live, false, true, ViewerMode::Paused);
    row("paused, never seen", VmState::Paused, Session::Closed, false, false, ViewerMode::Paused);
    row("lost", VmState::Running, Session::Closed, false, true, ViewerMode::Lost);
    row("lost, trying again", VmState::Running, Session::Connecting, false, true, ViewerMode::Lost);
}

void ViewerStateTest::mode()
{
    QFETCH(VmState, vm);
    QFETCH(Session, session);
    QFETCH(bool, loginOpen);
    QFETCH(bool, hadPicture);
    QFETCH(ViewerMode, expected);
    QCOMPARE(viewerMode({vm, session, loginOpen, hadPicture, false, false}), expected);
}

void ViewerStateTest::questionsGoFirst()
{
    ViewerInputs inputs{VmState::Running, Session::Failed, true, true, true, true};
    QCOMPARE(viewerMode(inputs), ViewerMode::Identity);
    inputs.identityOpen = false;
    QCOMPARE(viewerMode(inputs), ViewerMode::Password);
    inputs.loginOpen = false;
    QCOMPARE(viewerMode(inputs), ViewerMode::Ended);
    inputs.ended = false;
    QCOMPARE(viewerMode(inputs), ViewerMode::Lost);
    inputs.vm = VmState::Stopped;
    inputs.identityOpen = true;
    QCOMPARE(viewerMode(inputs), ViewerMode::NotRunning);
}

void ViewerStateTest::everyStateWithoutDesktopSaysWhy()
{
    for (const VmState state : {VmState::Creating, VmState::Stopped, VmState::Starting, VmState::Running,
                                VmState::Paused, VmState::Stopping, VmState::Failed, VmState::Orphaned}) {
        const bool noDesktop =
            viewerMode({state, Session::Closed, false, false, false, false}) == ViewerMode::NotRunning;
        QCOMPARE(!notRunningSentence(state).isEmpty(), noDesktop);
    }
}

void ViewerStateTest::waitsLongerEachTime()
{
    ReconnectPolicy policy;
    QList<qint64> delays;
    for (int round = 0; round < 7; ++round)
        delays.append(policy.nextDelay(0.5).count());
    QCOMPARE(delays, (QList<qint64>{500, 1000, 2000, 4000, 8000, 10000, 10000}));
    policy.reset();
    QCOMPARE(policy.nextDelay(0).count(), 400);
    QCOMPARE(policy.nextDelay(1).count(), 1200);
    policy.setFixedDelay(std::chrono::milliseconds(70));
    QCOMPARE(policy.nextDelay().count(), 70);
    QCOMPARE(policy.nextDelay().count(), 70);
}

void ViewerStateTest::buttons()
{
    QCOMPARE(PointerButtons::mask(Qt::NoButton), 0);
    QCOMPARE(PointerButtons::mask(Qt::LeftButton), 1);
    QCOMPARE(PointerButtons::mask(Qt::MiddleButton), 2);
    QCOMPARE(PointerButtons::mask(Qt::RightButton), 4);
    QCOMPARE(PointerButtons::mask(Qt::LeftButton | Qt::RightButton), 5);
}

void ViewerStateTest::wheelAddsUp()
{
    WheelClicks wheel;
    QCOMPARE(wheel.add({}, {0, 120}), QList<int>{8});
    QCOMPARE(wheel.add({}, {0, -240}), (QList<int>{16, 16}));
    QCOMPARE(wheel.add({}, {0, 60}), QList<int>{});
    QCOMPARE(wheel.add({}, {0, 60}), QList<int>{8});
    QCOMPARE(wheel.add({}, {120, 0}), QList<int>{32});
    QCOMPARE(wheel.add({}, {-120, 0}), QList<int>{64});
}

void ViewerStateTest::wildWheelIsTamed()
{
    WheelClicks wheel;
    QVERIFY(wheel.add({}, {0, 2'000'000'000}).size() <= 16);
    QVERIFY(wheel.add({}, {0, 1}).isEmpty());
}

QTEST_GUILESS_MAIN(ViewerStateTest)
#include "ViewerStateTest.moc"
