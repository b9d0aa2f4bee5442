// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopSession.h"
#include "desktop/TargetParser.h"
#include "hosts/LocalHost.h"
#include "support/FakeRfbServer.h"
#include "support/HostileServer.h"
#include "support/Notes.h"
#include "support/RemoteLikeHost.h"

#include <QSignalSpy>
#include <QThread>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using State = DesktopSession::State;
using Script = HostileServer::Script;

Q_DECLARE_METATYPE(HostileServer::Script)

namespace {

constexpr int patience = 10'000; // milliseconds

Script desktopWith(Notes &notes, const QByteArray &extra = {})
{
    return [&notes, extra](ServerConnection &connection) {
        FakeRfbServer::greet(connection, {800, 600}, "fake");
        if (!extra.isEmpty())
            connection.send(extra);
        FakeRfbServer::serve(connection, FakeRfbServer::desktop(),
                             [&notes](int type, const QByteArray &body) { notes.add(type, body); });
    };
}

void open(DesktopSession &session, const QString &url, HostPointer host = std::make_shared<LocalHost>())
{
    session.open(*TargetParser::parse(url), std::move(host));
}

} // namespace

class DesktopSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesLive_data();
    void goesLive();
    void goesLiveWithTheNextUpdateBegun_data() { goesLive_data(); }
    void goesLiveWithTheNextUpdateBegun();
    void failures_data();
    void failures();
    void refused();
    void endsAfterLive();
    void opensAgain();
    void sendsInputUnlessViewOnly();
    void carriesTheClipboard();
    void asksOncePerUpdate();
    void worksThroughAHostProxy();
    void livesInAThreadWhileOthersRead();
    void closesWithinASignal();
};

void DesktopSessionTest::goesLive_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("ws") << u"ws"_s;
    QTest::newRow("vnc") << u"vnc"_s;
}

void DesktopSessionTest::goesLive()
{
    QFETCH(QString, scheme);
    Notes notes;
    const Script script = desktopWith(notes);
    const HostileServer server(scheme == u"ws"_s ? HostileServer::webSocket(script) : script);
    DesktopSession session;
    QList<State> states;
    connect(&session, &DesktopSession::stateChanged, this, [&states](State state) { states.append(state); });
    QSignalSpy sized(&session, &DesktopSession::resized);
    QSignalSpy named(&session, &DesktopSession::nameChanged);
    QSignalSpy updated(&session, &DesktopSession::updated);
    open(session, server.url(scheme));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    QCOMPARE(states, (QList<State>{State::Connecting, State::Negotiating, State::WaitingForPicture, State::Live}));
    QCOMPARE(sized.constFirst().constFirst().toSize(), QSize(800, 600));
    QCOMPARE(named.constFirst().constFirst().toString(), u"fake"_s);
    QTRY_VERIFY(!updated.isEmpty());
    QRect seen;
    for (const auto &update : std::as_const(updated))
        seen |= update.constFirst().toRect();
    QCOMPARE(seen, QRect(0, 0, 800, 600));
    QCOMPARE(session.framebuffer()->copy(), FakeRfbServer::desktop());
    QVERIFY(session.statistics().bytesReceived > 800 * 600 * 4);
    QVERIFY(session.statistics().kilobytesPerSecond > 0);
    QCOMPARE(session.statistics().updates, 1);
    QCOMPARE(session.statistics().encodings, QStringList{u"Raw"_s});
    session.close();
    QCOMPARE(states.constLast(), State::Closed);
    // The last picture stays, to be shown greyed.
    QCOMPARE(session.framebuffer()->read().image().size(), QSize(800, 600));
}

/// The picture's end and the next update's first rows come at once, and then nothing more.
void DesktopSessionTest::goesLiveWithTheNextUpdateBegun()
{
    QFETCH(QString, scheme);
    const QImage picture = FakeRfbServer::desktop({100, 80});
    const Script script = [&picture](ServerConnection &connection) {
        FakeRfbServer::greet(connection, picture.size(), "fake");
        const QByteArray whole = FakeRfbServer::picture(picture);
        connection.send(whole + whole.first(whole.size() / 2));
        connection.hold();
    };
    const HostileServer server(scheme == u"ws"_s ? HostileServer::webSocket(script) : script);
    DesktopSession session;
    open(session, server.url(scheme));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    QCOMPARE(session.framebuffer()->copy(), picture);
}

