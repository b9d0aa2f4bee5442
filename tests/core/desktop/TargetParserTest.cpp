// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/TargetParser.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class TargetParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void webSockets_data();
    void webSockets();
    void plainRfb_data();
    void plainRfb();
    void malformed_data();
    void malformed();
    void passwords_data();
    void passwords();
    void loginBecomesAHeader();
    void noVncFlags();
    void websockifyOfAGuest();
};

void TargetParserTest::webSockets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("endpoint");
    const auto row = [](const char *name, const char *text, const char *url, const char *endpoint) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(url) << QString::fromLatin1(endpoint);
    };
    row("ws", "ws://10.0.0.2:6080/websockify", "ws://10.0.0.2:6080/websockify", "10.0.0.2:6080");
    row("ws with token", "ws://a:6080/x/y?token=t1&z=2", "ws://a:6080/x/y?token=t1&z=2", "a:6080");
    row("ws default port", "ws://a/websockify", "ws://a/websockify", "a:80");
    row("wss default port", "wss://a/websockify", "wss://a/websockify", "a:443");
    row("ws without path", "ws://a:6080", "ws://a:6080/", "a:6080");
    row("ws ipv6", "ws://[::1]:6080/websockify", "ws://[::1]:6080/websockify", "[::1]:6080");
    row("host and port", "127.0.0.1:6080", "ws://127.0.0.1:6080/websockify", "127.0.0.1:6080");
    row("below 5900", "a:5899", "ws://a:5899/websockify", "a:5899");
    row("above 5999", "a:6000", "ws://a:6000/websockify", "a:6000");
    row("ipv6 and port", "[::1]:6080", "ws://[::1]:6080/websockify", "[::1]:6080");
    row("novnc", "http://a:6080/vnc.html", "ws://a:6080/websockify", "a:6080");
    row("novnc root", "http://a:6080/", "ws://a:6080/websockify", "a:6080");
    row("novnc bare", "http://a:6080", "ws://a:6080/websockify", "a:6080");
    row("novnc https", "https://a/vnc.html", "wss://a:443/websockify", "a:443");
    row("novnc path with token", "http://a:6080/vnc.html?path=websockify%3Ftoken%3Dvm1&autoconnect=1",
        "ws://a:6080/websockify?token=vm1", "a:6080");
    row("novnc plain token", "http://a:6080/vnc.html?path=websockify?token=vm1", "ws://a:6080/websockify?token=vm1",
        "a:6080");
    row("novnc only token", "http://a:6080/vnc.html?path=?token=vm1", "ws://a:6080/?token=vm1", "a:6080");
    row("novnc host, port, encrypt", "http://a:6080/vnc.html?host=b&port=7000&encrypt=1&path=p", "wss://b:7000/p",
        "b:7000");
    row("novnc encrypt off", "https://a:8443/vnc.html?encrypt=false", "ws://a:8443/websockify", "a:8443");
    row("novnc fragment", "http://a:6080/vnc.html#host=b&port=7000", "ws://b:7000/websockify", "b:7000");
    row("novnc fragment wins", "http://a:6080/vnc.html?port=1#port=7000", "ws://a:7000/websockify", "a:7000");
    row("novnc in a folder", "http://a:6080/novnc/vnc_lite.html", "ws://a:6080/novnc/websockify", "a:6080");
    row("novnc absolute path", "http://a:6080/novnc/vnc.html?path=/ws", "ws://a:6080/ws", "a:6080");
    row("novnc path is a url", "http://a:6080/vnc.html?path=wss%3A%2F%2Fb%3A9%2Fx%3Ftoken%3D1", "wss://b:9/x?token=1",
        "b:9");
    row("novnc plus stays", "http://a:6080/vnc.html?path=x%3Ftoken=1+2", "ws://a:6080/x?token=1+2", "a:6080");
    row("spaces around", "  a:6080 ", "ws://a:6080/websockify", "a:6080");
}

void TargetParserTest::webSockets()
{
    QFETCH(QString, text);
    const Result<DesktopTarget> target = TargetParser::parse(text);
    QVERIFY2(target, target ? "" : qPrintable(target.error().summary));
    QCOMPARE(target->transport, DesktopTarget::Transport::WebSocket);
    QTEST(target->url.toString(QUrl::FullyEncoded), "url");
    QTEST(target->display, "url");
    QTEST(target->endpoint(), "endpoint");
    QVERIFY(target->password.isEmpty());
    QVERIFY(target->warnings.isEmpty());
}

