// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Banner.h"

#include <QTest>

using namespace portlight::rfb;
using namespace Qt::Literals::StringLiterals;

class BannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsVersions_data();
    void knowsVersions();
    void knowsRepeaters();
    void namesOthers_data();
    void namesOthers();
};

void BannerTest::knowsVersions_data()
{
    QTest::addColumn<QByteArray>("banner");
    QTest::addColumn<int>("minor");
    QTest::newRow("3.3") << QByteArray("RFB 003.003\n") << 3;
    QTest::newRow("3.6") << QByteArray("RFB 003.006\n") << 3;
    QTest::newRow("3.7") << QByteArray("RFB 003.007\n") << 7;
    QTest::newRow("3.8") << QByteArray("RFB 003.008\n") << 8;
    QTest::newRow("3.889") << QByteArray("RFB 003.889\n") << 8;
    QTest::newRow("4.0") << QByteArray("RFB 004.000\n") << 8;
    QTest::newRow("4.1") << QByteArray("RFB 004.001\n") << 8;
    QTest::newRow("5.0") << QByteArray("RFB 005.000\n") << 8;
}

void BannerTest::knowsVersions()
{
    QFETCH(QByteArray, banner);
    QFETCH(int, minor);
    for (qsizetype length = 1; length < banner.size(); ++length)
        QVERIFY(std::holds_alternative<BannerIncomplete>(readBanner(banner.first(length))));
    QVERIFY(std::holds_alternative<BannerVersion>(readBanner(banner)));
    QCOMPARE(std::get<BannerVersion>(readBanner(banner + "more")).minor, minor);
}

void BannerTest::knowsRepeaters()
{
    QVERIFY(std::holds_alternative<BannerIncomplete>(readBanner("RFB 000.000")));
    QVERIFY(std::holds_alternative<BannerRepeater>(readBanner("RFB 000.000\n")));
}

void BannerTest::namesOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("needed");
    QTest::addColumn<QString>("word");
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << 4 << u"SSH"_s;
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request") << 5 << u"web server"_s;
    QTest::newRow("HTML") << QByteArray("<html>") << 5 << u"web server"_s;
    QTest::newRow("doctype") << QByteArray("<!DOCTYPE html>") << 2 << u"web server"_s;
    QTest::newRow("mail") << QByteArray("220 mx ESMTP") << 3 << u"mail"_s;
    QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01") << 2 << u"TLS"_s;
    QTest::newRow("binary") << QByteArray("\x7f\x01\x02") << 1 << u"not a VNC server"_s;
    QTest::newRow("half like SSH") << QByteArray("SSL?") << 3 << u"not a VNC server"_s;
    QTest::newRow("no digits") << QByteArray("RFB abc.def\n") << 5 << u"no version"_s;
    QTest::newRow("no line end") << QByteArray("RFB 003.008 ") << 12 << u"no version"_s;
    for (const QByteArray version : {"002.002", "003.004", "003.005", "003.016", "004.002", "005.001", "000.001"})
        QTest::addRow("%s", version.data()) << QByteArray("RFB " + version + "\n") << 12 << u"not supported"_s;
}

/// It is said with the first byte that settles it, and not before.
void BannerTest::namesOthers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, needed);
    QFETCH(QString, word);
    for (qsizetype length = 1; length < needed; ++length)
        QVERIFY(std::holds_alternative<BannerIncomplete>(readBanner(bytes.first(length))));
    for (const QByteArray &start : {bytes.first(needed), bytes}) {
        const auto answer = readBanner(start);
        QVERIFY(std::holds_alternative<NotRfb>(answer));
        QVERIFY2(std::get<NotRfb>(answer).summary.contains(word), qPrintable(std::get<NotRfb>(answer).summary));
    }
}

QTEST_GUILESS_MAIN(BannerTest)
#include "BannerTest.moc"
