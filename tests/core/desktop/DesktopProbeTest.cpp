// SPDX-License-Identifier: GPL-3.0-or-later
#include "Probing.h"
#include "support/RemoteLikeHost.h"
#include "support/TestCertificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace portlight;
using namespace portlight::probing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Sends each byte as a message of its own.
void dribble(ServerConnection &connection, const QByteArray &bytes)
{
    for (const char byte : bytes)
        connection.send(QByteArray(1, byte));
}

} // namespace

class DesktopProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesADesktop_data();
    void verifiesADesktop();
    void verifiesInForeignThreads();
    void verifiesByteByByte();
    void refused();
    void nameNotFound();
    void closeCodesDiffer();
    void passwordIsAskedFor();
    void tlsUntrusted();
    void tlsOnAPlainPort();
    void warnsAboutAPageThatIsNotNoVnc();
    void goesThroughAHostProxy();
    void refusedBehindAHostProxy();
    void keepsTryingUntilItWorks();
    void settlesWhenTheSessionPaintsLate();
    void inputWarnsAndIsSkipped();
    void cancels();
    void screenshots();
    void startingWhileBooting();

private:
    QTemporaryDir m_folder;
};

void DesktopProbeTest::verifiesADesktop_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("ws") << u"ws"_s;
    QTest::newRow("vnc") << u"vnc"_s;
}

void DesktopProbeTest::verifiesADesktop()
{
    QFETCH(QString, scheme);
    const HostileServer server(scheme == u"ws"_s ? HostileServer::webSocket(serveDesktop) : Script(serveDesktop));
    const Result<VerifyReport> report = probe(server.url(scheme), within(10s));
    QVERIFY(report);
    QVERIFY2(!report->failure, report->failure ? qPrintable(report->failure->summary) : "");
    QCOMPARE(report->verdict, Verdict::Verified);
    QCOMPARE(report->target, server.url(scheme));
    QVERIFY(report->desktop);
    QCOMPARE(report->desktop->name, u"fake"_s);
    QCOMPARE(report->desktop->width, 800);
    QCOMPARE(report->desktop->height, 600);
    QCOMPARE(report->desktop->blank, false);
    QCOMPARE(report->desktop->distinctColors, 65'536);
    const QString webStatus = scheme == u"ws"_s ? u"passed"_s : u"skipped"_s;
    QCOMPARE(statusOf(*report, Stage::Tcp), u"passed"_s);
    QCOMPARE(statusOf(*report, Stage::Http), webStatus);
    QCOMPARE(statusOf(*report, Stage::Websocket), webStatus);
    for (const Stage stage :
         {Stage::RfbVersion, Stage::RfbSecurity, Stage::RfbInit, Stage::Framebuffer, Stage::Picture, Stage::Input})
        QCOMPARE(statusOf(*report, stage), u"passed"_s);
}

void DesktopProbeTest::verifiesInForeignThreads()
{
    const HostileServer server(HostileServer::webSocket(serveDesktop));
    const HostileServer plain(serveDesktop);
    std::array<Result<VerifyReport>, 4> reports;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        threads.emplace_back(
            [&, i] { reports.at(i) = probe(i % 2 == 0 ? server.url(u"ws"_s) : plain.url(u"vnc"_s), within(10s)); });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const auto &report : reports)
        QVERIFY2(report && report->isVerified(), report ? qPrintable(report->sentence()) : "");
}

void DesktopProbeTest::verifiesByteByByte()
{
    const HostileServer server(HostileServer::webSocket([](ServerConnection &connection) {
        const QImage image = FakeRfbServer::desktop({640, 480});
        dribble(connection, "RFB 003.008\n");
        (void)connection.receive(12);
        dribble(connection, "\1\1");
        (void)connection.receive(1);
        dribble(connection, QByteArray(4, '\0'));
        (void)connection.receive(1);
        dribble(connection, FakeRfbServer::serverInit(image.size(), "slow"));
        const QByteArray picture = FakeRfbServer::picture(image);
        dribble(connection, picture.left(4000));
        connection.send(picture.mid(4000));
        FakeRfbServer::serve(connection, image);
    }));
    const Result<VerifyReport> report = probe(server.url(u"ws"_s), within(20s));
    QVERIFY(report);
    QVERIFY2(report->isVerified(), report->failure ? qPrintable(report->failure->summary) : "");
}

