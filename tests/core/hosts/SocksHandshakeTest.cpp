// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/SocksHandshake.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using State = SocksHandshake::State;

namespace {

const QByteArray greeting = QByteArray::fromHex("050102");
const QByteArray login = QByteArray::fromHex("0102") + "me" + QByteArray::fromHex("06") + "secret";
const QByteArray toName = QByteArray::fromHex("0501000305") + "guest" + QByteArray::fromHex("17c0");
const QByteArray toIPv4 = QByteArray::fromHex("050100010a00020f17c0");
const QByteArray toIPv6 = QByteArray::fromHex("05010004000000000000000000000000000000010050");

} // namespace

class SocksHandshakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsEachAddress_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::newRow("name") << toName << u"guest"_s << 6080;
        QTest::newRow("IPv4") << toIPv4 << u"10.0.2.15"_s << 6080;
        QTest::newRow("IPv6") << toIPv6 << u"::1"_s << 80;
    }
    void understandsEachAddress()
    {
        QFETCH(QByteArray, request);
        QFETCH(QString, address);
        QFETCH(int, port);
        const QByteArray all = greeting + login + request + "early";
        for (const qsizetype piece : {all.size(), qsizetype(1), qsizetype(3)}) {
            SocksHandshake handshake("me", "secret");
            State state = State::Talking;
            for (qsizetype i = 0; i < all.size(); i += piece)
                state = handshake.receive(all.mid(i, piece));
            QCOMPARE(state, State::Connect);
            QCOMPARE(handshake.address(), address);
            QCOMPARE(int(handshake.port()), port);
            QCOMPARE(handshake.takeOutput(), QByteArray::fromHex("05020100"));
            QCOMPARE(handshake.takeRest(), "early");
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("SOCKS4") << QByteArray::fromHex("0401") << QByteArray();
        QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray();
        QTest::newRow("no password offered") << QByteArray::fromHex("050100") << QByteArray::fromHex("05ff");
        QTest::newRow("wrong password") << greeting + QByteArray::fromHex("01026d65") + QByteArray::fromHex("06") +
                                               "sEcret"
                                        << QByteArray::fromHex("05020101");
        QTest::newRow("empty password") << greeting + QByteArray::fromHex("01026d6500")
                                        << QByteArray::fromHex("05020101");
        QTest::newRow("bind") << greeting + login + QByteArray::fromHex("05020001000000000050")
                              << QByteArray::fromHex("0502010005070001000000000000");
        QTest::newRow("unknown address type") << greeting + login + QByteArray::fromHex("05010009000000000050")
                                              << QByteArray::fromHex("0502010005010001000000000000");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, answer);
        SocksHandshake handshake("me", "secret");
        QCOMPARE(handshake.receive(bytes), State::Failed);
        QCOMPARE(handshake.takeOutput(), answer);
        QCOMPARE(handshake.receive(toIPv4), State::Failed);
    }
};

QTEST_GUILESS_MAIN(SocksHandshakeTest)
#include "SocksHandshakeTest.moc"
