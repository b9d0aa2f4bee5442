// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/JobRunner.h"
#include "window/JobText.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class JobRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversInThisThread();
    void showsProgress();
    void cancels();
    void onlyTheNewestWithAKeyDelivers();
    void keepsErrors();
    void contextThatIsGoneGetsNothing();
    void endsWithWorkUnderWay();
    void quietJobsAreForgotten();
    void timeLeft_data();
    void timeLeft();
    void stepText();
};

void JobRunnerTest::deliversInThisThread()
{
    JobRunner jobs;
    QSignalSpy finished(&jobs, &JobRunner::jobFinished);
    QThread *worker = nullptr;
    QThread *receiver = nullptr;
    int value = 0;
    Job *job = jobs.run<int>(
        {u"a"_s, {}, false},
        [&worker](Progress &) -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        },
        this,
        [&](const Result<int> &result) {
            receiver = QThread::currentThread();
            value = result.value_or(0);
        });
    QCOMPARE(jobs.runningCount(), 1);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(value, 42);
    QVERIFY(worker != QThread::currentThread());
    QCOMPARE(receiver, QThread::currentThread());
    QCOMPARE(job->state(), Job::State::Succeeded);
    QCOMPARE(jobs.runningCount(), 0);
}

void JobRunnerTest::showsProgress()
{
    JobRunner jobs;
    QSemaphore go;
    Job *job = jobs.run<int>({u"a"_s, {}, false},
                             [&go](Progress &progress) -> Result<int> {
                                 progress.begin({{u"first"_s, 1}, {u"second"_s, 3}});
                                 progress.next();
                                 for (int percent = 0; percent <= 100; ++percent)
                                     progress.setStepPercent(percent);
                                 progress.next();
                                 progress.setDetail(u"libfoo"_s);
                                 go.acquire();
                                 return 1;
                             },
                             this, {});
    QTRY_COMPARE(job->report().detail, u"libfoo"_s);
    QCOMPARE(job->report().step, 2);
    QCOMPARE(job->report().steps, 2);
    QCOMPARE(qRound(job->report().percent), 25);
    go.release();
    QTRY_COMPARE(job->state(), Job::State::Succeeded);
}

void JobRunnerTest::cancels()
{
    JobRunner jobs;
    bool delivered = false;
    Job *job = jobs.run<int>(
        {u"a"_s, {}, false},
        [](Progress &progress) -> Result<int> {
            while (progress.cancellation().sleep(5ms)) {
            }
            return failure(cancelledError());
        },
        this,
        [&delivered](const Result<int> &result) {
            delivered = !result && result.error().kind == ErrorKind::Cancelled;
        });
    job->cancel();
    QVERIFY(job->isCancelling() || !job->isRunning());
    QTRY_COMPARE(job->state(), Job::State::Cancelled);
    QVERIFY(!job->error());
    QVERIFY(delivered);
}

void JobRunnerTest::onlyTheNewestWithAKeyDelivers()
{
    JobRunner jobs;
    QSemaphore first;
    QList<int> delivered;
    const auto take = [&delivered](const Result<int> &result) {
        delivered.append(result.value_or(-1));
    };
    // The old one does not look at its cancellation and still succeeds, late.
    Job *old = jobs.run<int>(
        {u"old"_s, u"key"_s, false},
        [&first](Progress &) -> Result<int> {
            first.acquire();
            return 1;
        },
        this, take);
    Job *young = jobs.run<int>(
        {u"young"_s, u"key"_s, false}, [](Progress &) -> Result<int> { return 2; }, this, take);
    QVERIFY(old->cancellation().isRequested());
    QTRY_VERIFY(!young->isRunning());
    first.release();
    QTRY_VERIFY(!old->isRunning());
    QCOMPARE(delivered, QList<int>{2});
}

