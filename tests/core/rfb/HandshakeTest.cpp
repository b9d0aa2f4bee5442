// SPDX-License-Identifier: GPL-3.0-or-later
#include "Playback.h"
#include "WireBytes.h"
#include "rfb/VncAuthentication.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray challenge = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");

QByteArray serverInit(int nameLength = 4, const QByteArray &name = "desk")
{
    return WireBytes().u16(8).u16(4).pixelFormat(PixelFormat::native()).u32(nameLength).bytes(name).take();
}

/// What the client sends for the handshake, without the messages that follow it.
QByteArray answers(const Playback &playback)
{
    const qsizetype start = playback.output.indexOf(QByteArray("\2\0\0", 3)); // SetEncodings
    return start < 0 ? playback.output : playback.output.first(start);
}

ClientSettings withPassword(const QByteArray &password)
{
    ClientSettings settings = serverFormatSettings();
    settings.login.password = password;
    return settings;
}

} // namespace

class HandshakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void succeeds_data();
    void succeeds();
    void fails_data();
    void fails();
    void asksForThePassword();
    void usesTheGivenPassword();
    void choosesTheType_data();
    void choosesTheType();
    void waitsForThePassword();
    void countsStages();
    void sendsFormatAndEncodings();
    void cutsLongNames();
    void cleansNames();
    void closes();
    void stopsWhenClosedByTheObserver();
};

void HandshakeTest::succeeds_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("client");
    const QByteArray response = vncAuthenticationResponse("secret", challenge);
    const QByteArray okay(4, '\0');
    const QByteArray shared("\1");
    QTest::newRow("3.3 None") << "RFB 003.003\n" + WireBytes().u32(1).take() << "RFB 003.003\n" + shared;
    QTest::newRow("3.3 VNC") << "RFB 003.003\n" + WireBytes().u32(2).bytes(challenge).u32(0).take()
                             << "RFB 003.003\n" + response + shared;
    QTest::newRow("3.6 None") << "RFB 003.006\n" + WireBytes().u32(1).take() << "RFB 003.003\n" + shared;
    QTest::newRow("3.7 None") << QByteArray("RFB 003.007\n\1\1") << "RFB 003.007\n\1" + shared;
    QTest::newRow("3.7 VNC") << "RFB 003.007\n\1\2" + challenge + okay << "RFB 003.007\n\2" + response + shared;
    for (const QByteArray version : {"003.008", "003.889", "004.000", "004.001", "005.000"}) {
        QTest::addRow("%s None", version.data()) << "RFB " + version + "\n\1\1" + okay << "RFB 003.008\n\1" + shared;
        QTest::addRow("%s VNC", version.data())
            << "RFB " + version + "\n\1\2" + challenge + okay << "RFB 003.008\n\2" + response + shared;
    }
    QTest::newRow("others skipped") << "RFB 003.008\n\4\x11\x14\2\x23" + challenge + okay
                                    << "RFB 003.008\n\2" + response + shared;
}

void HandshakeTest::succeeds()
{
    QFETCH(QByteArray, server);
    QFETCH(QByteArray, client);
    const Playback playback = playBothWays(server + serverInit());
    QCOMPARE(playback.state, ClientState::Running);
    QCOMPARE(answers(playback).toHex(), client.toHex());
    QVERIFY(playback.events.contains(u"initialised 8x4 desk 32"_s));
    QCOMPARE(playback.size, QSize(8, 4));
    QVERIFY(!playback.complete);
}

