// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/TscFrequency.h"
#include "hosts/LocalHost.h"

#include <QTest>

#include <cmath>

using namespace portlight;

class TscFrequencyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCpuInfo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<quint64>("kiloHertz");
        const QByteArray model =
            "processor\t: 0\nmodel name\t: Intel(R) Xeon(R) CPU @ 2.60GHz\ncpu MHz\t\t: 2596.122\n";
        QTest::newRow("inside a VM the current frequency is the counter's") << model + "flags\t\t: fpu tsc hypervisor\n"
                                                                            << quint64(2596122);
        QTest::newRow("on bare metal the nominal one") << model + "flags\t\t: fpu tsc\n" << quint64(2600000);
        QTest::newRow("no nominal one") << QByteArray("model name\t: AMD EPYC\ncpu MHz\t\t: 3000.000\nflags\t: fpu\n")
                                        << quint64(3000000);
        QTest::newRow("nothing") << QByteArray("processor\t: 0\n") << quint64(0);
        QTest::newRow("empty") << QByteArray() << quint64(0);
    }
    void readsCpuInfo()
    {
        QFETCH(QByteArray, text);
        QFETCH(quint64, kiloHertz);
        QCOMPARE(tscKiloHertzFromCpuInfo(text), kiloHertz);
    }

    void measuresTheSameTwice()
    {
        LocalHost host;
        const auto first = tscKiloHertz(host, {});
        const auto second = tscKiloHertz(host, {});
        QVERIFY(first && second);
        QVERIFY(*first > 100'000);
        QVERIFY(std::abs(double(*first) / double(*second) - 1) < 1e-3);
    }

    void canBeCancelled()
    {
        LocalHost host;
        const Cancellation cancellation;
        cancellation.request();
        QCOMPARE(tscKiloHertz(host, cancellation).error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TscFrequencyTest)
#include "TscFrequencyTest.moc"