void DesktopProbeTest::refused()
{
    quint16 port = 0;
    {
        const HostileServer gone([](ServerConnection &) {});
        port = gone.port();
    }
    for (const QString &scheme : {u"ws"_s, u"vnc"_s}) {
        const auto report = probe(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port), within(300ms));
        QVERIFY(report && report->failure);
        QCOMPARE(report->failure->id, u"tcp.refused"_s);
        QCOMPARE(report->failure->stage, Stage::Tcp);
        QCOMPARE(report->verdict, Verdict::Failing);
    }
}

void DesktopProbeTest::nameNotFound()
{
    const auto report = probe(u"ws://no-such-host.invalid:6080/websockify"_s, within(20s));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"tcp.name-not-found"_s);
    QVERIFY(report->elapsed < 15s);
}

void DesktopProbeTest::closeCodesDiffer()
{
    QStringList sentences;
    for (const int code : {1000, 1001, 1003, 1008, 1011}) {
        const HostileServer server(HostileServer::webSocket(closing(code, "")));
        const auto report = probe(server.url(u"ws"_s), within(300ms));
        QVERIFY(report && report->failure);
        QCOMPARE(report->failure->id, u"rfb.no-banner"_s);
        QVERIFY2(report->failure->summary.contains(QString::number(code)), qPrintable(report->failure->summary));
        sentences.append(QString(report->failure->summary).remove(QString::number(server.port())));
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void DesktopProbeTest::passwordIsAskedFor()
{
    const HostileServer server(HostileServer::webSocket([](ServerConnection &connection) {
        connection.send("RFB 003.008\n");
        (void)connection.receive(12);
        connection.send("\1\2");
        (void)connection.receive(1);
        connection.send(QByteArray(16, 'c'));
        if (connection.receive(16).size() == 16)
            connection.send(QByteArray("\0\0\0\1\0\0\0\x05wrong", 13));
        connection.hold();
    }));
    auto report = probe(server.url(u"ws"_s), within(30s));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"auth.required"_s);
    QCOMPARE(report->failure->stage, Stage::RfbSecurity);
    QCOMPARE(report->verdict, Verdict::Unknown);
    QVERIFY(report->elapsed < 10s); // final at once

    ProbeOptions options = within(30s);
    options.password = "guess";
    report = probe(server.url(u"ws"_s), options);
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"auth.failed"_s);
    QCOMPARE(report->verdict, Verdict::Failing);
    QVERIFY(report->elapsed < 10s);
    QVERIFY(!QJsonDocument(report->toJson()).toJson().contains("guess"));
}

void DesktopProbeTest::tlsUntrusted()
{
    const auto certificate = TestCertificate::selfSigned(m_folder.path());
    if (!certificate && qEnvironmentVariableIsSet("CI"))
        QFAIL("openssl made no certificate.");
    if (!certificate)
        QSKIP("openssl made no certificate; is it installed?");
    const HostileServer server(HostileServer::webSocket(serveDesktop), *certificate);
    const auto report = probe(server.url(u"wss"_s), within(30s));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"tls.untrusted"_s);
    QCOMPARE(report->failure->stage, Stage::Websocket);
    QVERIFY2(report->failure->summary.contains(u"self"_s), qPrintable(report->failure->summary));
    QCOMPARE(report->verdict, Verdict::Unknown);
    QVERIFY(report->elapsed < 10s);
}

void DesktopProbeTest::tlsOnAPlainPort()
{
    const HostileServer closes(answering("400 Bad Request"));
    auto report = probe(closes.url(u"wss"_s), within(3s));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->stage, Stage::Websocket);
    QCOMPARE(report->failure->id, u"websocket.timeout"_s); // it waits for the end of a request that never ends

    const HostileServer answers([](ServerConnection &connection) {
        (void)connection.read(1);
        connection.respond("400 Bad Request");
        connection.hold();
    });
    report = probe(answers.url(u"wss"_s), within(30s));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"tls.failed"_s);
    QCOMPARE(report->failure->stage, Stage::Websocket);
    QCOMPARE(report->verdict, Verdict::Failing);
    QVERIFY(report->elapsed < 10s);

    const HostileServer leaves([](ServerConnection &connection) { (void)connection.read(1); });
    report = probe(leaves.url(u"wss"_s), within(30s));
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"tls.failed"_s);
    QVERIFY(report->elapsed < 10s);
}

