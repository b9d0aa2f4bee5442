// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopSession.h"
#include "desktop/TargetParser.h"
#include "hosts/LocalHost.h"
#include "support/FakeRfbServer.h"
#include "support/HostileServer.h"

#include <QSignalSpy>
#include <QtEndian>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Script = HostileServer::Script;
using State = DesktopSession::State;

Q_DECLARE_METATYPE(HostileServer::Script)

namespace {

constexpr int patience = 20'000; // milliseconds
const QSize size(320, 240);

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

QByteArray u16(int number)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(quint16(number), bytes.data());
    return bytes;
}

QByteArray u32(qint64 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(quint32(number), bytes.data());
    return bytes;
}

void hold(ServerConnection &connection)
{
    connection.hold();
}

/// After ServerInit.
Script greeted(const Script &more, QSize desktop = size)
{
    return [more, desktop](ServerConnection &connection) {
        FakeRfbServer::greet(connection, desktop);
        more(connection);
    };
}

/// After ServerInit: these bytes, then the picture, and patience.
Script showing(const QByteArray &bytes, QSize desktop = size)
{
    return greeted(
        [bytes, desktop](ServerConnection &connection) {
            connection.send(bytes);
            connection.send(FakeRfbServer::picture(FakeRfbServer::desktop(desktop)));
            connection.hold();
        },
        desktop);
}

/// Everything a server says until the picture is there, if it need not wait for answers.
QByteArray wholeSession()
{
    return "RFB 003.008\n" + hex("0101 00000000") + FakeRfbServer::serverInit(size, "whole") +
           FakeRfbServer::picture(FakeRfbServer::desktop(size));
}

QByteArray repeated(const QByteArray &bytes, int count)
{
    return bytes.repeated(count);
}

QByteArray rectangle(int x, int y, int width, int height, qint32 encoding)
{
    return u16(x) + u16(y) + u16(width) + u16(height) + u32(encoding);
}

QByteArray update(int rectangles)
{
    return hex("0000") + u16(rectangles);
}

QByteArray extendedSize(QSize desktop)
{
    return update(1) + rectangle(0, 0, desktop.width(), desktop.height(), -308) + hex("01000000 00000001 00000000") +
           u16(desktop.width()) + u16(desktop.height()) + u32(0);
}

} // namespace

/// Servers at their worst, and odd ones that are in the right: each ends in the right sentence or in a picture, none in
/// a crash or a hang.
class AcceptanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closeCodes_data();
    void closeCodes();
    void servers_data();
    void servers();
    void resizeStorm();
    void largeClipboard();
    void manyBells();
    void neverReads();
    void wideScreen();
    void asksWithoutHangingOn();

private:
    void addWaysOfSending();
    void addGreetings();
    void addSilence();
    void addPictures();
};

void AcceptanceTest::closeCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("1000") << 1000 << u"in the normal way (code 1000)"_s;
    QTest::newRow("1001") << 1001 << u"shutting down (WebSocket code 1001)"_s;
    QTest::newRow("1002") << 1002 << u"protocol was broken (code 1002)"_s;
    QTest::newRow("1003") << 1003 << u"does not take binary WebSocket messages (code 1003)"_s;
    QTest::newRow("none: 1005") << 0 << u"without saying why (code 1005)"_s;
    QTest::newRow("no close frame: 1006") << -1 << u"without a WebSocket close message (code 1006)"_s;
    QTest::newRow("1008") << 1008 << u"rules do not allow this connection (WebSocket code 1008)"_s;
    QTest::newRow("1009") << 1009 << u"message was too large (code 1009)"_s;
    QTest::newRow("1011") << 1011 << u"met an error of its own (WebSocket code 1011)"_s;
    QTest::newRow("1012") << 1012 << u"is restarting (WebSocket code 1012)"_s;
    QTest::newRow("1013") << 1013 << u"too busy at the moment (WebSocket code 1013)"_s;
    QTest::newRow("1015 on the wire") << 1015 << u"TLS handshake of the WebSocket failed (code 1015)"_s;
    QTest::newRow("4321") << 4321 << u"closed the WebSocket with code 4321"_s;
}

