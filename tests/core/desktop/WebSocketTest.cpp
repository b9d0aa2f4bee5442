// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/WebSocketFrame.h"
#include "desktop/WebSocketReader.h"
#include "desktop/WebSocketUpgrade.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using Kind = WebSocketReader::Piece::Kind;
using State = WebSocketUpgrade::State;

namespace {

/// What is read of these bytes in pieces of that size; bytes of one message that follow each other are joined.
QStringList readIn(const QByteArray &bytes, qsizetype pieceSize)
{
    WebSocketReader reader;
    QStringList all;
    QByteArray binary;
    const auto flush = [&] {
        if (!binary.isEmpty())
            all += u"binary "_s + QString::fromLatin1(binary);
        binary.clear();
    };
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        const QByteArray piece = bytes.mid(at, pieceSize);
        QByteArrayView view(piece);
        while (const auto next = reader.next(view)) {
            if (next->kind == Kind::Binary) {
                binary += next->bytes;
                continue;
            }
            flush();
            const QString content = QString::fromLatin1(next->bytes);
            if (next->kind == Kind::Text)
                all += u"text"_s;
            if (next->kind == Kind::Ping)
                all += u"ping "_s + content;
            if (next->kind == Kind::Close)
                all += u"close %1 %2"_s.arg(next->code).arg(next->reason);
            if (next->kind == Kind::Broken)
                return all << u"broken"_s;
        }
    }
    flush();
    return all;
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

WebSocketUpgrade upgrade(const QString &url = u"ws://host:6080/websockify?token=a%20b"_s)
{
    return {QUrl(url), {}, QByteArray::fromBase64("dGhlIHNhbXBsZSBub25jZQ==")}; // RFC 6455, section 1.3
}

QByteArray accepted()
{
    return "HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
}

} // namespace

class WebSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void handsOnWhatIsThere();
    void masks();
    void asks();
    void judgesAnswers_data();
    void judgesAnswers();
};

void WebSocketTest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("pieces");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &pieces) {
        QTest::newRow(name) << bytes << pieces;
    };
    row("a message", hex("8203") + "abc", {u"binary abc"_s});
    row("an empty one", hex("8200 8201") + "x", {u"binary x"_s});
    row("126 bytes", hex("827e007e") + QByteArray(126, 'x'), {u"binary "_s + QString(126, u'x')});
    row("70000 bytes", hex("827f0000000000011170") + QByteArray(70000, 'x'), {u"binary "_s + QString(70000, u'x')});
    row("fragments", hex("0202") + "ab" + hex("0001") + "c" + hex("0000") + hex("8001") + "d", {u"binary abcd"_s});
    row("a ping between", hex("0202") + "ab" + hex("8902") + "hi" + hex("8001") + "c",
        {u"binary ab"_s, u"ping hi"_s, u"binary c"_s});
    row("a pong nobody asked for", hex("8a02") + "hi" + hex("8201") + "x", {u"binary x"_s});
    row("an empty ping", hex("8900"), {u"ping "_s});
    row("text", hex("8102") + "hi", {u"text"_s});
    row("close", hex("8805 03e9") + "bye", {u"close 1001 bye"_s});
    row("close without a code", hex("8800"), {u"close 1005 "_s});
    row("close with half a code", hex("8801 03"), {u"broken"_s});
    row("close with a later code", hex("8802 03f4"), {u"close 1012 "_s});
    row("masked", hex("8281 00000000") + "x", {u"broken"_s});
    row("a reserved bit", hex("c201") + "x", {u"broken"_s});
    row("a reserved opcode", hex("8301") + "x", {u"broken"_s});
    row("a reserved control opcode", hex("8b00"), {u"broken"_s});
    row("a ping in fragments", hex("0900"), {u"broken"_s});
    row("a long ping", hex("897e007e") + QByteArray(126, 'x'), {u"broken"_s});
    row("going on with nothing", hex("8001") + "x", {u"broken"_s});
    row("a message in a message", hex("0201") + "a" + hex("8201") + "b", {u"binary a"_s, u"broken"_s});
    row("too long to be true", hex("827f8000000000000000"), {u"broken"_s});
}

void WebSocketTest::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, pieces);
    for (const qsizetype size : {bytes.size(), qsizetype{1}, qsizetype{2}, qsizetype{3}, qsizetype{7}}) {
        QStringList read = readIn(bytes, size);
        read.removeDuplicates();                                // text comes in several pieces
        if (pieces.last() == u"broken"_s && pieces.size() == 2) // what came before may still be there
            read = QStringList{pieces.first(), read.last()};
        QCOMPARE(read, pieces);
    }
}

