// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/StatisticsMeter.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class StatisticsMeterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts();
    void mixesByPixels();
    void measuresRoundTrips();
    void beginsAnew();
};

void StatisticsMeterTest::counts()
{
    StatisticsMeter meter;
    meter.addBytes(3'000);
    meter.addBytes(1'000);
    meter.addUpdate();
    meter.addUpdate();
    meter.addDecodeTime(3ms);
    meter.addDecodeTime(5ms);
    meter.setQuality(u"lossless"_s);
    const SessionStatistics now = meter.statistics();
    QCOMPARE(now.bytesReceived, 4'000);
    QCOMPARE(now.updates, 2);
    QCOMPARE(now.kilobytesPerSecond, 2.0); // over two seconds
    QCOMPARE(now.updatesPerSecond, 1.0);
    QCOMPARE(now.decodeMilliseconds, 4.0);
    QCOMPARE(now.quality, u"lossless"_s);
}

void StatisticsMeterTest::mixesByPixels()
{
    StatisticsMeter meter;
    QVERIFY(meter.statistics().mix.isEmpty());
    meter.addPixels(u"Tight"_s, 100);
    meter.addPixels(u"CopyRect"_s, 600);
    meter.addPixels(u"Tight"_s, 100);
    meter.addPixels(u"Raw"_s, 0);
    meter.addPixels(u"JPEG"_s, 200);
    QStringList lines;
    for (const auto &share : meter.statistics().mix)
        lines += u"%1 %2"_s.arg(share.encoding).arg(share.share);
    QCOMPARE(lines, QStringList({u"CopyRect 0.6"_s, u"JPEG 0.2"_s, u"Tight 0.2"_s}));
}

void StatisticsMeterTest::measuresRoundTrips()
{
    StatisticsMeter meter;
    QVERIFY(meter.statistics().roundTripMilliseconds < 0);
    meter.endRoundTrip(); // nobody asked
    QVERIFY(meter.statistics().roundTripMilliseconds < 0);
    meter.beginRoundTrip();
    QVERIFY(meter.statistics().roundTripMilliseconds < 0);
    meter.endRoundTrip();
    const double first = meter.statistics().roundTripMilliseconds;
    QVERIFY(first >= 0);
    // An answer that is overdue counts.
    meter.beginRoundTrip();
    QTRY_VERIFY(meter.statistics().roundTripMilliseconds > first + 20);
}

void StatisticsMeterTest::beginsAnew()
{
    StatisticsMeter meter;
    meter.addBytes(1);
    meter.addUpdate();
    meter.addEncoding(u"Raw"_s);
    meter.addPixels(u"Raw"_s, 1);
    meter.beginRoundTrip();
    meter.endRoundTrip();
    meter.reset();
    const SessionStatistics now = meter.statistics();
    QCOMPARE(now.bytesReceived, 0);
    QCOMPARE(now.updates, 0);
    QCOMPARE(now.updatesPerSecond, 0.0);
    QVERIFY(now.encodings.isEmpty() && now.mix.isEmpty());
    QVERIFY(now.roundTripMilliseconds < 0);
}

QTEST_GUILESS_MAIN(StatisticsMeterTest)
#include "StatisticsMeterTest.moc"
