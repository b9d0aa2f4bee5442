// SPDX-License-Identifier: GPL-3.0-or-later
#include "Playback.h"
#include "WireBytes.h"
#include "rfb/VncAuthentication.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray challenge(16, 'c');
const QByteArray okay(4, '\0');

QByteArray offering(int type)
{
    return "RFB 003.008\n\1" + QByteArray(1, char(type));
}

QByteArray number(const char *hex)
{
    return QByteArray::fromHex(hex);
}

QByteArray tightTunnel(int code, const QByteArray &name)
{
    return offering(16) + WireBytes().u32(1).u32(code).bytes(name).take();
}

QByteArray tightLogin(const QByteArray &name)
{
    return WireBytes().u32(1).u32(1).bytes(name).take();
}

QByteArray serverInit()
{
    return WireBytes().u16(8).u16(4).pixelFormat(PixelFormat::native()).u32(4).bytes("desk").take();
}

/// TightVNC's addition to ServerInit, with so many capabilities.
QByteArray capabilities(int messages, int others, int encodings)
{
    return WireBytes()
        .u16(messages)
        .u16(others)
        .u16(encodings)
        .u16(0)
        .padding(16 * (messages + others + encodings))
        .take();
}

QByteArray ra2Key(int bits, int sent, char first = '\xff')
{
    QByteArray modulus(sent, '\xff');
    modulus[0] = first;
    return offering(6) + WireBytes().u32(bits).bytes(modulus).padding(sent - 1).u8(3).take();
}

} // namespace

/// What a server may say wrong while somebody logs in, and what it may say differently; whole and byte by byte.
class HostileLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fails_data();
    void fails();
    void speaksTight_data();
    void speaksTight();
    void callsRepeaters_data();
    void callsRepeaters();
    void refusesRepeaters();
    void logsInWithOldVersions();
    void keepsPasswordsFromOutput();
    void refusesForeignRandoms_data();
    void refusesForeignRandoms();
};

void HostileLoginTest::fails_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("where");
    const auto malformed = [](const char *name, const QByteArray &server, const QString &where) {
        QTest::newRow(name) << server << u"rfb.malformed"_s << where;
    };
    const auto unsupported = [](const char *name, const QByteArray &server) {
        QTest::newRow(name) << server << u"auth.unsupported"_s << QString();
    };
    malformed("Tight: too many tunnels", offering(16) + WireBytes().u32(100000).take(),
              u"Tight security: 100000 tunnels"_s);
    malformed("Tight: too many logins", offering(16) + WireBytes().u32(0).u32(0xffffffff).take(),
              u"Tight security: 4294967295 logins"_s);
    unsupported("Tight: unknown tunnel", tightTunnel(7, "ACMESSLTUNNL"));
    unsupported("Tight: no tunnel under another name", tightTunnel(0, "ACMENOTUNNEL"));
    unsupported("Tight: unknown login", tightTunnel(0, "TGHTNOTUNNEL") + tightLogin("ACMEFACEAUTH"));
    malformed("ARD: no key", offering(30) + WireBytes().u16(2).u16(0).take(),
              u"Apple Remote Desktop: key of 0 bytes"_s);
    malformed("ARD: huge key", offering(30) + WireBytes().u16(2).u16(0xffff).take(),
              u"Apple Remote Desktop: key of 65535 bytes"_s);
    const auto ard = [](const QByteArray &prime, const QByteArray &value) {
        return offering(30) + WireBytes().u16(2).u16(16).bytes(prime).bytes(value).take();
    };
    const QByteArray prime = number("ffffffffffffffffffffffffffffff61"); // odd suffices
    const QString impossible = u"Apple Remote Desktop: impossible key exchange"_s;
    malformed("ARD: prime 0", ard(QByteArray(16, '\0'), QByteArray(16, '\1')), impossible);
    malformed("ARD: prime even", ard(QByteArray(16, '\2'), QByteArray(16, '\1')), impossible);
    malformed("ARD: prime 1", ard(QByteArray(15, '\0') + '\1', QByteArray(16, '\1')), impossible);
    malformed("ARD: value 0", ard(prime, QByteArray(16, '\0')), impossible);
    malformed("ARD: value 1", ard(prime, QByteArray(15, '\0') + '\1'), impossible);
    malformed("ARD: value beyond", ard(prime, prime), impossible);
    malformed("MS-Logon II: zeros", offering(113) + QByteArray(24, '\0'), u"MS-Logon II: impossible key exchange"_s);
    malformed("MS-Logon II: value beyond", offering(113) + number("0000000000000007000000007fffffff0000000080000000"),
              u"MS-Logon II: impossible key exchange"_s);
    malformed("RA2: short key", offering(6) + WireBytes().u32(1023).take(), u"RA2ne: server's key of 1023 bits"_s);
    malformed("RA2: long key", offering(6) + WireBytes().u32(8193).take(), u"RA2ne: server's key of 8193 bits"_s);
    malformed("RA2: absurd key", offering(6) + WireBytes().u32(0xffffffff).take(),
              u"RA2ne: server's key of 4294967295 bits"_s);
    malformed("RA2: shorter than it says", ra2Key(1024, 128, '\1'), u"RA2ne: server's key of 1017 bits"_s);
    malformed("VeNCrypt: no types", offering(19) + QByteArray("\0\2\0\0", 4), u"VeNCrypt: no types"_s);
    unsupported("VeNCrypt 0.1", offering(19) + QByteArray("\0\1", 2));
}