void TargetParserTest::plainRfb_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("display");
    QTest::newRow("vnc") << u"vnc://a:5901"_s << u"vnc://a:5901"_s;
    QTest::newRow("vnc default port") << u"vnc://a"_s << u"vnc://a:5900"_s;
    QTest::newRow("vnc other port") << u"vnc://a:6080"_s << u"vnc://a:6080"_s;
    QTest::newRow("vnc ipv6") << u"vnc://[fe80::1]:5901"_s << u"vnc://[fe80::1]:5901"_s;
    QTest::newRow("5900") << u"a:5900"_s << u"vnc://a:5900"_s;
    QTest::newRow("5999") << u"[::1]:5999"_s << u"vnc://[::1]:5999"_s;
}

void TargetParserTest::plainRfb()
{
    QFETCH(QString, text);
    const Result<DesktopTarget> target = TargetParser::parse(text);
    QVERIFY(target);
    QCOMPARE(target->transport, DesktopTarget::Transport::Rfb);
    QTEST(target->display, "display");
    QCOMPARE(u"vnc://"_s + target->endpoint(), target->display);
}

void TargetParserTest::malformed_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "   ",
                             "a",
                             "a:",
                             ":6080",
                             "a:0",
                             "a:65536",
                             "a:-1",
                             "a:+1",
                             "a:6080x",
                             "a b:6080",
                             "::1:6080",
                             "[::1]",
                             "[a]:6080",
                             "ftp://a",
                             "ws://",
                             "ws://:6080/",
                             "ws://a:99999/",
                             "ws://a:0/",
                             "vnc://",
                             "vnc://a:0",
                             "http://a:6080/vnc.html?port=x",
                             "http://a:6080/vnc.html?port=70000",
                             "http:///vnc.html",
                             "a/b:6080",
                             "http://a:6080/vnc.html?path=ws%3A%2F%2F"})
        QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromLatin1(text);
    QTest::newRow("endless") << QString(100'000, u'a');
}

void TargetParserTest::malformed()
{
    QFETCH(QString, text);
    const Result<DesktopTarget> target = TargetParser::parse(text);
    QVERIFY2(!target, target ? qPrintable(target->display) : "");
    QCOMPARE(target.error().kind, ErrorKind::Usage);
    QCOMPARE(target.error().id, u"target.malformed"_s);
    QVERIFY(!target.error().summary.isEmpty());
    QVERIFY(target.error().summary.size() < 500);
}

void TargetParserTest::passwords_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("novnc query") << u"http://a:6080/vnc.html?password=s3cret&autoconnect=1"_s;
    QTest::newRow("novnc fragment") << u"http://a:6080/vnc.html#password=s3cret"_s;
    QTest::newRow("vnc user part") << u"vnc://:s3cret@a:5901"_s;
    QTest::newRow("vnc query") << u"vnc://a:5901?VncPassword=s3cret"_s;
}

void TargetParserTest::passwords()
{
    QFETCH(QString, text);
    const Result<DesktopTarget> target = TargetParser::parse(text);
    QVERIFY(target);
    QCOMPARE(target->password, "s3cret"_ba);
    QCOMPARE(target->warnings.size(), 1);
    QVERIFY(!target->warnings.constFirst().contains("s3cret"_L1));
    QVERIFY(!target->display.contains("s3cret"_L1));
    QVERIFY(!target->url.toString().contains("s3cret"_L1));
    // The same with something wrong in it: the error must not show it either.
    const Result<DesktopTarget> wrong = TargetParser::parse(QString(text).replace(u"a:"_s, u"a:99999"_s));
    QVERIFY(!wrong);
    QVERIFY(!wrong.error().text().contains("s3cret"_L1));
}

void TargetParserTest::loginBecomesAHeader()
{
    const Result<DesktopTarget> target =
        TargetParser::parse(u"ws://user:s3cret@a:6080/websockify?token=x&password=s3cret"_s);
    QVERIFY(target);
    QCOMPARE(target->authorization, QByteArray("Basic ") + QByteArray("user:s3cret").toBase64());
    QVERIFY(!target->display.contains("s3cret"_L1));
    QCOMPARE(target->display, u"ws://a:6080/websockify?token=x&password=***"_s);
    QVERIFY(target->url.userInfo().isEmpty());
    QCOMPARE(target->warnings.size(), 1);
}

void TargetParserTest::noVncFlags()
{
    const auto plain = TargetParser::parse(u"http://a:6080/vnc.html"_s);
    QVERIFY(plain && plain->shared && !plain->viewOnly);
    QCOMPARE(plain->pagePath, u"/vnc.html"_s);
    const auto other = TargetParser::parse(u"http://a:6080/n/vnc_lite.html?shared=0&view_only=true"_s);
    QVERIFY(other && !other->shared && other->viewOnly);
    QCOMPARE(other->pagePath, u"/n/vnc_lite.html"_s);
}

void TargetParserTest::websockifyOfAGuest()
{
    QCOMPARE(TargetParser::websockify(u"fd00::2"_s, 6080).display, u"ws://[fd00::2]:6080/websockify"_s);
}

QTEST_GUILESS_MAIN(TargetParserTest)
#include "TargetParserTest.moc"
