// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/QualityGovernor.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Distance = QualityGovernor::Distance;

constexpr qint64 megabit = 1'000'000 / 8;

/// A connection of that speed that sends updates of 100 kB without a break.
class Wire
{
public:
    explicit Wire(QualityGovernor &governor)
        : m_governor(governor)
    {
    }
    /// The number of times the levels changed.
    int run(double megabits, std::chrono::seconds duration)
    {
        int changes = 0;
        const auto end = m_now + duration;
        constexpr qint64 size = 100'000;
        const auto took = std::chrono::nanoseconds(qint64(double(size) / (megabits * double(megabit)) * 1e9));
        while (m_now < end) {
            m_governor.addBytes(size / 2, m_now);
            m_governor.addBytes(size / 2, m_now + took);
            m_now += took;
            changes += m_governor.endUpdate(m_now) ? 1 : 0;
        }
        return changes;
    }
    [[nodiscard]] std::chrono::nanoseconds now() const { return m_now; }

private:
    QualityGovernor &m_governor;
    std::chrono::nanoseconds m_now = 1s;
};

} // namespace

class QualityGovernorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void begins();
    void followsTheSpeed_data();
    void followsTheSpeed();
    void staysAtABorder();
    void staysWithoutLossOnThisMachine();
    void changesSlowly();
    void isNotFooledBySmallUpdates();
    void obeys();
};

void QualityGovernorTest::begins()
{
    QualityGovernor governor;
    governor.begin(Distance::Near);
    QVERIFY(!governor.levels().quality);
    QCOMPARE(governor.text(), u"lossless"_s);
    governor.begin(Distance::Far);
    QCOMPARE(governor.levels().quality, 8);
    QCOMPARE(governor.text(), u"JPEG 8, compression 2"_s);
}

void QualityGovernorTest::followsTheSpeed_data()
{
    QTest::addColumn<double>("megabits");
    QTest::addColumn<int>("quality"); // below 0: lossless
    QTest::newRow("loopback") << 2000.0 << -1;
    QTest::newRow("100 Mbit/s") << 95.0 << 9;
    QTest::newRow("20 Mbit/s") << 25.0 << 8;
    QTest::newRow("5 Mbit/s") << 6.0 << 6;
    QTest::newRow("2 Mbit/s") << 2.0 << 4;
    QTest::newRow("half a Mbit/s") << 0.5 << 2;
    QTest::newRow("modem") << 0.1 << 1;
}

void QualityGovernorTest::followsTheSpeed()
{
    QFETCH(double, megabits);
    QFETCH(int, quality);
    for (const Distance distance : {Distance::Near, Distance::Far}) {
        QualityGovernor governor;
        governor.begin(distance);
        Wire(governor).run(megabits, 60s);
        QCOMPARE(governor.levels().quality.value_or(-1), quality);
        QVERIFY(qAbs(governor.speed() / (megabits * 1e6) - 1) < 0.05);
    }
}

void QualityGovernorTest::staysAtABorder()
{
    QualityGovernor governor;
    governor.begin(Distance::Far);
    Wire wire(governor);
    wire.run(17, 30s);
    QCOMPARE(governor.levels().quality, 8);
    int changes = 0;
    for (int i = 0; i < 20; ++i)
        changes += wire.run(i % 2 == 0 ? 14 : 18, 5s);
    QCOMPARE(changes, 0);
    QCOMPARE(wire.run(10, 30s), 1);
    QCOMPARE(wire.run(18, 30s), 0);
    QCOMPARE(wire.run(25, 30s), 1);
}

/// However slow a server there is.
void QualityGovernorTest::staysWithoutLossOnThisMachine()
{
    QualityGovernor governor;
    governor.begin(Distance::ThisMachine);
    Wire wire(governor);
    QCOMPARE(wire.run(1, 60s), 0);
    QCOMPARE(governor.text(), u"lossless"_s);
    QVERIFY(qAbs(governor.speed() / 1e6 - 1) < 0.05); // measured all the same
    // What a person wants counts, and so does the next server.
    governor.setWish({PictureQuality::Mode::Fixed, 3, 7});
    QCOMPARE(governor.levels().quality, 3);
    governor.setWish({});
    QVERIFY(!governor.levels().quality);
    governor.begin(Distance::Near);
    wire.run(1, 60s);
    QVERIFY(governor.levels().quality);
}

void QualityGovernorTest::changesSlowly()
{
    QualityGovernor governor;
    governor.begin(Distance::Near);
    Wire wire(governor);
    wire.run(2000, 3s);
    // However wild it is, no more than one change in two seconds.
    int changes = 0;
    for (int i = 0; i < 10; ++i)
        changes += wire.run(i % 2 == 0 ? 1 : 2000, 1s);
    QVERIFY2(changes <= 6, qPrintable(QString::number(changes)));
}

void QualityGovernorTest::isNotFooledBySmallUpdates()
{
    QualityGovernor governor;
    governor.begin(Distance::Near);
    auto now = 1'000'000'000ns;
    for (int i = 0; i < 1000; ++i) { // a clock's hand: 200 bytes that take a millisecond
        governor.addBytes(100, now);
        governor.addBytes(100, now + 1ms);
        now += 1ms;
        QVERIFY(!governor.endUpdate(now));
        now += 1s;
    }
    QVERIFY(governor.speed() < 0);
    // A fence a second before an update is none of its bytes.
    for (int i = 0; i < 100; ++i) {
        governor.addBytes(20, now);
        governor.skipBytes();
        now += 1s;
        governor.addBytes(2000, now);
        now += 1ms;
        QVERIFY(!governor.endUpdate(now));
    }
    QVERIFY(governor.speed() < 0);
    // Small and slow tells something.
    for (int i = 0; i < 100; ++i) {
        governor.addBytes(1000, now);
        governor.addBytes(1000, now + 200ms);
        now += 1s;
        static_cast<void>(governor.endUpdate(now - 800ms));
    }
    QCOMPARE(governor.levels().quality, 1);
}

void QualityGovernorTest::obeys()
{
    QualityGovernor governor;
    governor.begin(Distance::Far);
    governor.setWish({PictureQuality::Mode::Lossless});
    QVERIFY(!governor.levels().quality && !governor.levels().compression);
    governor.setWish({PictureQuality::Mode::Fixed, 3, 7});
    QCOMPARE(governor.levels(), (QualityGovernor::Levels{3, 7}));
    QCOMPARE(governor.text(), u"JPEG 3, compression 7"_s);
    QCOMPARE(Wire(governor).run(1, 10s), 0);
    governor.setWish({PictureQuality::Mode::Fixed, 30, -7});
    QCOMPARE(governor.levels(), (QualityGovernor::Levels{9, 0}));
}

QTEST_GUILESS_MAIN(QualityGovernorTest)
#include "QualityGovernorTest.moc"