void HostileLoginTest::fails()
{
    QFETCH(QByteArray, server);
    QFETCH(QString, id);
    QFETCH(QString, where);
    const Playback playback = playBothWays(server);
    QCOMPARE(playback.failureId, id);
    QCOMPARE(playback.where, where);
    QVERIFY(playback.events.last().contains(u" at rfb-security: "_s));
}

void HostileLoginTest::speaksTight_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("client");
    const QByteArray chosen = "RFB 003.008\n\x10";
    const QByteArray zero(4, '\0');
    const QByteArray rest = okay + serverInit() + capabilities(1, 2, 3);
    QTest::newRow("nothing to choose") << offering(16) + zero + zero + rest << chosen + '\1';
    QTest::newRow("no tunnel, nothing to choose")
        << tightTunnel(0, "TGHTNOTUNNEL") + zero + rest << chosen + zero + '\1';
    QTest::newRow("None") << offering(16) + zero + tightLogin("STDVNOAUTH__") + rest
                          << chosen + WireBytes().u32(1).take() + '\1';
    QTest::newRow("VNC") << offering(16) + zero + tightLogin("STDVVNCAUTH_") + challenge + rest
                         << chosen + WireBytes().u32(2).take() + vncAuthenticationResponse("secret", challenge) + '\1';
    QTest::newRow("Unix") << offering(16) + zero + tightLogin("TGHTULGNAUTH") + rest
                          << chosen + WireBytes().u32(129).u32(0).u32(6).bytes("secret").take() + '\1';
    QTest::newRow("Siemens") << tightTunnel(1, "SICRSCHANNEL") + zero + rest << chosen + zero + '\1';
}

void HostileLoginTest::speaksTight()
{
    QFETCH(QByteArray, server);
    QFETCH(QByteArray, client);
    const Playback playback = playBothWays(server + '\2'); // a bell, to see that nothing is left over
    QVERIFY2(playback.state == ClientState::Running, qPrintable(playback.text()));
    QVERIFY(playback.events.contains(u"initialised 8x4 desk 32"_s));
    QCOMPARE(playback.events.last(), u"bell"_s);
    QCOMPARE(playback.output.first(client.size()).toHex(), client.toHex());
    // Capabilities beyond count.
    const Playback many = playBothWays(offering(16) + QByteArray(8, '\0') + okay + serverInit() +
                                       WireBytes().u16(0xffff).u16(0xffff).u16(0xffff).u16(0).take());
    QCOMPARE(many.where, u"ServerInit: 196605 capabilities"_s);
}

void HostileLoginTest::callsRepeaters_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("as noVNC has it") << u"1234"_s << QByteArray("ID:1234");
    QTest::newRow("with ID:") << u"ID:1234"_s << QByteArray("ID:1234");
    QTest::newRow("too long") << QString(300, u'7') << "ID:" + QByteArray(247, '7');
}

void HostileLoginTest::callsRepeaters()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, sent);
    ClientSettings settings = serverFormatSettings();
    settings.repeaterId = id;
    const Playback playback = playBothWays("RFB 000.000\nRFB 003.007\n\1\1" + serverInit(), settings);
    QCOMPARE(playback.state, ClientState::Running);
    QVERIFY(playback.output.startsWith(sent.leftJustified(250, '\0') + "RFB 003.007\n\1\1"));
}

