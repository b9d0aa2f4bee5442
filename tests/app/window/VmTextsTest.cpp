// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the window says about a VM, as tables: header, lamps, possible actions, times and sizes.
#include "window/HeaderText.h"
#include "window/HumanText.h"
#include "window/Lamps.h"
#include "window/NewVmDialog.h"
#include "window/VmActionTable.h"

#include "FakeVmService.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using LampState = Lamp::State;

class VmTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void header_data();
    void header();
    void lamps_data();
    void lamps();
    void actions_data();
    void actions();
    void busyAllowsNothing();
    void atMostOneAccent();
    void times();
    void sizes();
    void freeNames();

private:
    static VmEntry entry(VmState state)
    {
        return {FakeVmService::makeVm(u"a"_s, u"demo"_s, state), {}, {}, false, {}, {}};
    }
    static VmEntry reported(const VerifyReport &report)
    {
        VmEntry entry = VmTextsTest::entry(VmState::Running);
        entry.report = report;
        entry.verifiedAt = now().addSecs(-12);
        return entry;
    }
    static QDateTime now() { return QDateTime(QDate(2026, 11, 23), QTime(1, 2, 3), Qt::UTC); }
};

void VmTextsTest::header_data()
{
    QTest::addColumn<VmEntry>("entry");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QStringList>("facts");
    const QString image = u"desktop image v3"_s;
    QTest::newRow("verified") << reported(FakeVmService::verifiedReport()) << u"The desktop is there."_s
                              << QStringList{u"verified 12 s ago in 41 ms"_s, u"1280×800"_s, image};
    VmEntry again = reported(FakeVmService::verifiedReport());
    again.probing = true;
    QTest::newRow("checking again") << again << u"The desktop is there."_s
                                    << QStringList{u"checking again"_s, u"1280×800"_s, image};
    QTest::newRow("failing") << reported(FakeVmService::failedReport(Verdict::Failing, Stage::Websocket,
                                                                     u"websocket.closed"_s, u"It was closed."_s))
                             << u"It was closed."_s << QStringList{u"checked 12 s ago"_s, image};
    QTest::newRow("degraded") << reported(FakeVmService::failedReport(Verdict::Degraded, Stage::Picture,
                                                                      u"picture.blank"_s, u"One colour."_s))
                              << u"One colour."_s << QStringList{u"checked 12 s ago"_s, image};
    VmEntry starting = entry(VmState::Starting);
    starting.waitingFor = u"Waiting for the VNC server"_s;
    starting.vm.machine.started = now().addSecs(-5);
    QTest::newRow("starting") << starting << u"Waiting for the desktop."_s
                              << QStringList{u"Waiting for the VNC server"_s, u"started 5 s ago"_s, image};
    VmEntry unchecked = entry(VmState::Running);
    unchecked.vm.machine.started = now().addSecs(-7200);
    QTest::newRow("not checked") << unchecked << u"The desktop has not been checked yet."_s
                                 << QStringList{u"started 2 h ago"_s, image};
    QTest::newRow("stopped") << entry(VmState::Stopped) << u"This VM is stopped."_s << QStringList{image};
    QTest::newRow("paused") << entry(VmState::Paused) << u"The guest stands still until it is resumed."_s
                            << QStringList{image};
    VmEntry failed = entry(VmState::Failed);
    failed.vm.note = u"QEMU ended with an error."_s;
    QTest::newRow("failed") << failed << failed.vm.note << QStringList{image};
}

void VmTextsTest::header()
{
    QFETCH(VmEntry, entry);
    QFETCH(QString, sentence);
    QFETCH(QStringList, facts);
    const HeaderText text = HeaderText::of(entry, now());
    QCOMPARE(text.sentence, sentence);
    QCOMPARE(text.facts, facts);
}

void VmTextsTest::lamps_data()
{
    QTest::addColumn<VmEntry>("entry");
    QTest::addColumn<QList<int>>("states");
    const auto row = [](const char *name, const VmEntry &entry, std::initializer_list<LampState> states) {
        QList<int> numbers;
        for (const LampState state : states)
            numbers.append(int(state));
        QTest::newRow(name) << entry << numbers;
    };
    using S = LampState;
    row("stopped", entry(VmState::Stopped), {S::Off, S::Off, S::Off, S::Off});
    row("failed", entry(VmState::Failed), {S::Bad, S::Off, S::Off, S::Off});
    row("starting", entry(VmState::Starting), {S::Good, S::Waiting, S::Waiting, S::Waiting});
    row("paused", entry(VmState::Paused), {S::Good, S::Warned, S::Unknown, S::Unknown});
    row("running, not checked", entry(VmState::Running), {S::Good, S::Good, S::Unknown, S::Unknown});
    VmEntry probing = entry(VmState::Running);
    probing.probing = true;
    row("running, being checked", probing, {S::Good, S::Good, S::Waiting, S::Waiting});
    row("verified", reported(FakeVmService::verifiedReport()), {S::Good, S::Good, S::Good, S::Good});
    row("nobody listens",
        reported(FakeVmService::failedReport(Verdict::Failing, Stage::Websocket, u"websocket.closed"_s, {})),
        {S::Good, S::Good, S::Unknown, S::Bad});
    VerifyReport blank = FakeVmService::verifiedReport();
    blank.verdict = Verdict::Degraded;
    row("blank", reported(blank), {S::Good, S::Good, S::Good, S::Warned});
}

