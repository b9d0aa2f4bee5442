// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/NoVncLink.h"
#include "ParsedTarget.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Resize = NoVncSettings::Resize;

/// noVNC's parameters (docs/EMBEDDING.md): read from a pasted address, and written into a link again.
class NoVncLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyParameter();
    void nothingIsSaid();
    void flags_data();
    void flags();
    void nonsenseIsSaidAndIgnored_data();
    void nonsenseIsSaidAndIgnored();
    void links_data();
    void links();
    void roundTrip_data();
    void roundTrip();
    void noLoginInLinks();
    void plainRfbHasNoLink();
};

void NoVncLinkTest::everyParameter()
{
    const QString query = u"autoconnect=1&reconnect=true&reconnect_delay=2500&path=ws%3Ftoken%3Da&shared=0&bell=off"
                          "&view_only=yes&view_clip=1&resize=remote&quality=9&compression=0&show_dot=true"
                          "&logging=debug&keep_device_awake=1&repeaterID=ID:42&password=s"_s;
    for (const QString &text : {u"http://a:6080/vnc.html?"_s + query, u"http://a:6080/vnc.html#"_s + query}) {
        const DesktopTarget target = parsed(text);
        const NoVncSettings &settings = target.noVnc;
        QCOMPARE(settings.autoconnect, true);
        QCOMPARE(settings.reconnect, true);
        QVERIFY(settings.reconnectDelay == 2500ms);
        QCOMPARE(settings.bell, false);
        QCOMPARE(settings.viewClip, true);
        QVERIFY(settings.resize == Resize::Remote);
        QCOMPARE(settings.quality, 9);
        QCOMPARE(settings.compression, 0);
        QCOMPARE(settings.showDot, true);
        QCOMPARE(settings.logging, u"debug"_s);
        QCOMPARE(settings.keepDeviceAwake, true);
        QVERIFY(!target.shared);
        QVERIFY(target.viewOnly);
        QCOMPARE(target.repeaterId, u"ID:42"_s);
        QCOMPARE(target.password, "s");
        QCOMPARE(target.url.toString(), u"ws://a:6080/ws?token=a"_s);
        QCOMPARE(target.warnings.size(), 1); // the password
    }
}

void NoVncLinkTest::nothingIsSaid()
{
    const DesktopTarget target = parsed(u"http://a:6080/vnc.html"_s);
    QVERIFY(target.noVnc == NoVncSettings{});
    QVERIFY(target.shared);
    QVERIFY(!target.viewOnly);
    QVERIFY(target.repeaterId.isEmpty());
}

void NoVncLinkTest::flags_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("on");
    for (const char *value : {"1", "true", "TRUE", "on", "yes", "2", ""})
        QTest::newRow(*value == '\0' ? "empty" : value) << QString::fromLatin1(value) << true;
    for (const char *value : {"0", "no", "No", "false", "False"})
        QTest::newRow(value) << QString::fromLatin1(value) << false;
}

void NoVncLinkTest::flags()
{
    QFETCH(QString, value);
    QTEST(parsed(u"http://a/vnc.html?view_clip="_s + value).noVnc.viewClip.value(), "on");
}

void NoVncLinkTest::nonsenseIsSaidAndIgnored_data()
{
    QTest::addColumn<QString>("pair");
    for (const char *pair : {"quality=10", "quality=-1", "quality=x", "quality=", "compression=99", "resize=both",
                             "reconnect_delay=-5", "reconnect_delay=1e9", "logging=loud"})
        QTest::newRow(pair) << QString::fromLatin1(pair);
}

void NoVncLinkTest::nonsenseIsSaidAndIgnored()
{
    QFETCH(QString, pair);
    const DesktopTarget target = parsed(u"http://a/vnc.html?"_s + pair);
    QVERIFY(target.noVnc == NoVncSettings{});
    QCOMPARE(target.warnings.size(), 1);
    QVERIFY(target.warnings.first().contains(pair.section(u'=', 0, 0)));
}

void NoVncLinkTest::links_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("link");
    const auto row = [](const char *text, const char *link) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(link);
    };
    row("10.0.0.2:6080", "http://10.0.0.2:6080/vnc.html");
    row("wss://a/websockify", "https://a/vnc.html");
    row("ws://a:6080/x/y?token=t1", "http://a:6080/vnc.html?path=x/y%3Ftoken%3Dt1");
    row("http://a:6080/", "http://a:6080/");
    row("http://a:6080/n/vnc.html", "http://a:6080/n/vnc.html");
    row("http://a:6080/n/vnc.html?path=/ws", "http://a:6080/n/vnc.html?path=/ws");
    row("http://a:6080/vnc.html#path=ws", "http://a:6080/vnc.html?path=ws");
    row("http://a/vnc.html?host=b&port=7000&encrypt=1", "http://a/vnc.html?host=b&port=7000&encrypt=true");
    row("http://a/vnc.html?view_only=1&shared=0&bell=off", "http://a/vnc.html?shared=false&view_only=true&bell=off");
}

void NoVncLinkTest::links()
{
    QFETCH(QString, text);
    QTEST(noVncLink(parsed(text)), "link");
}

void NoVncLinkTest::roundTrip_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"a:6080", "[::1]:6080", "ws://a/", "wss://a:7000/websockify", "ws://a:6080/x%2Fy/%C3%A4?token=a%26b",
          "http://a:6080/vnc.html?autoconnect=1&reconnect=0&reconnect_delay=10&resize=scale&quality=0&compression=9",
          "https://a/novnc/vnc.html?path=websockify%3Ftoken=1&show_dot=1&view_clip=0&keep_device_awake=1&logging=info",
          "https://a/vnc.html?host=%5B::1%5D&port=99&encrypt=0&path=p/q&repeaterID=ID%3A1%262&view_only=1",
          "http://a:6080/vnc.html?path=wss%3A%2F%2Fb%3A9%2Fx%3Ftoken%3D1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void NoVncLinkTest::roundTrip()
{
    QFETCH(QString, text);
    const DesktopTarget target = parsed(text);
    const QString link = noVncLink(target);
    const DesktopTarget again = parsed(link);
    QCOMPARE(again.url.adjusted(QUrl::RemovePort), target.url.adjusted(QUrl::RemovePort));
    QCOMPARE(again.endpoint(), target.endpoint());
    QVERIFY(again.noVnc == target.noVnc);
    QCOMPARE(again.shared, target.shared);
    QCOMPARE(again.viewOnly, target.viewOnly);
    QCOMPARE(again.repeaterId, target.repeaterId);
    QVERIFY(again.warnings.isEmpty());
    QCOMPARE(noVncLink(again), link);
}

void NoVncLinkTest::noLoginInLinks()
{
    for (const char *text : {"http://u:s3cret@a:6080/vnc.html", "http://a:6080/vnc.html?password=s3cret",
                             "ws://u:s3cret@a:6080/websockify", "ws://a:6080/websockify?password=s3cret&token=1",
                             "http://a:6080/vnc.html#path=x%3Fpassword%3Ds3cret"}) {
        const QString link = noVncLink(parsed(QString::fromLatin1(text)));
        QVERIFY2(!link.contains("s3cret"_L1) && !link.contains(u'@'), qPrintable(link));
        QVERIFY(link.startsWith("http://a:6080/"_L1));
    }
    QVERIFY(noVncLink(parsed(u"ws://a:6080/websockify?password=s3cret&token=1"_s)).contains("token"_L1));
}

void NoVncLinkTest::plainRfbHasNoLink()
{
    QVERIFY(noVncLink(parsed(u"vnc://a:5901"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(NoVncLinkTest)
#include "NoVncLinkTest.moc"
