// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineSet.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace portlight;

namespace {

void compare(const LineSet &lines, const std::set<qint64> &model, qint64 most)
{
    QCOMPARE(lines.size(), qint64(model.size()));
    QCOMPARE(lines.isEmpty(), model.empty());
    qint64 row = 0;
    for (const qint64 line : model) {
        QVERIFY(lines.contains(line));
        QCOMPARE(lines.rowOf(line), row);
        QCOMPARE(lines.lineAt(row), line);
        ++row;
    }
    QCOMPARE(lines.lineAt(row), -1);
    QCOMPARE(lines.lineAt(-1), -1);
    QCOMPARE(lines.rowOf(most * 2), row);
    QRandomGenerator random(5);
    for (int i = 0; i < 200; ++i) {
        const qint64 line = random.bounded(int(most + 100));
        const auto above = model.lower_bound(line);
        QCOMPARE(lines.contains(line), model.count(line) > 0);
        QCOMPARE(lines.next(line, 1), above == model.end() ? -1 : *above);
        const auto below = model.upper_bound(line);
        QCOMPARE(lines.next(line, -1), below == model.begin() ? -1 : *std::prev(below));
        QCOMPARE(lines.rowOf(line), qint64(std::distance(model.begin(), above)));
    }
}

} // namespace

class LineSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptySetAnswersEverything()
    {
        const LineSet lines;
        QVERIFY(lines.isEmpty());
        QVERIFY(!lines.contains(0) && !lines.contains(-1) && !lines.contains(1'000'000));
        QCOMPARE(lines.rowOf(5), 0);
        QCOMPARE(lines.lineAt(0), -1);
        QCOMPARE(lines.next(0, 1), -1);
        QCOMPARE(lines.next(100, -1), -1);
    }

    void itIsTheSameAsAnOrdinarySet()
    {
        QRandomGenerator random(3);
        constexpr qint64 Most = 30'000;
        for (int round = 0; round < 8; ++round) {
            LineSet lines;
            std::set<qint64> model;
            for (int step = 0; step < 60; ++step) {
                const qint64 first = random.bounded(int(Most));
                switch (random.bounded(8)) {
                case 0:
                    lines.removeFrom(first);
                    model.erase(model.lower_bound(first), model.end());
                    break;
                case 1: {
                    const qint64 last = first + random.bounded(300);
                    lines.addRange(first, last);
                    for (qint64 line = first; line < last; ++line)
                        model.insert(line);
                    break;
                }
                case 2:
                    (void)lines.rowOf(first); // Counts in between must not be remembered wrongly.
                    break;
                default:
                    lines.add(first);
                    model.insert(first);
                }
            }
            compare(lines, model, Most);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void wholeWordsAndBlocksAreNoSpecialCase()
    {
        LineSet lines;
        std::set<qint64> model;
        for (const qint64 edge : {0, 63, 64, 65, 127, 128, 4095, 4096, 4097, 8191, 8192}) {
            lines.add(edge);
            lines.add(edge);
            model.insert(edge);
        }
        compare(lines, model, 8192);
        lines.removeFrom(8192);
        model.erase(8192);
        compare(lines, model, 8192);
        lines.removeFrom(4096);
        model.erase(model.lower_bound(4096), model.end());
        compare(lines, model, 8192);
        lines.removeFrom(0);
        QVERIFY(lines.isEmpty());
        lines.addRange(64, 128);
        QCOMPARE(lines.size(), 64);
        QCOMPARE(lines.lineAt(63), 127);
    }
};

QTEST_GUILESS_MAIN(LineSetTest)
#include "LineSetTest.moc"