void DesktopProbeTest::warnsAboutAPageThatIsNotNoVnc()
{
    const HostileServer server([](ServerConnection &connection) {
        const QByteArray request = connection.readRequest();
        if (!request.contains("Upgrade"))
            return connection.respond("404 Not Found", "nothing here");
        if (connection.openWebSocket(request))
            serveDesktop(connection);
    });
    const auto report = probe(server.url(u"ws"_s), within(10s));
    QVERIFY(report);
    QVERIFY(report->isVerified());
    QCOMPARE(statusOf(*report, Stage::Http), u"warned"_s);
    QVERIFY(report->stage(Stage::Http).detail.startsWith(u"http.not-novnc: "_s));
}

void DesktopProbeTest::goesThroughAHostProxy()
{
    const auto host = std::make_shared<RemoteLikeHost>();
    const HostileServer server(HostileServer::webSocket(serveDesktop));
    // Only that host knows the name.
    const auto report = probe(u"ws://guest.only-there:%1/websockify"_s.arg(server.port()), within(10s), host);
    QVERIFY(report);
    QVERIFY2(report->isVerified(), report->failure ? qPrintable(report->failure->summary) : "");
    QVERIFY(host->connects() >= 2);

    const HostileServer plain(serveDesktop);
    const auto rfb = probe(u"vnc://guest.only-there:%1"_s.arg(plain.port()), within(10s), host);
    QVERIFY(rfb && rfb->isVerified());
}

void DesktopProbeTest::refusedBehindAHostProxy()
{
    quint16 port = 0;
    {
        const HostileServer gone([](ServerConnection &) {});
        port = gone.port();
    }
    const auto report =
        probe(u"ws://guest.only-there:%1/websockify"_s.arg(port), within(300ms), std::make_shared<RemoteLikeHost>());
    QVERIFY(report && report->failure);
    QCOMPARE(report->failure->id, u"tcp.refused"_s);
}

void DesktopProbeTest::keepsTryingUntilItWorks()
{
    std::atomic_int webSockets = 0;
    const HostileServer server(HostileServer::webSocket([&webSockets](ServerConnection &connection) {
        if (++webSockets >= 3)
            serveDesktop(connection);
        else
            connection.sendClose(1011, "Failed to connect to downstream server");
    }));
    ProbeOptions options = within(20s);
    options.pause = 50ms;
    const auto report = probe(server.url(u"ws"_s), options);
    QVERIFY(report);
    QVERIFY(report->isVerified());
    QCOMPARE(webSockets, 3);
}

void DesktopProbeTest::settlesWhenTheSessionPaintsLate()
{
    std::atomic_int webSockets = 0;
    const HostileServer server(HostileServer::webSocket([&webSockets](ServerConnection &connection) {
        ++webSockets;
        QImage blank(800, 600, QImage::Format_RGB32);
        blank.fill(Qt::black);
        FakeRfbServer::greet(connection, blank.size());
        connection.send(FakeRfbServer::picture(blank));
        std::this_thread::sleep_for(300ms); // the session's start
        connection.send(FakeRfbServer::picture(FakeRfbServer::desktop()));
        FakeRfbServer::serve(connection, FakeRfbServer::desktop());
    }));
    const auto report = probe(server.url(u"ws"_s), within(10s));
    QVERIFY(report);
    QVERIFY(report->isVerified());
    QCOMPARE(webSockets, 1);
}

void DesktopProbeTest::inputWarnsAndIsSkipped()
{
    // Only one picture, then nothing: no answer to the pointer.
    const HostileServer dead(HostileServer::webSocket([](ServerConnection &connection) {
        FakeRfbServer::greet(connection, {800, 600});
        connection.send(FakeRfbServer::picture(FakeRfbServer::desktop()));
        connection.hold();
    }));
    auto report = probe(dead.url(u"ws"_s), within(10s));
    QVERIFY(report);
    QVERIFY(report->isVerified());
    QCOMPARE(statusOf(*report, Stage::Input), u"warned"_s);
    QVERIFY(report->stage(Stage::Input).detail.startsWith(u"input.no-response: "_s));

    ProbeOptions without = within(10s);
    without.input = false;
    report = probe(dead.url(u"ws"_s), without);
    QVERIFY(report && report->isVerified());
    QCOMPARE(statusOf(*report, Stage::Input), u"skipped"_s);

    const HostileServer busy(HostileServer::webSocket([](ServerConnection &connection) {
        FakeRfbServer::greet(connection, {800, 600});
        connection.send(FakeRfbServer::picture(FakeRfbServer::desktop()));
        while (!connection.isOver()) {
            connection.send(FakeRfbServer::update({9, 9, 1, 1}, 0, "abcd"));
            std::this_thread::sleep_for(2ms); // the other viewer's pace
        }
    }));
    report = probe(busy.url(u"ws"_s), within(10s));
    QVERIFY(report && report->isVerified());
    QCOMPARE(statusOf(*report, Stage::Input), u"skipped"_s);
}