void JobRunnerTest::keepsErrors()
{
    JobRunner jobs;
    Job *job = jobs.run<void>({u"a"_s, {}, false},
                              [](Progress &) -> Result<void> {
                                  return failure(ErrorKind::Failed, u"vm.busy"_s, u"It is busy."_s, u"Wait."_s);
                              },
                              this, {});
    QTRY_COMPARE(job->state(), Job::State::Failed);
    QVERIFY(job->error());
    QCOMPARE(job->error()->id, u"vm.busy"_s);
}

void JobRunnerTest::contextThatIsGoneGetsNothing()
{
    JobRunner jobs;
    QSemaphore go;
    bool delivered = false;
    auto context = std::make_unique<QObject>();
    Job *job = jobs.run<int>(
        {u"a"_s, {}, false},
        [&go](Progress &) -> Result<int> {
            go.acquire();
            return 1;
        },
        context.get(), [&delivered](const Result<int> &) { delivered = true; });
    context.reset();
    go.release();
    QTRY_COMPARE(job->state(), Job::State::Succeeded);
    QVERIFY(!delivered);
}

void JobRunnerTest::endsWithWorkUnderWay()
{
    bool delivered = false;
    QSemaphore ended;
    {
        JobRunner jobs;
        jobs.run<int>(
            {u"a"_s, {}, false},
            [&ended](Progress &progress) -> Result<int> {
                while (progress.cancellation().sleep(5ms))
                    progress.setDetail(u"still here"_s);
                ended.release();
                return 1;
            },
            this, [&delivered](const Result<int> &) { delivered = true; });
    }
    QVERIFY(ended.tryAcquire());
    QCoreApplication::processEvents();
    QVERIFY(!delivered);
}

void JobRunnerTest::quietJobsAreForgotten()
{
    JobRunner jobs;
    for (int round = 0; round < 50; ++round)
        jobs.run<int>({u"quiet"_s, {}, true}, [](Progress &) -> Result<int> { return 1; }, this, {});
    QCOMPARE(jobs.runningCount(), 0);
    QTRY_VERIFY(jobs.jobs().isEmpty());
    for (int round = 0; round < 40; ++round)
        jobs.run<int>({u"loud"_s, {}, false}, [](Progress &) -> Result<int> { return 1; }, this, {});
    QTRY_COMPARE(jobs.runningCount(), 0);
    QTRY_COMPARE(jobs.jobs().size(), 30);
}

void JobRunnerTest::timeLeft_data()
{
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<double>("percent");
    QTest::addColumn<QString>("text");
    QTest::newRow("too early") << 1000 << 50.0 << QString();
    QTest::newRow("too little done") << 10'000 << 1.0 << QString();
    QTest::newRow("half") << 40'000 << 50.0 << u"about 40 s left"_s;
    QTest::newRow("nearly") << 60'000 << 95.0 << u"about 3 s left"_s;
    QTest::newRow("long") << 60'000 << 10.0 << u"about 9 min left"_s;
    QTest::newRow("done") << 60'000 << 100.0 << QString();
}

void JobRunnerTest::timeLeft()
{
    QFETCH(int, elapsed);
    QFETCH(double, percent);
    QFETCH(QString, text);
    QCOMPARE(JobText::timeLeftText(JobText::timeLeft(std::chrono::milliseconds(elapsed), percent)), text);
}

void JobRunnerTest::stepText()
{
    Progress::Report report{3, 6, u"installing packages"_s, {}, 50};
    QCOMPARE(JobText::stepText(report, 40s), u"Step 3 of 6: installing packages · about 40 s left"_s);
    report.detail = u"libfoo"_s;
    QCOMPARE(JobText::stepText(report, 0s), u"Step 3 of 6: installing packages · libfoo"_s);
    report.steps = 1;
    report.step = 1;
    QCOMPARE(JobText::stepText(report, 0s), u"installing packages · libfoo"_s);
    QCOMPARE(JobText::stepText({}, 0s), QString());
}

QTEST_GUILESS_MAIN(JobRunnerTest)
#include "JobRunnerTest.moc"
