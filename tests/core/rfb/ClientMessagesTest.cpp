// SPDX-License-Identifier: GPL-3.0-or-later
#include "WireBytes.h"
#include "rfb/Client.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

class ClientMessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_client.reset(); }
    void saysNothingBeforeRunning();
    void requestsUpdates();
    void sendsPointer();
    void sendsKeys();
    void sendsMoreButtonsWhereTheyAreKnown();
    void sendsScanCodesWhereTheyAreKnown();
    void sendsPowerActionsWhereTheyAreKnown();
    void pingsWhereFencesAreKnown();
    void changesTheQuality();
    void sendsCutText();
    void asksForDesktopSizes();

private:
    void receive(const WireBytes &bytes)
    {
        m_client->receive(bytes.take());
        static_cast<void>(m_client->takeOutput());
    }

    ClientObserver m_silent;
    std::unique_ptr<Client> m_client;
};

void ClientMessagesTest::init()
{
    m_client = std::make_unique<Client>(m_silent);
    m_client->receive(WireBytes().handshake({300, 200}, {}).take());
    QVERIFY(m_client->hasOutput());
    static_cast<void>(m_client->takeOutput());
    QVERIFY(!m_client->hasOutput());
}

void ClientMessagesTest::saysNothingBeforeRunning()
{
    Client client(m_silent);
    client.requestUpdate(true);
    client.sendKey(32, 0, true);
    client.sendPointer({1, 1}, 1);
    client.offerClipboard(u"x"_s);
    QVERIFY(!client.setDesktopSize({10, 10}));
    QVERIFY(!client.hasOutput());
}

void ClientMessagesTest::requestsUpdates()
{
    m_client->requestUpdate(true);
    QCOMPARE(m_client->takeOutput().toHex(), "030100000000012c00c8");
    m_client->requestUpdate(false, {290, 5, 100, 6});
    QCOMPARE(m_client->takeOutput().toHex(), "03000122"
                                             "0005"
                                             "000a"
                                             "0006");
    m_client->requestUpdate(false, {400, 5, 100, 6});
    QVERIFY(!m_client->hasOutput());
}

void ClientMessagesTest::sendsPointer()
{
    m_client->sendPointer({258, 3}, 5);
    m_client->sendPointer({-4, 1000}, 0);
    QCOMPARE(m_client->takeOutput().toHex(), "0505"
                                             "0102"
                                             "0003"
                                             "0500"
                                             "0000"
                                             "00c7");
}

void ClientMessagesTest::sendsKeys()
{
    m_client->sendKey(0xff0d, 0, true);
    m_client->sendKey(0x1000041, 0, false);
    QCOMPARE(m_client->takeOutput().toHex(), "040100000000ff0d"
                                             "0400000001000041");
}

void ClientMessagesTest::sendsMoreButtonsWhereTheyAreKnown()
{
    m_client->sendPointer({1, 2}, 0x181);
    QCOMPARE(m_client->takeOutput().toHex(), "050100010002");
    receive(WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -316));
    m_client->sendPointer({1, 2}, 0x181);
    m_client->sendPointer({1, 2}, 0x7f);
    QCOMPARE(m_client->takeOutput().toHex(), "058100010002"
                                             "03"
                                             "057f00010002");
}

void ClientMessagesTest::sendsScanCodesWhereTheyAreKnown()
{
    m_client->sendKey('a', 0x1e, true);
    QCOMPARE(m_client->takeOutput().toHex(), "0401000000000061");
    receive(WireBytes().updateHeader(1).rectangle(0, 0, 0, 0, -258));
    m_client->sendKey('a', 0x1e, true);
    m_client->sendKey('b', 0, true);
    m_client->sendKey(0xffe4, 0xe01d, false);
    m_client->sendKey(0xffe4, 0x9d, false);
    QCOMPARE(m_client->takeOutput().toHex(), "ff000001000000610000001e"
                                             "0401000000000062"
                                             "ff0000000000ffe40000009d"
                                             "ff0000000000ffe40000009d");
}

void ClientMessagesTest::sendsPowerActionsWhereTheyAreKnown()
{
    m_client->sendPower(PowerAction::Reboot);
    QVERIFY(!m_client->hasOutput());
    receive(WireBytes().u8(250).u8(0).u8(1).u8(1));
    m_client->sendPower(PowerAction::Shutdown);
    m_client->sendPower(PowerAction::Reboot);
    m_client->sendPower(PowerAction::Reset);
    QCOMPARE(m_client->takeOutput().toHex(), "fa000102"
                                             "fa000103"
                                             "fa000104");
}

void ClientMessagesTest::pingsWhereFencesAreKnown()
{
    QVERIFY(!m_client->ping(7));
    QVERIFY(!m_client->hasOutput());
    receive(WireBytes().u8(248).padding(3).u32(0x80000000).u8(0));
    QVERIFY(m_client->ping(7));
    QCOMPARE(m_client->takeOutput().toHex(), "f8000000"
                                             "80000000"
                                             "080000000000000007");
}

void ClientMessagesTest::changesTheQuality()
{
    m_client->setQuality(std::nullopt, std::nullopt);
    QVERIFY(!m_client->hasOutput()); // as it was
    m_client->setQuality(8, 2);
    const QByteArray lossy = m_client->takeOutput();
    QCOMPARE(lossy.first(2).toHex(), "0200");
    QVERIFY(lossy.endsWith(QByteArray::fromHex("ffffffe8ffffff02"))); // -24, -254
    m_client->setQuality(8, 2);
    QVERIFY(!m_client->hasOutput());
    m_client->setQuality(std::nullopt, std::nullopt);
    QVERIFY(!m_client->takeOutput().contains(QByteArray::fromHex("ffffffe8")));
}

void ClientMessagesTest::sendsCutText()
{
    m_client->offerClipboard(u"a\u00e4\u20ac\n"_s);
    QCOMPARE(m_client->takeOutput().toHex(), "06000000"
                                             "00000004"
                                             "61e43f0a");
    QVERIFY(m_client->offerClipboard(QString((1 << 20), u'x')));
    QCOMPARE(m_client->takeOutput().size(), 8 + (1 << 20));
    QVERIFY(!m_client->offerClipboard(QString((1 << 20) + 1, u'x')));
    m_client->setClipboardDirections(false, true);
    m_client->offerClipboard(u"x"_s);
    QVERIFY(!m_client->hasOutput());
}

void ClientMessagesTest::asksForDesktopSizes()
{
    QVERIFY(!m_client->abilities().resize);
    QVERIFY(!m_client->setDesktopSize({640, 480}));
    m_client->receive(WireBytes()
                          .updateHeader(1)
                          .rectangle(0, 0, 300, 200, -308)
                          .u8(1)
                          .padding(3)
                          .u32(77)
                          .u16(0)
                          .u16(0)
                          .u16(300)
                          .u16(200)
                          .u32(9)
                          .take());
    static_cast<void>(m_client->takeOutput());
    QVERIFY(m_client->abilities().resize);
    QVERIFY(!m_client->setDesktopSize({0, 480}));
    QVERIFY(!m_client->setDesktopSize({70000, 480}));
    QVERIFY(m_client->setDesktopSize({640, 480}));
    QCOMPARE(m_client->takeOutput().toHex(), "fb00"
                                             "0280"
                                             "01e0"
                                             "0100"
                                             "0000004d"
                                             "0000"
                                             "0000"
                                             "0280"
                                             "01e0"
                                             "00000009");
}

QTEST_GUILESS_MAIN(ClientMessagesTest)
#include "ClientMessagesTest.moc"