void DesktopProbeTest::cancels()
{
    const HostileServer server(HostileServer::webSocket([](ServerConnection &connection) { connection.hold(); }));
    const Cancellation cancellation;
    std::thread canceller([&] {
        QDeadlineTimer deadline(10'000);
        while (server.connections() < 2 && !deadline.hasExpired())
            std::this_thread::sleep_for(5ms);
        cancellation.request();
    });
    QElapsedTimer clock;
    clock.start();
    const auto report = probe(server.url(u"ws"_s), within(60s), std::make_shared<LocalHost>(), cancellation);
    canceller.join();
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QVERIFY(clock.elapsed() < 5000);
}

void DesktopProbeTest::screenshots()
{
    const HostileServer server(HostileServer::webSocket(serveDesktop));
    ProbeOptions options = within(10s);
    options.screenshot = m_folder.filePath(u"shot.png"_s);
    const auto report = probe(server.url(u"ws"_s), options);
    QVERIFY(report && report->isVerified());
    QCOMPARE(report->desktop->screenshot, options.screenshot);
    QCOMPARE(QImage(options.screenshot).convertToFormat(QImage::Format_RGB32), FakeRfbServer::desktop());

    const int connections = server.connections();
    for (const QString &path : {u"/nonexistent/folder/shot.png"_s, m_folder.path()}) {
        options.screenshot = path;
        const auto unwritable = probe(server.url(u"ws"_s), options);
        QVERIFY(!unwritable);
        QCOMPARE(unwritable.error().kind, ErrorKind::Usage);
        QCOMPARE(unwritable.error().id, u"screenshot.unwritable"_s);
    }
    QCOMPARE(server.connections(), connections);

    // A check that never saw a picture leaves an older screenshot alone.
    QFile older(m_folder.filePath(u"older.png"_s));
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older");
    older.close();
    const HostileServer closes([](ServerConnection &) {});
    options.screenshot = older.fileName();
    options.timeout = 300ms;
    QVERIFY(probe(closes.url(u"ws"_s), options));
    QVERIFY(older.open(QIODevice::ReadOnly));
    QCOMPARE(older.readAll(), "older"_ba);
}

namespace {

/// A VM that boots for its first two attempts.
class BootingVm final : public ProbeTarget
{
public:
    explicit BootingVm(QString url)
        : m_url(std::move(url))
    {
    }
    QString display() const override { return u"demo"_s; }
    bool isVm() const override { return true; }
    HostPointer host() const override { return std::make_shared<LocalHost>(); }
    Result<Location> locate(const Cancellation & /*cancellation*/) const override
    {
        Location location;
        location.booting = true;
        location.vm.status = StageStatus::Passed;
        location.address.status = StageStatus::Passed;
        location.target = *TargetParser::parse(m_url);
        return location;
    }

private:
    QString m_url;
};

} // namespace

void DesktopProbeTest::startingWhileBooting()
{
    const HostileServer server([](ServerConnection &) {});
    QStringList details;
    Progress progress([&details](const Progress::Report &report) { details.append(report.detail); });
    const auto report = probeDesktop(BootingVm(server.url(u"ws"_s)), within(1200ms), progress);
    QVERIFY(report && report->failure);
    QCOMPARE(report->verdict, Verdict::Starting);
    QCOMPARE(statusOf(*report, Stage::Vm), u"passed"_s);
    QVERIFY(details.filter(u"Starting"_s).size() > 0);
    const QJsonObject json = report->toJson();
    QCOMPARE(json[u"verdict"_s].toString(), u"starting"_s);
    QVERIFY(json[u"diagnosis"_s].isNull());
    QCOMPARE(json[u"joint_verdict"_s][u"cause"_s].toString(), u"websocket.closed"_s);
}

QTEST_GUILESS_MAIN(DesktopProbeTest)
#include "DesktopProbeTest.moc"
