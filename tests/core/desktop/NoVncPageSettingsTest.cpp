// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/NoVncPageSettings.h"
#include "ParsedTarget.h"
#include "hosts/LocalHost.h"
#include "support/HostileServer.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class NoVncPageSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void urlWinsOverDefaultsAndMandatoryOverAll();
    void loginsStayWithTheirServer();
    void nonsenseChangesNothing();
    void fetchesBothFiles();
    void silentServerDoesNotHold();
};

namespace {

NoVncPageSettings fetch(const DesktopTarget &target, std::chrono::milliseconds time)
{
    const EventWait wait({});
    return NoVncPageSettings::fetch(target, std::make_shared<LocalHost>(), QDeadlineTimer(time), wait);
}

} // namespace

void NoVncPageSettingsTest::parses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("quality");
    QTest::newRow("number") << QByteArray(R"({"quality": 3})") << u"3"_s;
    QTest::newRow("text") << QByteArray(R"({"quality": "3"})") << u"3"_s;
    QTest::newRow("flag") << QByteArray(R"({"quality": true})") << u"true"_s;
    QTest::newRow("list") << QByteArray(R"({"quality": [3]})") << QString();
    QTest::newRow("no object") << QByteArray("[3]") << QString();
    QTest::newRow("a page") << QByteArray("<html>") << QString();
    QTest::newRow("too long") << QByteArray(R"({"quality": 3})") + QByteArray(70'000, ' ') << QString();
}

void NoVncPageSettingsTest::parses()
{
    QFETCH(QByteArray, json);
    QTEST(NoVncPageSettings::parse(json).value(u"quality"_s), "quality");
}

void NoVncPageSettingsTest::urlWinsOverDefaultsAndMandatoryOverAll()
{
    NoVncPageSettings settings;
    settings.defaults = {{u"quality"_s, u"1"_s}, {u"compression"_s, u"2"_s}, {u"path"_s, u"p?token=1"_s}};
    settings.mandatory = {{u"view_only"_s, u"true"_s}, {u"resize"_s, u"scale"_s}};
    const DesktopTarget target =
        TargetParser::withPageSettings(parsed(u"http://a/vnc.html?quality=7#resize=off&view_only=0"_s), settings);
    QCOMPARE(target.noVnc.quality, 7);
    QCOMPARE(target.noVnc.compression, 2);
    QVERIFY(target.noVnc.resize == NoVncSettings::Resize::Scale);
    QVERIFY(target.viewOnly);
    QCOMPARE(target.url.toString(), u"ws://a:80/p?token=1"_s);
}

void NoVncPageSettingsTest::loginsStayWithTheirServer()
{
    const DesktopTarget target = parsed(u"http://u:p@a/vnc.html?password=s3cret"_s);
    QCOMPARE(target.password, "s3cret");
    QVERIFY(!target.authorization.isEmpty());
    NoVncPageSettings same;
    same.defaults = {{u"path"_s, u"other"_s}};
    QCOMPARE(TargetParser::withPageSettings(target, same).password, "s3cret");
    QCOMPARE(TargetParser::withPageSettings(target, same).authorization, target.authorization);
    NoVncPageSettings elsewhere;
    elsewhere.mandatory = {{u"path"_s, u"wss://evil/x"_s}};
    const DesktopTarget moved = TargetParser::withPageSettings(target, elsewhere);
    QCOMPARE(moved.host, u"evil"_s);
    QVERIFY(moved.password.isEmpty());
    QVERIFY(moved.authorization.isEmpty());
    QVERIFY(parsed(u"http://u:p@a/vnc.html?path=ws://b/x"_s).authorization.isEmpty());
}

void NoVncPageSettingsTest::nonsenseChangesNothing()
{
    NoVncPageSettings settings;
    settings.mandatory = {{u"port"_s, u"99999"_s}};
    const DesktopTarget target = parsed(u"http://a/vnc.html"_s);
    QCOMPARE(TargetParser::withPageSettings(target, settings).url, target.url);
    const DesktopTarget plain = parsed(u"a:6080"_s);
    settings.mandatory = {{u"path"_s, u"x"_s}};
    QCOMPARE(TargetParser::withPageSettings(plain, settings).url, plain.url);
}

void NoVncPageSettingsTest::fetchesBothFiles()
{
    HostileServer server([](ServerConnection &connection) {
        const QByteArray request = connection.readRequest();
        if (request.startsWith("GET /n/defaults.json "))
            connection.respond("200 OK", R"({"quality": 4, "about": "noVNC, and more"})");
        else if (request.startsWith("GET /n/mandatory.json "))
            connection.respond("200 OK", R"({"path": "ws"})");
        else
            connection.respond("404 Not Found");
    });
    const QString page = u"http://127.0.0.1:%1/n/vnc.html"_s.arg(server.port());
    const NoVncPageSettings settings = fetch(parsed(page), 10s);
    QCOMPARE(settings.defaults.value(u"quality"_s), u"4"_s);
    QCOMPARE(settings.mandatory.value(u"path"_s), u"ws"_s);
    QVERIFY(fetch(parsed(u"127.0.0.1:%1"_s.arg(server.port())), 10s).isEmpty());
    QCOMPARE(server.connections(), 2);
}

void NoVncPageSettingsTest::silentServerDoesNotHold()
{
    HostileServer server([](ServerConnection &connection) { connection.hold(); });
    const QElapsedTimer clock = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    QVERIFY(fetch(parsed(u"http://127.0.0.1:%1/vnc.html"_s.arg(server.port())), 300ms).isEmpty());
    QVERIFY(clock.elapsed() < 5000);
}

QTEST_GUILESS_MAIN(NoVncPageSettingsTest)
#include "NoVncPageSettingsTest.moc"