void VmTextsTest::lamps()
{
    QFETCH(VmEntry, entry);
    QFETCH(QList<int>, states);
    QList<int> found;
    for (const Lamp &lamp : lampsOf(entry)) {
        found.append(int(lamp.state));
        QVERIFY(!lamp.text.isEmpty());
        QVERIFY(!lamp.stateWord().isEmpty());
    }
    QCOMPARE(found, states);
}

void VmTextsTest::actions_data()
{
    QTest::addColumn<VmState>("state");
    QTest::addColumn<VmActionSet>("possible");
    QTest::addColumn<VmActionSet>("accent");
    using A = VmAction;
    const auto row = [](const char *name, VmState state, VmActionSet possible, VmActionSet accent) {
        QTest::newRow(name) << state << possible << accent;
    };
    row("creating", VmState::Creating, {}, {});
    row("stopped", VmState::Stopped, A::Start | A::Destroy, A::Start);
    row("starting", VmState::Starting, A::Verify | A::Stop | A::Restart | A::Destroy, A::Verify);
    row("running", VmState::Running, A::Verify | A::Stop | A::Restart | A::Pause | A::Destroy, A::Verify);
    row("paused", VmState::Paused, A::Resume | A::Stop | A::Restart | A::Destroy, A::Resume);
    row("stopping", VmState::Stopping, {}, {});
    row("failed", VmState::Failed, A::Start | A::Destroy, A::Start);
    row("orphaned", VmState::Orphaned, A::Destroy, {});
}

void VmTextsTest::actions()
{
    QFETCH(VmState, state);
    QFETCH(VmActionSet, possible);
    QFETCH(VmActionSet, accent);
    QCOMPARE(possibleActions(state, false), possible);
    QCOMPARE(accentAction(state, false), accent);
}

void VmTextsTest::busyAllowsNothing()
{
    for (int state = 0; state <= int(VmState::Orphaned); ++state)
        QVERIFY(!possibleActions(static_cast<VmState>(state), true));
}

void VmTextsTest::atMostOneAccent()
{
    for (int state = 0; state <= int(VmState::Orphaned); ++state) {
        const int bits = int(accentAction(static_cast<VmState>(state), false));
        QVERIFY((bits & (bits - 1)) == 0);
    }
}

void VmTextsTest::times()
{
    const QDateTime then = now();
    QCOMPARE(HumanText::ago(then, then), u"just now"_s);
    QCOMPARE(HumanText::ago(then.addSecs(5), then), u"just now"_s);
    QCOMPARE(HumanText::ago(then, then.addSecs(59)), u"59 s ago"_s);
    QCOMPARE(HumanText::ago(then, then.addSecs(61)), u"1 min ago"_s);
    QCOMPARE(HumanText::ago(then, then.addSecs(7200)), u"2 h ago"_s);
    QCOMPARE(HumanText::ago(then, then.addDays(3)), u"3 days ago"_s);
    QCOMPARE(HumanText::span(std::chrono::milliseconds(41)), u"41 ms"_s);
    QCOMPARE(HumanText::span(std::chrono::milliseconds(16'400)), u"16.4 s"_s);
    QCOMPARE(HumanText::span(std::chrono::minutes(3)), u"3 min 0 s"_s);
}

void VmTextsTest::sizes()
{
    QCOMPARE(HumanText::size(200'000), u"0.2 MB"_s);
    QCOMPARE(HumanText::size(867'000'000), u"867 MB"_s);
    QCOMPARE(HumanText::size(1'500'000'000), u"1.5 GB"_s);
    QCOMPARE(HumanText::size(74'000'000'000), u"74 GB"_s);
}

void VmTextsTest::freeNames()
{
    QCOMPARE(NewVmDialog::freeName(u"desktop"_s, {}), u"desktop"_s);
    QCOMPARE(NewVmDialog::freeName(u"desktop"_s, {u"desktop"_s, u"desktop-2"_s}), u"desktop-3"_s);
}

QTEST_MAIN(VmTextsTest)
#include "VmTextsTest.moc"