void DesktopSessionTest::failures_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("id");
    QTest::newRow("closes at once") << Script([](ServerConnection &) {}) << u"websocket.closed"_s;
    QTest::newRow("404") << Script([](ServerConnection &connection) {
        (void)connection.readRequest();
        connection.respond("404 Not Found");
    }) << u"websocket.rejected"_s;
    QTest::newRow("1011") << HostileServer::webSocket([](ServerConnection &connection) {
        connection.sendClose(1011, "Failed to connect to downstream server");
        connection.hold();
    }) << u"rfb.no-banner"_s;
    QTest::newRow("SSH") << HostileServer::webSocket([](ServerConnection &connection) {
        connection.send("SSH-2.0-OpenSSH_9.2p1\r\n");
        connection.hold();
    }) << u"rfb.not-rfb"_s;
    QTest::newRow("outside") << HostileServer::webSocket([](ServerConnection &connection) {
        FakeRfbServer::greet(connection, {800, 600});
        connection.send(FakeRfbServer::update({700, 500, 200, 200}, 0, QByteArray(160'000, 'x')));
        connection.hold();
    }) << u"rfb.malformed"_s;
    QTest::newRow("closes before the picture") << HostileServer::webSocket([](ServerConnection &connection) {
        FakeRfbServer::greet(connection, {800, 600});
    }) << u"framebuffer.timeout"_s;
}

void DesktopSessionTest::failures()
{
    QFETCH(Script, script);
    const HostileServer server(script);
    DesktopSession session;
    QSignalSpy failed(&session, &DesktopSession::failed);
    open(session, server.url(u"ws"_s));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QTEST(failed.constFirst().constFirst().value<StageFailure>().id, "id");
    QCOMPARE(session.state(), State::Failed);
}

void DesktopSessionTest::refused()
{
    quint16 port = 0;
    {
        const HostileServer gone([](ServerConnection &) {});
        port = gone.port();
    }
    for (const QString &scheme : {u"ws"_s, u"vnc"_s}) {
        DesktopSession session;
        QSignalSpy failed(&session, &DesktopSession::failed);
        open(session, u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QCOMPARE(failed.constFirst().constFirst().value<StageFailure>().id, u"tcp.refused"_s);
    }
}

void DesktopSessionTest::endsAfterLive()
{
    std::atomic_bool leave = false;
    const HostileServer server(HostileServer::webSocket([&leave](ServerConnection &connection) {
        FakeRfbServer::greet(connection, {800, 600});
        connection.send(FakeRfbServer::picture(FakeRfbServer::desktop()));
        while (!leave && !connection.isOver())
            QThread::msleep(5);
        connection.sendClose(1001, {});
        connection.hold();
    }));
    DesktopSession session;
    QSignalSpy closed(&session, &DesktopSession::closed);
    QSignalSpy failed(&session, &DesktopSession::failed);
    open(session, server.url(u"ws"_s));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    leave = true;
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    QVERIFY(closed.constFirst().constFirst().toString().contains(u"1001"_s));
    QCOMPARE(session.state(), State::Closed);
    QVERIFY(failed.isEmpty());
}

void DesktopSessionTest::opensAgain()
{
    Notes notes;
    const HostileServer bad([](ServerConnection &) {});
    const HostileServer good(HostileServer::webSocket(desktopWith(notes)));
    DesktopSession session;
    open(session, bad.url(u"ws"_s));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Failed, patience);
    open(session, good.url(u"ws"_s));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    open(session, good.url(u"ws"_s));
    QCOMPARE(session.state(), State::Connecting);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
}

void DesktopSessionTest::sendsInputUnlessViewOnly()
{
    Notes notes;
    const HostileServer server(HostileServer::webSocket(desktopWith(notes)));
    DesktopSession session;
    open(session, server.url(u"ws"_s));
    session.sendKey('x', 0, true); // too early: goes nowhere
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    session.setViewOnly(true);
    session.sendPointer({1, 1}, 1);
    session.sendKey('a', 0, true);
    session.offerClipboard(u"secret"_s);
    session.setViewOnly(false);
    session.sendPointer({300, 200}, 1);
    session.sendKey(0xff0d, 0, true);
    QTRY_COMPARE_WITH_TIMEOUT(notes.of(4).size(), 1, patience);
    QCOMPARE(notes.of(4).constFirst().toHex(), "0100000000ff0d"_ba);
    QCOMPARE(notes.of(5), QList<QByteArray>{QByteArray::fromHex("01012c00c8")});
    QVERIFY(notes.of(6).isEmpty());
}

void DesktopSessionTest::carriesTheClipboard()
{
    Notes notes;
    const HostileServer server(HostileServer::webSocket(desktopWith(notes, QByteArray("\3\0\0\0\0\0\0\5hello\2", 14))));
    DesktopSession session;
    QSignalSpy received(&session, &DesktopSession::clipboardReceived);
    QSignalSpy rang(&session, &DesktopSession::bell);
    open(session, server.url(u"ws"_s));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    QCOMPARE(received.constFirst().constFirst().toString(), u"hello"_s);
    QCOMPARE(rang.size(), 1);
    session.offerClipboard(u"back"_s);
    QTRY_COMPARE_WITH_TIMEOUT(notes.of(6).size(), 1, patience);
    QVERIFY(notes.of(6).constFirst().endsWith("back"));
}

void DesktopSessionTest::asksOncePerUpdate()
{
    Notes notes;
    std::atomic_bool more = false;
    const HostileServer server(HostileServer::webSocket([&](ServerConnection &connection) {
        FakeRfbServer::greet(connection, {800, 600});
        int requests = 0;
        FakeRfbServer::serve(connection, FakeRfbServer::desktop(), [&](int type, const QByteArray &body) {
            notes.add(type, body);
            if (type == 3 && ++requests > 1 && requests < 20)
                connection.send(FakeRfbServer::update({0, 0, 2, 2}, 0, QByteArray(16, 'x')));
        });
    }));
    DesktopSession session;
    open(session, server.url(u"ws"_s));
    QTRY_COMPARE_WITH_TIMEOUT(session.statistics().updates, 19, patience);
    // One request for each update decoded, and one that waits for the next.
    QTRY_COMPARE_WITH_TIMEOUT(notes.of(3).size(), 20, patience);
    QCOMPARE(notes.of(3).at(0).at(0), '\0');
    QCOMPARE(notes.of(3).at(1).at(0), '\1');
}

void DesktopSessionTest::worksThroughAHostProxy()
{
    Notes notes;
    const auto host = std::make_shared<RemoteLikeHost>();
    const HostileServer web(HostileServer::webSocket(desktopWith(notes)));
    const HostileServer plain(desktopWith(notes));
    for (const QString &url :
         {u"ws://guest.only-there:%1/websockify"_s.arg(web.port()), u"vnc://guest.only-there:%1"_s.arg(plain.port())}) {
        DesktopSession session;
        open(session, url, host);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    }
    QCOMPARE(host->connects(), 2);
}

void DesktopSessionTest::livesInAThreadWhileOthersRead()
{
    const HostileServer server(HostileServer::webSocket([](ServerConnection &connection) {
        FakeRfbServer::greet(connection, {800, 600});
        const QByteArray picture = FakeRfbServer::picture(FakeRfbServer::desktop());
        for (int i = 0; i < 30 && !connection.isOver(); ++i)
            connection.send(picture);
        connection.hold();
    }));
    QThread thread;
    auto *session = new DesktopSession;
    const SharedFramebufferPointer pixels = session->framebuffer();
    session->moveToThread(&thread);
    connect(&thread, &QThread::finished, session, &QObject::deleteLater);
    thread.start();
    const DesktopTarget target = *TargetParser::parse(server.url(u"ws"_s));
    QMetaObject::invokeMethod(session, [=] { session->open(target, std::make_shared<LocalHost>()); });
    QDeadlineTimer deadline(patience);
    qint64 seen = 0;
    while (session->statistics().updates < 30 && !deadline.hasExpired()) {
        const auto reader = pixels->read();
        for (int y = 0; y < reader.image().height(); y += 50)
            seen += reader.image().pixel(y % 50, y) & 1U;
    }
    QCOMPARE(session->statistics().updates, 30);
    QCOMPARE(pixels->copy(), FakeRfbServer::desktop());
    thread.quit();
    thread.wait();
    QVERIFY(pixels->read().image().isNull());
    QVERIFY(seen >= 0);
}

void DesktopSessionTest::closesWithinASignal()
{
    Notes notes;
    const HostileServer server(HostileServer::webSocket(desktopWith(notes)));
    DesktopSession session;
    connect(&session, &DesktopSession::resized, &session, &DesktopSession::close);
    open(session, server.url(u"ws"_s));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Closed, patience);
    open(session, server.url(u"ws"_s));
    connect(&session, &DesktopSession::stateChanged, &session, [&session](State state) {
        if (state == State::Negotiating)
            session.close();
    });
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Closed, patience);
}

QTEST_GUILESS_MAIN(DesktopSessionTest)
#include "DesktopSessionTest.moc"