/// Before the greeting, before the picture and after it.
void AcceptanceTest::closeCodes()
{
    QFETCH(int, code);
    QFETCH(QString, words);
    const auto end = [code](ServerConnection &connection) {
        if (code < 0)
            return connection.abort();
        connection.sendClose(code, {});
        connection.hold();
    };
    std::atomic_bool leave = false;
    const HostileServer before(HostileServer::webSocket(end));
    const HostileServer between(HostileServer::webSocket(greeted(end)));
    const HostileServer after(HostileServer::webSocket(greeted([&](ServerConnection &connection) {
        connection.send(FakeRfbServer::picture(FakeRfbServer::desktop(size)));
        while (!leave && !connection.isOver())
            QThread::msleep(2);
        end(connection);
    })));
    const auto ending = [](const HostileServer &server, std::atomic_bool *go) {
        DesktopSession session;
        QString sentence;
        connect(&session, &DesktopSession::failed, [&](const StageFailure &failure) { sentence = failure.summary; });
        connect(&session, &DesktopSession::closed, [&](const QString &reason) { sentence = reason; });
        session.open(*TargetParser::parse(server.url(u"ws"_s)), std::make_shared<LocalHost>());
        if (go != nullptr)
            *go = QTest::qWaitFor([&] { return session.state() == State::Live; }, patience);
        static_cast<void>(QTest::qWaitFor([&] { return !sentence.isEmpty(); }, patience));
        return sentence;
    };
    for (const HostileServer *server : {&before, &between, &after}) {
        const QString sentence = ending(*server, server == &after ? &leave : nullptr);
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
    }
}

void AcceptanceTest::servers_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<bool>("web");
    QTest::addColumn<QString>("id"); // of the failure; empty: it goes live
    QTest::addColumn<QString>("words");
    addWaysOfSending();
    addGreetings();
    addSilence();
    addPictures();
}

namespace {

/// The same server behind a WebSocket and on plain TCP.
void both(const char *name, const Script &script, const char *id = "", const char *words = "")
{
    for (const bool web : {true, false}) {
        QTest::addRow("%s, %s", name, web ? "ws" : "vnc") << (web ? HostileServer::webSocket(script) : script) << web
                                                          << QString::fromLatin1(id) << QString::fromUtf8(words);
    }
}

void webOnly(const char *name, const Script &script, const char *id = "", const char *words = "")
{
    QTest::newRow(name) << HostileServer::webSocket(script) << true << QString::fromLatin1(id)
                        << QString::fromUtf8(words);
}

} // namespace

