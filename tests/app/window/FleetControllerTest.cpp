// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/FleetController.h"
#include "fleet/VmBadge.h"
#include "window/MakeRun.h"

#include "FakeVmService.h"

#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class FleetControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void checksEveryVmThatStartsOnce();
    void viewedDesktopIsCheckedWithoutInput();
    void startAndStop();
    void changeDropsARunningCheck();
    void failedChangeFreesTheVm();
    void listingProblemIsTold();
    void demoBuildsCreatesAndStarts();
    void demoUsesWhatIsThere();
    void demoIsCancelledCleanly();

private:
    QStringList calls() const
    {
        const QMutexLocker lock(&m_service->mutex);
        return m_service->calls;
    }

    std::shared_ptr<FakeVmService> m_service;
};

void FleetControllerTest::init()
{
    m_service = std::make_shared<FakeVmService>();
}

void FleetControllerTest::checksEveryVmThatStartsOnce()
{
    m_service->vms = {FakeVmService::makeVm(u"a"_s, u"demo"_s, VmState::Running),
                      FakeVmService::makeVm(u"b"_s, u"off"_s, VmState::Stopped)};
    JobRunner jobs;
    FleetController fleet(m_service, jobs);
    QSignalSpy verified(&fleet, &FleetController::vmVerified);
    fleet.start();
    QTRY_COMPARE(verified.size(), 1);
    QCOMPARE(VmBadges::of(*fleet.model().entry(u"a"_s)), VmBadge::Verified);
    QSignalSpy listed(&fleet, &FleetController::listed);
    fleet.refresh();
    QTRY_VERIFY(!listed.isEmpty());
    QCOMPARE(calls(), QStringList{u"probe a"_s});
    fleet.act(VmAction::Verify, u"a"_s);
    QTRY_COMPARE(verified.size(), 2);
    QCOMPARE(calls().size(), 2);
}

void FleetControllerTest::viewedDesktopIsCheckedWithoutInput()
{
    m_service->vms = {FakeVmService::makeVm(u"a"_s, u"demo"_s, VmState::Running)};
    JobRunner jobs;
    FleetController fleet(m_service, jobs);
    fleet.setViewedVm(u"a"_s);
    fleet.start();
    QTRY_COMPARE(calls(), QStringList{u"probe a without input"_s});
}

void FleetControllerTest::startAndStop()
{
    m_service->vms = {FakeVmService::makeVm(u"b"_s, u"off"_s, VmState::Stopped)};
    JobRunner jobs;
    FleetController fleet(m_service, jobs);
    fleet.start();
    QTRY_VERIFY(fleet.isListed());
    fleet.act(VmAction::Start, u"b"_s);
    QVERIFY(fleet.isBusy(u"b"_s));
    fleet.act(VmAction::Destroy, u"b"_s); // busy: nothing happens
    QTRY_COMPARE(fleet.model().entry(u"b"_s)->vm.state, VmState::Running);
    QVERIFY(!fleet.isBusy(u"b"_s));
    QTRY_VERIFY(calls().contains(u"probe b"_s));
    fleet.act(VmAction::Stop, u"b"_s);
    QTRY_COMPARE(fleet.model().entry(u"b"_s)->vm.state, VmState::Stopped);
    QVERIFY(!calls().contains(u"destroy b"_s));
    QVERIFY(!fleet.model().entry(u"b"_s)->report);
}

void FleetControllerTest::changeDropsARunningCheck()
{
    m_service->vms = {FakeVmService::makeVm(u"a"_s, u"demo"_s, VmState::Running)};
    m_service->onProbe = [](const QString &, const ProbeOptions &, Progress &progress) -> Result<VerifyReport> {
        while (progress.cancellation().sleep(std::chrono::milliseconds(5))) {
        }
        return FakeVmService::verifiedReport(); // too late, and about a VM that is on its way down
    };
    JobRunner jobs;
    FleetController fleet(m_service, jobs);
    fleet.start();
    QTRY_VERIFY(calls().contains(u"probe a"_s));
    fleet.act(VmAction::Stop, u"a"_s);
    QTRY_COMPARE(fleet.model().entry(u"a"_s)->vm.state, VmState::Stopped);
    QTRY_VERIFY(jobs.runningCount() == 0);
    QVERIFY(!fleet.model().entry(u"a"_s)->report);
    QVERIFY(!fleet.model().entry(u"a"_s)->probing);
}

void FleetControllerTest::failedChangeFreesTheVm()
{
    m_service->vms = {FakeVmService::makeVm(u"b"_s, u"off"_s, VmState::Stopped)};
    m_service->nextError = Error{ErrorKind::Failed, u"vm.busy"_s, u"Busy."_s, {}, {}};
    JobRunner jobs;
    FleetController fleet(m_service, jobs);
    fleet.start();
    QTRY_VERIFY(fleet.isListed());
    fleet.act(VmAction::Start, u"b"_s);
    QTRY_VERIFY(!fleet.isBusy(u"b"_s));
    QCOMPARE(fleet.model().entry(u"b"_s)->vm.state, VmState::Stopped);
}

void FleetControllerTest::listingProblemIsTold()
{
    JobRunner jobs;
    FleetController fleet(m_service, jobs);
    QSignalSpy problem(&fleet, &FleetController::listingProblem);
    fleet.start();
    QTRY_VERIFY(!problem.isEmpty());
    QCOMPARE(problem.last().first().toString(), QString());
}

void FleetControllerTest::demoBuildsCreatesAndStarts()
{
    JobRunner jobs;
    FleetController fleet(m_service, jobs);
    QSignalSpy created(&fleet, &FleetController::vmCreated);
    QSignalSpy running(&fleet, &FleetController::demoRunningChanged);
    fleet.runDemo();
    fleet.runDemo(); // one at a time
    QTRY_COMPARE(created.size(), 1);
    QCOMPARE(running.size(), 2);
    const QString id = created[0][0].toString();
    QCOMPARE(calls().mid(0, 3), (QStringList{u"build desktop"_s, u"create demo"_s, u"start "_s + id}));
    QTRY_VERIFY(calls().contains(u"probe "_s + id));
}

void FleetControllerTest::demoUsesWhatIsThere()
{
    Image image;
    image.name = u"desktop"_s;
    image.version = 2;
    m_service->imageList = {image};
    Progress progress;
    auto vm = MakeRun::demo(*m_service, progress);
    QVERIFY(vm);
    QCOMPARE(calls().first(), u"create demo"_s);
    QVERIFY(MakeRun::demo(*m_service, progress)); // it runs already
    QCOMPARE(calls().size(), 2);
    m_service->vms[0].state = VmState::Paused;
    QVERIFY(MakeRun::demo(*m_service, progress));
    QCOMPARE(calls().last(), u"resume "_s + vm->spec.id);
}

void FleetControllerTest::demoIsCancelledCleanly()
{
    Cancellation cancellation;
    cancellation.request();
    Progress progress({}, cancellation);
    const auto vm = MakeRun::demo(*m_service, progress);
    QVERIFY(!vm);
    QCOMPARE(vm.error().kind, ErrorKind::Cancelled);
    QVERIFY(m_service->vms.isEmpty());
}

QTEST_MAIN(FleetControllerTest)
#include "FleetControllerTest.moc"