void HostileLoginTest::refusesRepeaters()
{
    const Playback unknown = playBothWays("RFB 000.000\n");
    QCOMPARE(unknown.failureId, u"rfb.not-rfb"_s);
    QVERIFY(unknown.events.last().contains(u"needs the ID of a server"_s));
    QVERIFY(unknown.output.isEmpty());
    ClientSettings settings = serverFormatSettings();
    settings.repeaterId = u"1"_s;
    const Playback chain = playBothWays("RFB 000.000\nRFB 000.000\n", settings);
    QCOMPARE(chain.failureId, u"rfb.malformed"_s);
    QCOMPARE(chain.output.size(), 250);
}

/// 3.7 has no result after None, but after every other type, and never a reason.
void HostileLoginTest::logsInWithOldVersions()
{
    const QByteArray tight = "RFB 003.007\n\1\x10" + QByteArray(8, '\0');
    QCOMPARE(playBothWays(tight + okay + serverInit() + capabilities(0, 0, 0)).state, ClientState::Running);
    const Playback refused = playBothWays("RFB 003.003\n" + WireBytes().u32(2).bytes(challenge).u32(2).take());
    QCOMPARE(refused.failureId, u"auth.failed"_s);
    const Playback plain =
        playBothWays("RFB 003.007\n\1\x13" + QByteArray("\0\2\0\1\0\0\1\0", 8) + okay + serverInit());
    QCOMPARE(plain.state, ClientState::Running);
    QVERIFY(plain.output.contains(WireBytes().u32(256).u32(0).u32(6).bytes("secret").take()));
}

/// Of a known password nothing leaves before the type that needs it was agreed on.
void HostileLoginTest::keepsPasswordsFromOutput()
{
    ClientSettings settings = serverFormatSettings();
    settings.login = {u"anna"_s, "topsecret"};
    for (const QByteArray &server :
         {offering(1), offering(19) + QByteArray("\0\2\0\1\0\0\1\2", 8), ra2Key(1024, 128), offering(30)}) {
        ClientObserver silent;
        Client client(silent, settings);
        client.receive(server);
        QVERIFY(!client.failure());
        QVERIFY(!client.takeOutput().contains("topsecret"));
    }
}

void HostileLoginTest::refusesForeignRandoms_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QString>("where");
    const QByteArray key = ra2Key(1024, 128);
    QTest::newRow("wrong length") << key + WireBytes().u16(255).take() << u"RA2ne: random number of 255 bytes"_s;
    QTest::newRow("for nobody") << key + WireBytes().u16(256).padding(255).u8(2).take()
                                << u"RA2ne: random number that is not encrypted for us"_s;
    QTest::newRow("beyond the key") << key + WireBytes().u16(256).bytes(QByteArray(256, '\xff')).take()
                                    << u"RA2ne: random number that is not encrypted for us"_s;
    const auto withExponent = [](int exponent) {
        return offering(6) + WireBytes().u32(1024).bytes(QByteArray(128, '\xff')).padding(127).u8(exponent).take();
    };
    for (const int exponent : {0, 1, 2})
        QTest::addRow("exponent %d", exponent) << withExponent(exponent) << u"RA2ne: impossible server's key"_s;
}

/// RA2 after the server's key was accepted.
void HostileLoginTest::refusesForeignRandoms()
{
    QFETCH(QByteArray, server);
    struct Trusting : ClientObserver
    {
        void serverIdentityOffered(const ServerIdentity &) override { client->acceptServerIdentity(true); }
        Client *client = nullptr;
    };
    for (const qsizetype piece : {qsizetype(1), server.size()}) {
        Trusting observer;
        Client client(observer);
        observer.client = &client;
        for (qsizetype at = 0; at < server.size(); at += piece)
            client.receive(QByteArrayView(server).sliced(at, piece));
        QVERIFY(client.failure());
        QCOMPARE(client.failure()->id, u"rfb.malformed"_s);
        QTEST(client.failure()->where, "where");
    }
}

QTEST_GUILESS_MAIN(HostileLoginTest)
#include "HostileLoginTest.moc"