void HandshakeTest::fails_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QString>("event");
    QTest::addColumn<bool>("end");
    const auto row = [](const char *name, const QByteArray &server, const QString &event, bool end = false) {
        QTest::newRow(name) << server << u"failed "_s + event << end;
    };
    const QByteArray v8 = "RFB 003.008\n";
    const QByteArray reason = WireBytes().u32(10).bytes("Too\nmany\x1b!").take();
    row("SSH", "SSH-2.0-OpenSSH_9.2p1\r\n",
        u"rfb.not-rfb at rfb-version: An SSH server answers here, not a VNC server."_s);
    row("no byte", "", u"rfb.no-banner at rfb-version: The server closed the connection without a word."_s, true);
    row("half a banner", "RFB 003",
        u"rfb.not-rfb at rfb-version: The server sent only \u201cRFB 003\u201d and closed the connection; a VNC server "
        u"greets "
        "with its version."_s,
        true);
    row("refused", v8 + QByteArray(1, '\0') + reason,
        u"rfb.refused at rfb-security: The server refuses the connection: Too many !"_s);
    row("3.3 refused", "RFB 003.003\n" + QByteArray(4, '\0') + reason,
        u"rfb.refused at rfb-security: The server refuses the connection: Too many !"_s);
    row("refused, reason cut off", v8 + QByteArray(1, '\0') + reason.first(7),
        u"rfb.refused at rfb-security: The server refuses the connection: Too"_s, true);
    row("refused without a reason", v8 + QByteArray(1, '\0') + QByteArray(4, '\0'),
        u"rfb.refused at rfb-security: The server refuses the connection and gives no reason."_s);
    row("unsupported", v8 + "\3\x14\x23\x4d",
        u"auth.unsupported at rfb-security: The server asks for a kind of login that is not supported here: SASL "
        u"(20), Apple Remote Desktop (Kerberos) (35), type 77 (77)."_s);
    row("3.3 unsupported", "RFB 003.003\n" + WireBytes().u32(20).take(),
        u"auth.unsupported at rfb-security: The server asks for a kind of login that is not supported here: SASL (20)."_s);
    row("3.3 absurd type", "RFB 003.003\n" + WireBytes().u32(70000).take(),
        u"rfb.malformed at rfb-security: The server broke the RFB protocol (security type 70000)."_s);
    row("wrong password", v8 + "\1\2" + challenge + WireBytes().u32(1).bytes(reason).take(),
        u"auth.failed at rfb-security: The server does not accept the password: Too many !"_s);
    row("3.7 wrong password", "RFB 003.007\n\1\2" + challenge + WireBytes().u32(1).take(),
        u"auth.failed at rfb-security: The server does not accept the password."_s);
    row("None refused", v8 + "\1\1" + WireBytes().u32(1).bytes(reason).take(),
        u"rfb.refused at rfb-security: The server refuses the connection: Too many !"_s);
    row("absurd result", v8 + "\1\1" + WireBytes().u32(99).take(),
        u"rfb.malformed at rfb-security: The server broke the RFB protocol (security result 99)."_s);
    row("ends during login", v8, u"rfb.refused at rfb-security: The server closed the connection during the login."_s,
        true);
    row("ends before ServerInit", v8 + "\1\1" + QByteArray(4, '\0') + serverInit().first(20),
        u"rfb.malformed at rfb-init: The server closed the connection before it described its desktop."_s, true);
    const QByteArray toInit = v8 + "\1\1" + QByteArray(4, '\0');
    row("endless name", toInit + serverInit(0x200000),
        u"rfb.malformed at rfb-init: The server broke the RFB protocol (ServerInit: desktop name of 2097152 bytes)."_s);
    row("no pixels", toInit + WireBytes().u16(0).u16(4).pixelFormat({}).u32(0).take(),
        u"rfb.malformed at rfb-init: The server broke the RFB protocol (ServerInit: framebuffer size 0x4)."_s);
    row("too wide", toInit + WireBytes().u16(16385).u16(4).pixelFormat({}).u32(0).take(),
        u"rfb.malformed at rfb-init: The server broke the RFB protocol (ServerInit: framebuffer size 16385x4)."_s);
    PixelFormat odd;
    odd.bitsPerPixel = 24;
    row("24 bits", toInit + WireBytes().u16(4).u16(4).pixelFormat(odd).u32(0).take(),
        u"rfb.malformed at rfb-init: The server broke the RFB protocol (ServerInit: 24 bits per pixel)."_s);
    odd.bitsPerPixel = 16;
    row("colours beyond the pixel", toInit + WireBytes().u16(4).u16(4).pixelFormat(odd).u32(0).take(),
        u"rfb.malformed at rfb-init: The server broke the RFB protocol (ServerInit: impossible pixel format)."_s);
}

void HandshakeTest::fails()
{
    QFETCH(QByteArray, server);
    QFETCH(QString, event);
    QFETCH(bool, end);
    const Playback playback = playBothWays(server, end);
    QCOMPARE(playback.state, ClientState::Failed);
    QCOMPARE(playback.events.last(), event);
    // Nothing that comes later changes it.
    QCOMPARE(playBothWays(server + (end ? QByteArray() : QByteArray("more")), end).events.last(), event);
}

void HandshakeTest::asksForThePassword()
{
    const Playback playback = playBothWays("RFB 003.008\n\1\2" + challenge);
    QCOMPARE(playback.events, QStringList({u"state 1"_s, u"state 2"_s, u"password"_s, u"state 3"_s}));
    QVERIFY(playback.output.endsWith(vncAuthenticationResponse("secret", challenge)));
}

void HandshakeTest::usesTheGivenPassword()
{
    const Playback playback = playBothWays("RFB 003.008\n\1\2" + challenge, withPassword("other"));
    QVERIFY(!playback.events.contains(u"password"_s));
    QVERIFY(playback.output.endsWith(vncAuthenticationResponse("other", challenge)));
}

void HandshakeTest::choosesTheType_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("chosen");
    QTest::newRow("None without a password") << QByteArray("\2\2\1") << QByteArray() << 1;
    QTest::newRow("server's order with one") << QByteArray("\2\2\1") << QByteArray("x") << 2;
    QTest::newRow("server's order, None first") << QByteArray("\2\1\2") << QByteArray("x") << 1;
    QTest::newRow("VNC alone") << QByteArray("\2\x14\2") << QByteArray() << 2;
}

void HandshakeTest::choosesTheType()
{
    QFETCH(QByteArray, offered);
    QFETCH(QByteArray, password);
    QFETCH(int, chosen);
    const Playback playback = playBothWays("RFB 003.008\n" + offered, withPassword(password));
    QCOMPARE(playback.output, "RFB 003.008\n" + QByteArray(1, char(chosen)));
}

