// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/VmListModel.h"
#include "fleet/VmBadge.h"

#include "app/window/FakeVmService.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class VmListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesListings();
    void changesOnlyWhatDiffers();
    void reportBelongsToItsRun();
    void badges_data();
    void badges();
    void saysItForScreenReaders();

private:
    static Vm vm(const QString &id, VmState state = VmState::Running)
    {
        return FakeVmService::makeVm(id, u"vm-"_s + id, state);
    }
    static QString printed(const VmListModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row).data().toString());
        return names.join(u' ');
    }
};

void VmListModelTest::takesListings()
{
    VmListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setVms({vm(u"a"_s), vm(u"b"_s), vm(u"c"_s)});
    QCOMPARE(printed(model), u"vm-a vm-b vm-c"_s);
    model.setVms({vm(u"c"_s), vm(u"d"_s), vm(u"a"_s)});
    QCOMPARE(printed(model), u"vm-c vm-d vm-a"_s);
    model.updateVm(vm(u"e"_s));
    QCOMPARE(printed(model), u"vm-c vm-d vm-a vm-e"_s);
    model.setVms({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.rowOf(u"a"_s), -1);
    QVERIFY(model.entry(u"a"_s) == nullptr);
}

void VmListModelTest::changesOnlyWhatDiffers()
{
    VmListModel model;
    const Vm a = vm(u"a"_s);
    const Vm b = vm(u"b"_s);
    model.setVms({a, b});
    QSignalSpy data(&model, &VmListModel::dataChanged);
    QSignalSpy reset(&model, &VmListModel::modelReset);
    model.setVms({a, b});
    QCOMPARE(data.size(), 0);
    Vm stopped = b;
    FakeVmService::setState(stopped, VmState::Stopped);
    model.setVms({a, stopped});
    QCOMPARE(data.size(), 1);
    QCOMPARE(data[0][0].toModelIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.runningCount(), 1);
}

void VmListModelTest::reportBelongsToItsRun()
{
    VmListModel model;
    const Vm a = vm(u"a"_s);
    model.setVms({a});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    model.setReport(u"a"_s, a.spec.boots + 1, FakeVmService::verifiedReport(), now);
    QVERIFY(!model.entry(u"a"_s)->report); // of another boot
    model.setReport(u"nobody"_s, 1, FakeVmService::verifiedReport(), now);
    model.setReport(u"a"_s, a.spec.boots, FakeVmService::verifiedReport(), now);
    QVERIFY(model.entry(u"a"_s)->report);
    QCOMPARE(model.verifiedCount(), 1);
    model.setVms({a});
    QVERIFY(model.entry(u"a"_s)->report); // the same run
    Vm again = a;
    ++again.spec.boots;
    model.setVms({again});
    QVERIFY(!model.entry(u"a"_s)->report);
    QCOMPARE(model.verifiedCount(), 0);
}

void VmListModelTest::badges_data()
{
    QTest::addColumn<VmState>("state");
    QTest::addColumn<int>("verdict"); // -1: not checked
    QTest::addColumn<bool>("probing");
    QTest::addColumn<VmBadge>("badge");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, VmState state, int verdict, bool probing, VmBadge badge, const char *word) {
        QTest::newRow(name) << state << verdict << probing << badge << QString::fromLatin1(word);
    };
    row("creating", VmState::Creating, -1, false, VmBadge::Starting, "Starting");
    row("stopped", VmState::Stopped, -1, false, VmBadge::Stopped, "Stopped");
    row("starting", VmState::Starting, -1, false, VmBadge::Starting, "Starting");
    row("stopping", VmState::Stopping, int(Verdict::Verified), false, VmBadge::Stopped, "Stopping");
    row("paused", VmState::Paused, int(Verdict::Verified), false, VmBadge::Paused, "Paused");
    row("failed", VmState::Failed, -1, false, VmBadge::Failing, "Failing");
    row("orphaned", VmState::Orphaned, -1, false, VmBadge::Unknown, "Unknown");
    row("running, not checked", VmState::Running, -1, false, VmBadge::Unknown, "Unknown");
    row("running, being checked", VmState::Running, -1, true, VmBadge::Starting, "Starting");
    row("verified", VmState::Running, int(Verdict::Verified), false, VmBadge::Verified, "Verified");
    row("verified, checked again", VmState::Running, int(Verdict::Verified), true, VmBadge::Verified, "Verified");
    row("degraded", VmState::Running, int(Verdict::Degraded), false, VmBadge::Degraded, "Degraded");
    row("failing", VmState::Running, int(Verdict::Failing), false, VmBadge::Failing, "Failing");
    row("unknown", VmState::Running, int(Verdict::Unknown), false, VmBadge::Unknown, "Unknown");
}

void VmListModelTest::badges()
{
    QFETCH(VmState, state);
    QFETCH(int, verdict);
    QFETCH(bool, probing);
    QFETCH(VmBadge, badge);
    QFETCH(QString, word);
    VmEntry entry{vm(u"a"_s, state), {}, {}, probing, {}, {}};
    if (verdict >= 0) {
        entry.report = VerifyReport();
        entry.report->verdict = static_cast<Verdict>(verdict);
    }
    QCOMPARE(VmBadges::of(entry), badge);
    QCOMPARE(VmBadges::word(entry), word);
}

void VmListModelTest::saysItForScreenReaders()
{
    VmListModel model;
    model.setVms({vm(u"a"_s, VmState::Stopped)});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"vm-a, Stopped"_s);
    QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(u"2026"_s));
}

QTEST_MAIN(VmListModelTest)
#include "VmListModelTest.moc"