void WebSocketTest::handsOnWhatIsThere()
{
    WebSocketReader reader;
    const QByteArray begin = hex("827f4000000000000000") + "abc";
    QByteArrayView view(begin);
    const auto piece = reader.next(view);
    QVERIFY(piece);
    QCOMPARE(piece->bytes, "abc");
    QVERIFY(view.isEmpty());
    QVERIFY(!reader.next(view));
}

void WebSocketTest::masks()
{
    QCOMPARE(websocket::maskedFrame(2, "abcde", 0x01020304).toHex(), "8285"
                                                                     "01020304"
                                                                     "6060606064");
    QCOMPARE(websocket::maskedFrame(10, {}, 0), hex("8a80 00000000"));
    QCOMPARE(websocket::maskedFrame(2, QByteArray(126, '\0'), 0).first(8), hex("82fe007e 00000000"));
    const QByteArray large = websocket::maskedFrame(2, QByteArray(65536, '\0'), 0x01010101);
    QCOMPARE(large.first(14), hex("82ff0000000000010000 01010101"));
    QCOMPARE(large.sliced(14), QByteArray(65536, '\1'));
}

void WebSocketTest::asks()
{
    const QByteArray request = upgrade().request();
    QVERIFY(request.startsWith("GET /websockify?token=a%20b HTTP/1.1\r\nHost: host:6080\r\n"));
    QVERIFY(request.contains("\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
    QVERIFY(request.endsWith("\r\n\r\n"));
    QVERIFY(!request.contains("Protocol"));
    QVERIFY(upgrade(u"ws://host"_s).request().startsWith("GET / HTTP/1.1\r\nHost: host\r\n"));
    QVERIFY(upgrade(u"wss://[::1]:443/x"_s).request().contains("Host: [::1]\r\n"));
    QVERIFY(upgrade(u"wss://[::1]:80/x"_s).request().contains("Host: [::1]:80\r\n"));
    const WebSocketUpgrade login(QUrl(u"ws://host"_s), "Basic abc", QByteArray(16, 'k'));
    QVERIFY(login.request().contains("\r\nAuthorization: Basic abc\r\n"));
}

void WebSocketTest::judgesAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("open") << accepted() + "rest" << State::Open << u"rest"_s;
    QTest::newRow("not yet") << accepted().chopped(1) << State::Waiting << QString();
    QTest::newRow("nothing yet") << QByteArray("HTTP") << State::Waiting << QString();
    QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\n") << State::Rejected << u"404 Not Found"_s;
    QTest::newRow("a page") << QByteArray("HTTP/1.0 200 OK\r\n\r\n<html>") << State::Rejected << u"200 OK"_s;
    QTest::newRow("no words") << QByteArray("HTTP/1.1 500\r\n\r\n") << State::Rejected << u"500"_s;
    QTest::newRow("SSH") << QByteArray("SSH-2.0-x\r\n") << State::Broken << u"no HTTP: “SSH-2.0-x”"_s;
    QTest::newRow("another key") << accepted().replace("s3p", "S3P") << State::Broken
                                 << u"it answers another WebSocket's request"_s;
    QTest::newRow("another protocol") << accepted().replace("WebSocket\r", "h2c\r") << State::Broken
                                      << u"it changes to another protocol"_s;
    QTest::newRow("an extension") << accepted().replace("Connection", "Sec-WebSocket-Extensions") << State::Broken
                                  << u"it uses an extension nobody asked for"_s;
    QTest::newRow("endless") << "HTTP/1.1 101 x\r\n" + QByteArray(70'000, 'x') << State::Broken
                             << u"its HTTP answer never ends"_s;
}

void WebSocketTest::judgesAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, words);
    for (const bool bytewise : {false, true}) {
        WebSocketUpgrade tried = upgrade();
        State state = State::Waiting;
        for (qsizetype at = 0; bytewise && state == State::Waiting && at < answer.size(); ++at)
            state = tried.add(answer.mid(at, 1));
        if (!bytewise)
            state = tried.add(answer);
        QTEST(state, "state");
        if (state == State::Open && !bytewise)
            QCOMPARE(QString::fromLatin1(tried.rest()), words);
        if (state == State::Rejected)
            QCOMPARE(tried.status(), words);
        if (state == State::Broken && !(bytewise && words.startsWith(u"no HTTP"_s)))
            QCOMPARE(tried.problem(), words);
    }
}

QTEST_GUILESS_MAIN(WebSocketTest)
#include "WebSocketTest.moc"
