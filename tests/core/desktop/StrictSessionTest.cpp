// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StrictSession.h"
#include "desktop/DesktopSession.h"
#include "desktop/TargetParser.h"
#include "hosts/LocalHost.h"
#include "support/FakeRfbServer.h"
#include "support/StrictRfbServer.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QtTest>

#include <mutex>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using State = DesktopSession::State;

namespace {

constexpr int patience = 15'000; // milliseconds

/// A strict server and what it heard.
class Strict
{
public:
    Strict()
        : m_rules({}, [this](ServerConnection &connection) {
            StrictSession session(connection, FakeRfbServer::desktop(), [this](const QJsonObject &message) {
                const std::lock_guard lock(m_mutex);
                m_heard.append(message);
            });
            const QString problem = session.run();
            const std::lock_guard lock(m_mutex);
            m_desktop = session.desktop();
            return problem;
        })
    {
    }
    [[nodiscard]] HostileServer::Script script() { return m_rules.script(); }
    [[nodiscard]] QStringList problems() const { return m_rules.problems(); }
    /// The last message of that kind.
    [[nodiscard]] QJsonObject last(const QString &kind) const
    {
        const std::lock_guard lock(m_mutex);
        for (auto each = m_heard.rbegin(); each != m_heard.rend(); ++each) {
            if ((*each)[u"message"_s] == kind)
                return *each;
        }
        return {};
    }
    [[nodiscard]] QImage desktop() const
    {
        const std::lock_guard lock(m_mutex);
        return m_desktop;
    }

private:
    mutable std::mutex m_mutex;
    QList<QJsonObject> m_heard;
    QImage m_desktop;
    StrictRfbServer m_rules;
};

/// The mean difference of all components: what JPEG costs.
double difference(const QImage &left, const QImage &right)
{
    if (left.size() != right.size())
        return 999;
    qint64 sum = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x) {
            const QRgb a = left.pixel(x, y);
            const QRgb b = right.pixel(x, y);
            sum += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
        }
    }
    return double(sum) / (3.0 * left.width() * left.height());
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

} // namespace

/// Portlight against a server that takes nothing wrong and speaks what no server of Debian's does.
class StrictSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void getsAlong_data();
    void getsAlong();
    void findsFault_data();
    void findsFault();
};

void StrictSessionTest::getsAlong_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("ws") << u"ws"_s;
    QTest::newRow("vnc") << u"vnc"_s;
}