void AcceptanceTest::addWaysOfSending()
{
    both("one byte at a time", [](ServerConnection &connection) {
        const QByteArray session = wholeSession();
        for (qsizetype i = 0; i < 20'000 && i < session.size(); ++i)
            connection.send(session.sliced(i, 1));
        connection.send(session.sliced(20'000));
        connection.hold();
    });
    webOnly("fragments with pings between", [](ServerConnection &connection) {
        const QByteArray session = wholeSession();
        constexpr int continuation = 0;
        constexpr int binary = 2;
        constexpr int ping = 9;
        for (qsizetype at = 0; at < session.size(); at += 777) {
            const bool isLast = at + 777 >= session.size();
            connection.sendFrame(at == 0 ? binary : continuation,
                                 session.sliced(at).first(std::min<qsizetype>(777, session.size() - at)), isLast);
            connection.sendFrame(ping, "are you there");
            if (at % 5 == 0 && !isLast)
                connection.sendFrame(continuation, {}, false);
        }
        connection.hold();
    });
    webOnly("empty messages", [](ServerConnection &connection) {
        connection.send({});
        connection.send(wholeSession());
        connection.send({});
        connection.hold();
    });
    webOnly(
        "text frames",
        [](ServerConnection &connection) {
            connection.sendFrame(1, "RFB 003.008\n");
            connection.hold();
        },
        "rfb.not-rfb", "sends text where");
    webOnly("a frame of 4 exabytes, as it comes", [](ServerConnection &connection) {
        connection.send("RFB 003.008\n");
        connection.write(hex("827f 4000000000000000") + wholeSession().sliced(12));
        connection.hold();
    });
    webOnly(
        "a frame of more than there can be",
        [](ServerConnection &connection) {
            connection.send("RFB 003.008\n");
            connection.write(hex("827f ffffffffffffffff") + QByteArray(1000, 'x'));
            connection.hold();
        },
        "rfb.refused", "code 1002");
    webOnly(
        "a ping too long",
        [](ServerConnection &connection) {
            connection.sendFrame(9, QByteArray(126, 'p'));
            connection.hold();
        },
        "rfb.no-banner", "code 1002");
    webOnly(
        "a message within another",
        [](ServerConnection &connection) {
            connection.sendFrame(2, "RFB 003", false);
            connection.send(".008\n");
            connection.hold();
        },
        "rfb.not-rfb", "code 1002");
    webOnly(
        "a reserved opcode",
        [](ServerConnection &connection) {
            connection.send("RFB 003.008\n");
            connection.sendFrame(5, "what");
            connection.hold();
        },
        "rfb.refused", "code 1002");
    webOnly(
        "a masked frame",
        [](ServerConnection &connection) {
            connection.write(hex("8284 01020304 05060708"));
            connection.hold();
        },
        "rfb.no-banner", "code 1002");
}

void AcceptanceTest::addGreetings()
{
    for (const char *banner : {"RFB 003.889\n", "RFB 004.000\n", "RFB 004.001\n", "RFB 005.000\n"}) {
        both(banner, [banner](ServerConnection &connection) {
            connection.send(banner + wholeSession().sliced(12));
            connection.hold();
        });
    }
    for (const char *banner : {"RFB 003.003\n", "RFB 003.006\n"}) {
        both(banner, [banner](ServerConnection &connection) {
            connection.send(banner + u32(1) + wholeSession().sliced(12 + 6));
            connection.hold();
        });
    }
    both("RFB 003.007", [](ServerConnection &connection) {
        connection.send("RFB 003.007\n" + hex("0101") + wholeSession().sliced(12 + 6));
        connection.hold();
    });
    const auto saying = [](const QByteArray &bytes) {
        return Script([bytes](ServerConnection &connection) {
            connection.send(bytes);
            connection.hold();
        });
    };
    const QByteArray reason = "Too many failures, come back in an hour";
    both("version 2", saying("RFB 002.000\n"), "rfb.not-rfb");
    both("a banner of letters", saying("RFB abc.def\n"), "rfb.not-rfb");
    both("SSH", saying("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), "rfb.not-rfb", "SSH");
    both("refuses", saying("RFB 003.008\n" + hex("00") + u32(reason.size()) + reason), "rfb.refused",
         reason.constData());
    both("refuses, 3.3", saying("RFB 003.003\n" + u32(0) + u32(reason.size()) + reason), "rfb.refused",
         reason.constData());
    both("refuses with a reason of 4 GB", saying("RFB 003.008\n" + hex("00 ffffffff") + QByteArray(200'000, 'r')),
         "rfb.refused", "rrrr");
    both("login failed",
         saying("RFB 003.008\n" + hex("0102") + QByteArray(16, 'c') + u32(1) + u32(reason.size()) + reason),
         "auth.failed", reason.constData());
    both("login failed, and then nothing", saying("RFB 003.008\n" + hex("0102") + QByteArray(16, 'c') + u32(1)),
         "auth.failed");
    both("login failed, half a reason",
         saying("RFB 003.008\n" + hex("0102") + QByteArray(16, 'c') + hex("00000001 00000100") + reason), "auth.failed",
         reason.constData());
    both("login failed, 3.3, and then nothing", saying("RFB 003.003\n" + u32(2) + QByteArray(16, 'c') + u32(1)),
         "auth.failed");
    both("a login nobody speaks", saying("RFB 003.008\n" + hex("0163")), "auth.unsupported", "99");
    both("a name of 1 MB",
         saying("RFB 003.008\n" + hex("0101 00000000") + FakeRfbServer::serverInit(size, QByteArray(1 << 20, 'n')) +
                FakeRfbServer::picture(FakeRfbServer::desktop(size))));
    both("a name of more than 1 MB",
         saying("RFB 003.008\n" + hex("0101 00000000") + FakeRfbServer::serverInit(size, {}).chopped(4) +
                u32((1 << 20) + 1) + QByteArray(100'000, 'n')),
         "rfb.malformed");
    both("a desktop without a size",
         saying("RFB 003.008\n" + hex("0101 00000000") + FakeRfbServer::serverInit({0, 5}, "x")), "rfb.malformed");
    both("a desktop too large", greeted(hold, {16385, 100}), "rfb.malformed");
}

void AcceptanceTest::addSilence()
{
    QTest::newRow("silent before the upgrade") << Script(hold) << true << u"websocket.timeout"_s << QString();
    both("silent from the start", hold, "rfb.no-banner");
    const QByteArray all = "RFB 003.008\n" + hex("0101 00000000") + FakeRfbServer::serverInit(size, "name");
    const auto stopping = [](const QByteArray &bytes) {
        return Script([bytes](ServerConnection &connection) {
            connection.send(bytes);
            connection.hold();
        });
    };
    both("silent in the banner", stopping(all.first(5)), "rfb.no-banner");
    both("silent after the banner", stopping(all.first(12)), "rfb.malformed", "stopped answering");
    both("silent in the types", stopping(all.first(13)), "rfb.malformed", "stopped answering");
    both("silent before the result", stopping(all.first(14)), "rfb.malformed", "stopped answering");
    both("silent in the challenge", stopping("RFB 003.008\n" + hex("0102") + QByteArray(5, 'c')), "rfb.malformed",
         "stopped answering");
    both("silent after the answer to the challenge", stopping("RFB 003.008\n" + hex("0102") + QByteArray(16, 'c')),
         "rfb.malformed", "stopped answering");
    both("silent before ServerInit", stopping(all.first(18)), "rfb.malformed", "stopped answering");
    both("silent in ServerInit", stopping(all.first(30)), "rfb.malformed", "stopped answering");
    both("silent in the name", stopping(all.chopped(2)), "rfb.malformed", "stopped answering");
    both("silent after ServerInit", stopping(all), "framebuffer.timeout");
    both("silent in a rectangle", stopping(all + FakeRfbServer::picture(FakeRfbServer::desktop(size)).chopped(9)),
         "framebuffer.timeout");
    both("a pixel again and again", greeted([](ServerConnection &connection) {
             while (!connection.isOver()) {
                 connection.send(FakeRfbServer::update({3, 3, 1, 1}, 0, "abcd"));
                 QThread::msleep(20);
             }
         }),
         "framebuffer.timeout");
    both("bells again and again", greeted([](ServerConnection &connection) {
             while (!connection.isOver()) {
                 connection.send("\2");
                 QThread::msleep(20);
             }
         }),
         "framebuffer.timeout");
}

void AcceptanceTest::addPictures()
{
    both("a rectangle outside", showing(update(1) + rectangle(300, 200, 100, 100, 0)), "rfb.malformed", "outside");
    both("a rectangle far outside", showing(update(1) + rectangle(65535, 65535, 65535, 65535, 7)), "rfb.malformed",
         "outside");
    both("CopyRect from outside", showing(update(1) + rectangle(0, 0, 10, 10, 1) + u16(65535) + u16(0)),
         "rfb.malformed");
    const QByteArray garbage = QByteArray::fromHex("0badc0de").repeated(25);
    both("zlib garbage in ZRLE", showing(update(1) + rectangle(0, 0, 64, 64, 16) + u32(100) + garbage), "rfb.malformed",
         "ZRLE");
    both("zlib garbage in Zlib", showing(update(1) + rectangle(0, 0, 64, 64, 6) + u32(100) + garbage), "rfb.malformed",
         "Zlib");
    both("zlib garbage in Tight", showing(update(1) + rectangle(0, 0, 64, 64, 7) + hex("0064") + garbage),
         "rfb.malformed", "Tight");
    both("an encoding nobody asked for", showing(update(1) + rectangle(0, 0, 4, 4, 4711)), "rfb.malformed", "4711");
    both("a message nobody knows", showing("\x63"), "rfb.malformed", "message type 99");
    both("a clipboard that is no zlib", showing(hex("03000000 ffffffe7 10000001") + QByteArray(21, 'z')),
         "rfb.malformed", "extended ServerCutText");
    both("a fence too long", showing(hex("f8000000 80000000 ff") + QByteArray(255, 'f')));
    both("updates without rectangles", showing(repeated(update(0), 50'000)));
    both("rectangles without pixels", showing(update(60'000) + repeated(rectangle(0, 0, 0, 0, 0), 60'000)));
    both("until LastRect", showing(update(65535) + rectangle(1, 1, 1, 1, 0) + "abcd" + rectangle(0, 0, 0, 0, -224)));
    both("LastRect alone", showing(update(65535) + rectangle(0, 0, 0, 0, -224)));
    both("a map of colours nobody needs", showing(hex("01 00 0000 0100") + QByteArray(256 * 6, 'c')));
    both("a hundred names", showing(repeated(update(1) + rectangle(0, 0, 0, 0, -307) + u32(4) + "name", 100)));
}

void AcceptanceTest::servers()
{
    QFETCH(Script, script);
    QFETCH(bool, web);
    QFETCH(QString, id);
    QFETCH(QString, words);
    const HostileServer server(script);
    DesktopSession session;
    session.setTimeLimits({300ms, 500ms, 500ms});
    connect(&session, &DesktopSession::loginRequired, [&session] { session.sendLogin({{}, "secret"}); });
    std::optional<StageFailure> failure;
    connect(&session, &DesktopSession::failed, [&](const StageFailure &each) { failure = each; });
    QElapsedTimer clock;
    clock.start();
    session.open(*TargetParser::parse(server.url(web ? u"ws"_s : u"vnc"_s)), std::make_shared<LocalHost>());
    QTRY_VERIFY_WITH_TIMEOUT(failure || session.state() == State::Live, patience);
    if (id.isEmpty()) {
        QVERIFY2(!failure, failure ? qPrintable(failure->summary) : "");
        QTRY_COMPARE_WITH_TIMEOUT(session.framebuffer()->copy(), FakeRfbServer::desktop(size), patience);
        return;
    }
    QVERIFY(failure);
    QVERIFY2(failure->id == id, qPrintable(failure->id + u": "_s + failure->summary));
    QVERIFY2(failure->summary.contains(words), qPrintable(failure->summary));
    QVERIFY(failure->summary.size() < 800);
    QCOMPARE(session.state(), State::Failed);
}

void AcceptanceTest::resizeStorm()
{
    const HostileServer server(greeted([](ServerConnection &connection) {
        for (int i = 0; i < 100 && !connection.isOver(); ++i) {
            connection.send(extendedSize({200 + 13 * (i % 50), 900 - 8 * i}));
            connection.send(FakeRfbServer::update({0, 0, 100, 50}, 0, QByteArray(100 * 50 * 4, 's')));
            QThread::msleep(10);
        }
        connection.send(extendedSize(size));
        connection.send(FakeRfbServer::picture(FakeRfbServer::desktop(size)));
        connection.hold();
    }));
    DesktopSession session;
    QSignalSpy sized(&session, &DesktopSession::resized);
    session.open(*TargetParser::parse(server.url(u"vnc"_s)), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    QCOMPARE(session.framebuffer()->copy(), FakeRfbServer::desktop(size));
    QCOMPARE(sized.constLast().constFirst().toSize(), size);
    QVERIFY(sized.size() > 10 && sized.size() <= 102);
}

void AcceptanceTest::largeClipboard()
{
    const HostileServer server(showing(hex("03000000") + u32(100'000'000) + QByteArray(100'000'000, 'c')));
    DesktopSession session;
    QSignalSpy received(&session, &DesktopSession::clipboardReceived);
    session.open(*TargetParser::parse(server.url(u"vnc"_s)), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    QCOMPARE(received.size(), 1);
    QCOMPARE(received.constFirst().constFirst().toString().size(), 1 << 20);
    // More than 256 MB is no clipboard any more.
    const HostileServer worse(showing(hex("03000000 10000001")));
    QSignalSpy failed(&session, &DesktopSession::failed);
    session.open(*TargetParser::parse(worse.url(u"vnc"_s)), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QCOMPARE(failed.constFirst().constFirst().value<StageFailure>().id, u"rfb.malformed"_s);
}

/// A server cannot drown whoever listens.
void AcceptanceTest::manyBells()
{
    const QByteArray names = repeated(update(1) + rectangle(0, 0, 0, 0, -307) + u32(1) + "n", 20'000);
    const HostileServer server(showing(QByteArray(2'000'000, '\2') + names));
    DesktopSession session;
    QSignalSpy rang(&session, &DesktopSession::bell);
    QSignalSpy named(&session, &DesktopSession::nameChanged);
    QElapsedTimer clock;
    clock.start();
    session.open(*TargetParser::parse(server.url(u"vnc"_s)), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    QVERIFY2(rang.size() >= 1 && rang.size() <= clock.elapsed() / 100 + 1, qPrintable(QString::number(rang.size())));
    QVERIFY2(named.size() < 200, qPrintable(QString::number(named.size())));
}

/// It asks for answers and takes none.
void AcceptanceTest::neverReads()
{
    for (const bool web : {true, false}) {
        const Script script = greeted([](ServerConnection &connection) {
            connection.send(FakeRfbServer::picture(FakeRfbServer::desktop(size)));
            connection.stopReading();
            const QByteArray fences = repeated(hex("f8000000 80000000 20") + QByteArray(32, 'f'), 2000);
            while (!connection.isOver())
                connection.send(fences);
        });
        const HostileServer server(web ? HostileServer::webSocket(script) : script);
        DesktopSession session;
        QSignalSpy closed(&session, &DesktopSession::closed);
        session.open(*TargetParser::parse(server.url(web ? u"ws"_s : u"vnc"_s)), std::make_shared<LocalHost>());
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        QVERIFY(closed.constFirst().constFirst().toString().contains(u"does not read"_s));
        QCOMPARE(session.state(), State::Closed);
    }
}

void AcceptanceTest::wideScreen()
{
    const QSize wide(16384, 40);
    const HostileServer server(showing({}, wide));
    DesktopSession session;
    session.open(*TargetParser::parse(server.url(u"vnc"_s)), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    QCOMPARE(session.framebuffer()->copy(), FakeRfbServer::desktop(wide));
}

/// A person may take any time for an answer, and leave without one.
void AcceptanceTest::asksWithoutHangingOn()
{
    const HostileServer server([](ServerConnection &connection) {
        connection.send("RFB 003.008\n" + hex("0102") + QByteArray(16, 'c'));
        connection.hold();
    });
    DesktopSession session;
    session.setTimeLimits({100ms, 100ms, 100ms});
    QSignalSpy failed(&session, &DesktopSession::failed);
    session.open(*TargetParser::parse(server.url(u"vnc"_s)), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::WaitingForLogin, patience);
    QTest::qWait(400);
    QCOMPARE(session.state(), State::WaitingForLogin);
    session.close();
    QCOMPARE(session.state(), State::Closed);
    QVERIFY(failed.isEmpty());
}

QTEST_GUILESS_MAIN(AcceptanceTest)
#include "AcceptanceTest.moc"
