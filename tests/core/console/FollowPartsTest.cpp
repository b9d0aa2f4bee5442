// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/DeliveredText.h"
#include "console/LogCuts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace portlight;

/// The parts of following that need no file.
class FollowPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAreRead()
    {
        const auto cuts = parseLogCuts("16777216 20000000\nnonsense\n5 5\n-3 9\n1 2 3\n  30  40  \r\n50 60");
        QCOMPARE(cuts.size(), 3U);
        QCOMPARE(cuts[0].from, 16777216);
        QCOMPARE(cuts[0].to, 20000000);
        QCOMPARE(cuts[1].from, 30);
        QCOMPARE(cuts[2].to, 60);
        QVERIFY(parseLogCuts("99999999999999999999 1\n").empty());
        QVERIFY(parseLogCuts({}).empty());
    }

    void aHoleIsALongRunOfNuls()
    {
        const QByteArray nuls(4096, '\0');
        QCOMPARE(findHole("text" + nuls + "text"), 4);
        QCOMPARE(findHole(nuls), 0);
        QCOMPARE(findHole("a" + nuls.first(10) + "b" + nuls), 12);
        QCOMPARE(findHole("a" + nuls.first(10) + "b"), -1);
        QCOMPARE(findHole({}), -1);
    }

    void whatWasDeliveredLastIsRemembered()
    {
        const auto store = std::make_shared<LineStore>();
        DeliveredText text(store);
        QByteArray file(5000, ' ');
        std::vector<bool> known(5000, false);
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const int offset = random.bounded(4900);
            const QByteArray bytes(1 + random.bounded(99), char('a' + random.bounded(26)));
            if (random.bounded(3) == 0) {
                text.addCopy(offset, bytes);
            } else {
                const qint64 at = store->byteCount();
                store->append(bytes, {});
                text.add(offset, bytes.size(), at);
            }
            file.replace(offset, bytes.size(), bytes);
            std::fill_n(known.begin() + offset, bytes.size(), true);
            const int from = random.bounded(5000);
            const QByteArray read = text.read(from, 300);
            QCOMPARE(read, file.sliced(from, read.size()));
            // Only what was never delivered, or forgotten because there were too many pieces, is missing.
            if (i < 100) {
                const bool atUnknown = from + read.size() >= 5000 || !known[size_t(from + read.size())];
                QVERIFY(read.size() == 300 || atUnknown);
            }
        }
        text.clear();
        QVERIFY(text.isEmpty());
        QVERIFY(text.read(0, 10).isEmpty());
    }
};

QTEST_GUILESS_MAIN(FollowPartsTest)
#include "FollowPartsTest.moc"