void StrictSessionTest::getsAlong()
{
    QFETCH(QString, scheme);
    Strict strict;
    auto server = std::make_unique<HostileServer>(scheme == u"ws"_s ? HostileServer::webSocket(strict.script())
                                                                    : strict.script());
    DesktopSession session;
    QSignalSpy clipboard(&session, &DesktopSession::clipboardReceived);
    QSignalSpy lamps(&session, &DesktopSession::ledStateChanged);
    QSignalSpy refused(&session, &DesktopSession::powerRefused);
    QSignalSpy answered(&session, &DesktopSession::resizeAnswered);
    session.setQuality({PictureQuality::Mode::Fixed, 9, 1});
    connect(&session, &DesktopSession::failed, [](const StageFailure &failure) { qWarning() << failure.summary; });
    session.open(*TargetParser::parse(server->url(scheme)), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Live, patience);
    const double loss = difference(session.framebuffer()->copy(), FakeRfbServer::desktop());
    QVERIFY2(loss < 3, qPrintable(QString::number(loss)));

    QTRY_COMPARE_WITH_TIMEOUT(clipboard.size(), 1, patience);
    QCOMPARE(clipboard.constFirst().constFirst().toString(), StrictSession::clipboardText());
    QTRY_COMPARE_WITH_TIMEOUT(lamps.size(), 1, patience);
    QVERIFY(lamps.constFirst().constFirst().value<rfb::LedState>().numLock);
    QTRY_VERIFY_WITH_TIMEOUT(session.statistics().roundTripMilliseconds >= 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(strict.last(u"continuous-updates"_s)[u"on"_s].toBool(), patience);

    session.sendKey(0xffe4, 0xe01d, true);
    session.sendKey(0xffe4, 0xe01d, false);
    session.sendPointer({20, 30}, 0x100);
    session.sendPointer({20, 30}, 0);
    QTRY_COMPARE_WITH_TIMEOUT(strict.last(u"key"_s)[u"code"_s].toInt(), 0x9d, patience);
    session.offerClipboard(u"für den Gast €\n"_s);
    QTRY_COMPARE_WITH_TIMEOUT(strict.last(u"clipboard"_s)[u"content"_s].toString(), u"für den Gast €\n"_s, patience);
    session.sendPower(rfb::PowerAction::Reset);
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
    QCOMPARE(strict.last(u"power"_s)[u"code"_s].toInt(), 4);
    for (int i = 0; i < 6; ++i) { // patches in all the encodings
        session.sendKey('a', 0x1e, i % 2 == 0);
        QTest::qWait(20);
    }
    session.requestSize({640, 480});
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QCOMPARE(answered.constFirst().constFirst().value<rfb::ResizeStatus>(), rfb::ResizeStatus::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(session.framebuffer()->copy().size(), QSize(640, 480), patience);
    session.sendKey('b', 0x30, true);
    QTRY_COMPARE_WITH_TIMEOUT(strict.last(u"key"_s)[u"keysym"_s].toInt(), 'b', patience);
    QTRY_COMPARE_WITH_TIMEOUT(session.statistics().encodings, QStringList({u"JPEG"_s, u"Raw"_s, u"TightPNG"_s}),
                              patience);
    QTest::qWait(200);
    const QImage shown = session.framebuffer()->copy();
    session.close();
    server.reset();
    QCOMPARE(strict.problems(), QStringList());
    QVERIFY2(difference(shown, strict.desktop()) < 3, qPrintable(QString::number(difference(shown, strict.desktop()))));
}

void StrictSessionTest::findsFault_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *digits, const QString &problem) {
        QTest::newRow(name) << hex(digits) << problem;
    };
    row("message", "63", u"Message type 99"_s);
    row("no encodings", "02000000", u"SetEncodings without any"_s);
    row("an encoding twice", "02000002 00000000 00000000", u"SetEncodings: 0 twice"_s);
    row("request outside", "0300 0000 0000 0321 0258", u"FramebufferUpdateRequest: 0, 801x600 at 0,0"_s);
    row("no keysym", "04010000 00000000", u"KeyEvent: 1, keysym 0"_s);
    row("pointer outside", "0500 0320 0000", u"PointerEvent outside: 800,0"_s);
    row("buttons too early", "0580 0001 0001 01", u"PointerEvent with bit 7 before ExtendedMouseButtons"_s);
    row("text too long", "06000000 00100001", u"ClientCutText of 1048577 bytes"_s);
    row("clipboard too early", "06000000 fffffffc 08000001",
        u"Extended ClientCutText before the server has told what it can"_s);
    row("clipboard before its own abilities", "02000001 c0a1e5ce 06000000 fffffffc 08000001",
        u"Extended ClientCutText before the client has told what it can"_s);
    row("continuous updates too early", "9601 0000 0000 0001 0001",
        u"EnableContinuousUpdates before EndOfContinuousUpdates"_s);
    row("fence too early", "f8000000 80000000 00", u"Fence before the server's"_s);
    row("fence nobody asked for", "02000001 fffffec8 f8000000 00000000 0161", u"Fence: an answer nobody asked for"_s);
    row("power too early", "fa000102", u"xvp: version 1, code 2"_s);
    row("power of a kind", "02000001 fffffecb fa000105", u"xvp: version 1, code 5"_s);
    row("size too early", "fb00 0280 01e0 0100", u"SetDesktopSize: 640x480 with 1 screens"_s);
    row("scan code too early", "ff00 0001 00000061 0000001e",
        u"QEMU message before the server's QEMU Extended Key Event"_s);
    row("scan code with a prefix", "02000001 fffffefe ff00 0001 00000061 0000e01d", u"QEMU message: 0, 1, code e01d"_s);
    row("pixel format", "00000000 20180001 00ff00ff00ff 101008 000000",
        u"SetPixelFormat: component 1 of 2018000100ff00ff00ff101008000000"_s);
}

void StrictSessionTest::findsFault()
{
    QFETCH(QByteArray, bytes);
    Strict strict;
    const HostileServer server(strict.script());
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, server.port());
    QVERIFY(client.waitForConnected(patience));
    client.write("RFB 003.008\n\1");
    constexpr qint64 greeting = 12 + 2 + 4;
    QTRY_VERIFY_WITH_TIMEOUT(client.bytesAvailable() >= greeting, patience);
    client.write('\1' + bytes);
    QTRY_VERIFY_WITH_TIMEOUT(!strict.problems().isEmpty(), patience);
    QTEST(strict.problems().constFirst(), "problem");
}

QTEST_MAIN(StrictSessionTest)
#include "StrictSessionTest.moc"