void HandshakeTest::waitsForThePassword()
{
    ClientObserver silent;
    Client client(silent, serverFormatSettings());
    client.provideLogin({{}, "too early"});
    client.receive("RFB 003.008\n\1\2" + challenge);
    QCOMPARE(client.state(), ClientState::Authentication);
    QCOMPARE(client.securityTypeName(), u"VNC Authentication"_s);
    QCOMPARE(client.takeOutput(), QByteArray("RFB 003.008\n\2"));
    // A server that does not wait for the answer is read after it.
    client.receive(QByteArray(4, '\0') + serverInit());
    QCOMPARE(client.state(), ClientState::Authentication);
    client.provideLogin({{}, "later"});
    QCOMPARE(client.state(), ClientState::Running);
    QVERIFY(client.takeOutput().startsWith(vncAuthenticationResponse("later", challenge)));
    // One that floods meanwhile breaks the protocol.
    Client flooded(silent, serverFormatSettings());
    flooded.receive("RFB 003.008\n\1\2" + challenge);
    flooded.receive(QByteArray(100000, 'x'));
    QCOMPARE(flooded.failure()->id, u"rfb.malformed"_s);
}

void HandshakeTest::countsStages()
{
    ClientObserver silent;
    Client client(silent);
    QCOMPARE(stageId(client.stage()), u"rfb-version"_s);
    client.receive("RFB 003.008\n");
    QCOMPARE(stageId(client.stage()), u"rfb-security"_s);
    QCOMPARE(client.banner(), u"RFB 003.008"_s);
    client.receive("\1\1");
    QCOMPARE(stageId(client.stage()), u"rfb-security"_s);
    client.receive(QByteArray(4, '\0'));
    QCOMPARE(stageId(client.stage()), u"rfb-init"_s);
    client.receive(serverInit());
    QCOMPARE(stageId(client.stage()), u"framebuffer"_s);
}

void HandshakeTest::sendsFormatAndEncodings()
{
    ClientSettings settings;
    settings.shared = false;
    settings.encodings = {Encoding::Zrle, Encoding::Raw, Encoding::Cursor};
    settings.qualityLevel = 9;
    settings.compressionLevel = 1;
    const Playback playback = playBothWays(WireBytes().handshake({8, 4}, PixelFormat::rgb565()).take(), settings);
    const QByteArray expected = WireBytes()
                                    .bytes("RFB 003.008\n")
                                    .u8(1)
                                    .u8(0)
                                    .u8(0)
                                    .padding(3)
                                    .pixelFormat(PixelFormat::native())
                                    .u8(2)
                                    .u8(0)
                                    .u16(5)
                                    .u32(16)
                                    .u32(0)
                                    .u32(-239)
                                    .u32(-23)
                                    .u32(-255)
                                    .u8(3)
                                    .u8(0)
                                    .u16(0)
                                    .u16(0)
                                    .u16(8)
                                    .u16(4)
                                    .take();
    QCOMPARE(playback.output.toHex(), expected.toHex());
    settings.automaticUpdates = false;
    const Playback manual = playBothWays(WireBytes().handshake({8, 4}, PixelFormat::rgb565()).take(), settings);
    QCOMPARE(manual.output, expected.chopped(10));
}

void HandshakeTest::cutsLongNames()
{
    const QByteArray name(5000, 'n');
    const Playback playback = playBothWays("RFB 003.007\n\1\1" + serverInit(5000, name));
    QCOMPARE(playback.state, ClientState::Running);
    QVERIFY(playback.events.contains(u"initialised 8x4 %1 32"_s.arg(QString(4096, u'n'))));
}

void HandshakeTest::cleansNames()
{
    const QByteArray name = "a\x1b]0;b\r\n\xe2\x80\xae\xc3\xa4";
    const Playback playback = playBothWays("RFB 003.007\n\1\1" + serverInit(int(name.size()), name));
    QVERIFY2(playback.events.contains(u"initialised 8x4 a ]0;b \u00e4 32"_s), qPrintable(playback.text()));
}

void HandshakeTest::closes()
{
    const Playback playback = playBothWays(WireBytes().handshake({8, 4}, {}).take(), true);
    QCOMPARE(playback.state, ClientState::Closed);
    QVERIFY(playback.failureId.isEmpty());
}

void HandshakeTest::stopsWhenClosedByTheObserver()
{
    struct Closer : ClientObserver
    {
        void bell() override
        {
            ++bells;
            client->close();
        }
        Client *client = nullptr;
        int bells = 0;
    } closer;
    Client client(closer, serverFormatSettings());
    closer.client = &client;
    client.receive(WireBytes().handshake({8, 4}, {}).u8(2).u8(2).u8(2).take());
    QCOMPARE(closer.bells, 1);
    QCOMPARE(client.state(), ClientState::Closed);
}

QTEST_GUILESS_MAIN(HandshakeTest)
#include "HandshakeTest.moc"
