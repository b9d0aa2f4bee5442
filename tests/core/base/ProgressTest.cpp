// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Progress.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class ProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weighsSteps()
    {
        QList<Progress::Report> reports;
        Progress progress([&reports](const Progress::Report &report) { reports << report; });
        progress.begin({{u"small"_s, 1}, {u"large"_s, 3}});
        QVERIFY(reports.isEmpty());
        progress.next();
        QCOMPARE(reports.last().title, u"small"_s);
        QCOMPARE(reports.last().step, 1);
        QCOMPARE(reports.last().steps, 2);
        QCOMPARE(reports.last().percent, 0.0);
        progress.next();
        QCOMPARE(reports.last().percent, 25.0);
        progress.setStepPercent(50);
        QCOMPARE(reports.last().percent, 62.5);
        progress.finish();
        QCOMPARE(reports.last().percent, 100.0);
    }

    void neverFalls()
    {
        double last = 0;
        Progress progress([&last](const Progress::Report &report) { last = report.percent; });
        progress.begin({{u"one"_s, 1}});
        progress.next();
        progress.setStepPercent(80);
        progress.setStepPercent(10);
        QCOMPARE(last, 80.0);
        progress.setStepPercent(1000);
        QCOMPARE(last, 100.0);
    }

    void beginStartsOver()
    {
        Progress::Report last;
        Progress progress([&last](const Progress::Report &report) { last = report; });
        progress.begin({{u"one"_s, 1}});
        progress.next();
        progress.finish();
        progress.begin({{u"two"_s, 1}, {u"three"_s, 1}});
        progress.next();
        QCOMPARE(last.percent, 0.0);
        QCOMPARE(last.title, u"two"_s);
    }

    void surplusStepsAreIgnored()
    {
        Progress::Report last;
        Progress progress([&last](const Progress::Report &report) { last = report; });
        progress.begin({{u"only"_s, 1}});
        progress.next();
        progress.next();
        QCOMPARE(last.step, 1);
    }

    void tellsOfCancellation()
    {
        const Cancellation cancellation;
        Progress progress({}, cancellation);
        QVERIFY(!progress.isCancelled());
        cancellation.request();
        QVERIFY(progress.isCancelled());
    }
};

QTEST_GUILESS_MAIN(ProgressTest)
#include "ProgressTest.moc"
