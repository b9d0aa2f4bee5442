// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopSession.h"
#include "desktop/TargetParser.h"
#include "hosts/LocalHost.h"
#include "rfb/ClipboardText.h"
#include "support/FakeRfbServer.h"
#include "support/HostileServer.h"
#include "support/Notes.h"

#include <QSignalSpy>
#include <QtEndian>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using State = DesktopSession::State;

namespace {

constexpr int patience = 10'000; // milliseconds

// Types of messages.
constexpr int setEncodings = 2;
constexpr int updateRequest = 3;
constexpr int key = 4;
constexpr int pointer = 5;
constexpr int cutText = 6;
constexpr int fence = 248;
constexpr int xvp = 250;
constexpr int setDesktopSize = 251;
constexpr int qemu = 255;

QByteArray bytes(const char *hex)
{
    return QByteArray::fromHex(hex);
}

/// What a server can, as it tells it after ServerInit.
QByteArray abilities()
{
    return bytes("96"                                  // continuous updates
                 "f8000000 80000000 00"                // a fence
                 "fa000101"                            // xvp
                 "03000000 fffffff8 1f000001 00000000" // extended clipboard
                 "00000003"                            // an update of pseudo-encodings only
                 "0000000000000000 fffffefe"           // QEMU keys
                 "0000000000000000 fffffec4"           // buttons
                 "0000000003200258 fffffecc 01000000 00000000 00000000 03200258 00000000");
}

/// A desktop on which a session is Live.
class Desk
{
public:
    explicit Desk(const QByteArray &extra = abilities())
        : m_server([this, extra](ServerConnection &connection) {
            FakeRfbServer::greet(connection, {800, 600}, "fake");
            connection.send(extra);
            FakeRfbServer::serve(connection, FakeRfbServer::desktop(), [&](int type, const QByteArray &body) {
                notes.add(type, body);
                if (type == fence && answersFences && (quint8(body.at(3)) & 0x80) != 0)
                    connection.send("\xf8" + QByteArray(7, '\0') + body.sliced(7));
                const QByteArray reply = notes.takeReply(type);
                if (!reply.isEmpty())
                    connection.send(reply);
            });
        })
    {
    }
    [[nodiscard]] bool open(DesktopSession &session)
    {
        session.open(*TargetParser::parse(m_server.url(u"vnc"_s)), std::make_shared<LocalHost>());
        return QTest::qWaitFor([&session] { return session.state() == State::Live; }, patience);
    }

    Notes notes;
    std::atomic_bool answersFences = true;

private:
    HostileServer m_server;
};

QList<QPoint> positions(const QList<QByteArray> &bodies)
{
    QList<QPoint> points;
    for (const QByteArray &body : bodies)
        points.append(
            QPoint(qFromBigEndian<quint16>(body.constData() + 1), qFromBigEndian<quint16>(body.constData() + 3)));
    return points;
}

} // namespace

/// What a person does and chooses, as it reaches the server.
class SessionControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pacesMovesAndLosesNoneThatCounts();
    void neitherDelaysNorReordersButtons();
    void sendsScanCodesAndMoreButtons();
    void typesText();
    void stopsTyping();
    void viewOnlyBlocksEverything();
    void givesTheClipboardWhenAsked();
    void takesTheClipboard();
    void keepsClipboardDirections();
    void refusesLargeTexts();
    void asksForSizesAndPower();
    void changesTheQuality();
    void measuresTheRoundTrip();
    void countsWhatComes();
    void goesOnWithoutAnswersToPings();
};

void SessionControlTest::pacesMovesAndLosesNoneThatCounts()
{
    Desk desk;
    DesktopSession session;
    QVERIFY(desk.open(session));
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; i <= 200; ++i) {
        session.sendPointer({i, 2 * i}, 0);
        QTest::qWait(1);
    }
    const qint64 took = clock.elapsed();
    QTRY_COMPARE_WITH_TIMEOUT(positions(desk.notes.of(pointer)).value(desk.notes.of(pointer).size() - 1),
                              QPoint(200, 400), patience);
    const QList<QPoint> points = positions(desk.notes.of(pointer));
    QCOMPARE(points.first(), QPoint(1, 2)); // the first goes at once
    QVERIFY2(points.size() <= took / 16 + 2, qPrintable(QString::number(points.size())));
    QVERIFY(points.size() > 3);
    QVERIFY(std::is_sorted(points.begin(), points.end(), [](QPoint a, QPoint b) { return a.x() < b.x(); }));
}

void SessionControlTest::neitherDelaysNorReordersButtons()
{
    Desk desk;
    DesktopSession session;
    QVERIFY(desk.open(session));
    session.sendPointer({1, 1}, 0);
    session.sendPointer({2, 2}, 0); // waits
    session.sendPointer({3, 3}, 0); // takes its place
    session.sendPointer({4, 4}, 1); // where the drag begins counts, and where the pointer was
    session.sendPointer({5, 5}, 1);
    session.sendPointer({6, 6}, 1);
    session.sendPointer({6, 6}, 0);
    session.sendPointer({7, 7}, 0);
    session.sendKey('a', 0, true); // goes to what is under the pointer
    QTRY_COMPARE_WITH_TIMEOUT(desk.notes.of(key).size(), 1, patience);
    QCOMPARE(desk.notes.of(pointer), QList<QByteArray>({bytes("0000010001"), bytes("0000030003"), bytes("0100040004"),
                                                        bytes("0000060006"), bytes("0000070007")}));
    QVERIFY(desk.notes.order() == QList<int>({pointer, pointer, pointer, pointer, pointer, key}));
}

void SessionControlTest::sendsScanCodesAndMoreButtons()
{
    Desk desk;
    DesktopSession session;
    QSignalSpy told(&session, &DesktopSession::abilitiesChanged);
    QVERIFY(desk.open(session));
    const auto can = told.constLast().constFirst().value<rfb::ServerAbilities>();
    QVERIFY(can.extendedButtons && can.extendedKeys && can.extendedClipboard && can.fence && can.power && can.resize &&
            can.continuousUpdates);
    session.sendPointer({1, 2}, 0x100);
    session.sendKey(0xffe4, 0xe01d, true);
    QTRY_COMPARE_WITH_TIMEOUT(desk.notes.of(qemu), QList<QByteArray>{bytes("00 0001 0000ffe4 0000009d")}, patience);
    QCOMPARE(desk.notes.of(pointer), QList<QByteArray>{bytes("80 0001 0002 02")});
}

void SessionControlTest::typesText()
{
    Desk desk;
    DesktopSession session;
    QVERIFY(desk.open(session));
    QElapsedTimer clock;
    clock.start();
    session.typeText(u"aB\n\u20ac"_s + QString(40, u'x'));
    QTRY_COMPARE_WITH_TIMEOUT(desk.notes.of(key).size(), 2 * 44 + 2, patience);
    QVERIFY2(clock.elapsed() >= 180, qPrintable(QString::number(clock.elapsed()))); // 44 keys, four in 20 ms
    const QList<QByteArray> start = desk.notes.of(key).first(10);
    QCOMPARE(start, QList<QByteArray>({bytes("01000000000061"), bytes("00000000000061"), bytes("0100000000ffe1"),
                                       bytes("01000000000042"), bytes("00000000000042"), bytes("0000000000ffe1"),
                                       bytes("0100000000ff0d"), bytes("0000000000ff0d"), bytes("010000010020ac"),
                                       bytes("000000010020ac")}));
}

void SessionControlTest::stopsTyping()
{
    Desk desk;
    DesktopSession session;
    QVERIFY(desk.open(session));
    for (const bool byViewOnly : {false, true}) {
        const auto before = desk.notes.of(key).size();
        session.typeText(QString(4000, u'x'));
        QTRY_VERIFY_WITH_TIMEOUT(desk.notes.of(key).size() > before, patience);
        if (byViewOnly)
            session.setViewOnly(true);
        else
            session.typeText({});
        const auto stopped = desk.notes.of(key).size();
        QTest::qWait(200);
        QVERIFY(desk.notes.of(key).size() - stopped <= 8); // those on their way
    }
    session.close();
    QCOMPARE(session.state(), State::Closed);
}

void SessionControlTest::viewOnlyBlocksEverything()
{
    Desk desk;
    DesktopSession session;
    QSignalSpy received(&session, &DesktopSession::clipboardReceived);
    session.setQuality({PictureQuality::Mode::Lossless});
    QVERIFY(desk.open(session));
    session.sendPointer({1, 1}, 0);
    session.sendPointer({2, 2}, 0); // waits, and is given up
    session.setViewOnly(true);
    session.sendPointer({3, 3}, 1);
    session.sendKey('a', 0x1e, true);
    session.offerClipboard(u"secret"_s);
    session.typeText(u"secret"_s);
    session.requestSize({640, 480});
    session.sendPower(rfb::PowerAction::Reboot);
    desk.notes.reply(setEncodings, bytes("03000000 fffffffc 08000001 03000000 00000001 78")); // notify; a Latin-1 text
    session.setQuality({PictureQuality::Mode::Fixed, 3, 3});                                  // that may be
    QTest::qWait(150);
    QTRY_VERIFY_WITH_TIMEOUT(desk.notes.of(setEncodings).size() == 2, patience);
    QTest::qWait(100);
    QCOMPARE(desk.notes.of(pointer), QList<QByteArray>{bytes("0000010001")});
    for (const int type : {key, qemu, xvp, setDesktopSize})
        QVERIFY(desk.notes.of(type).isEmpty());
    QCOMPARE(desk.notes.of(cutText).size(), 1); // what we can: sent before
    QVERIFY(received.isEmpty());
}

void SessionControlTest::givesTheClipboardWhenAsked()
{
    Desk desk;
    DesktopSession session;
    QVERIFY(desk.open(session));
    desk.notes.reply(cutText, bytes("03000000 fffffffc 02000001")); // "request", when it hears of it
    session.offerClipboard(u"a\u20ac\n"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.notes.of(cutText).size(), 3, patience);
    QCOMPARE(desk.notes.of(cutText).at(1), bytes("000000 fffffffc 08000001"));
    const QByteArray given = desk.notes.of(cutText).at(2);
    QCOMPARE(given.sliced(7, 4), bytes("10000001"));
    QCOMPARE(rfb::unpackClipboardText(given.sliced(11), 100).text, u"a\u20ac\n"_s);
}

void SessionControlTest::takesTheClipboard()
{
    const QByteArray packed = rfb::packClipboardText(u"gr\u00fc\u00df\u20ac\n"_s);
    QByteArray length(4, '\0');
    qToBigEndian(-qint32(4 + packed.size()), length.data());
    Desk desk(abilities() + bytes("03000000 fffffffc 08000001")); // it has a text
    DesktopSession session;
    QSignalSpy received(&session, &DesktopSession::clipboardReceived);
    desk.notes.reply(cutText, QByteArray()); // to what we can
    desk.notes.reply(cutText, bytes("03000000") + length + bytes("10000001") + packed);
    QVERIFY(desk.open(session));
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, patience);
    QCOMPARE(received.constFirst().constFirst().toString(), u"gr\u00fc\u00df\u20ac\n"_s);
    QCOMPARE(desk.notes.of(cutText).at(1), bytes("000000 fffffffc 02000001"));
}

void SessionControlTest::keepsClipboardDirections()
{
    Desk desk{QByteArray()}; // Latin-1
    DesktopSession session;
    QSignalSpy received(&session, &DesktopSession::clipboardReceived);
    session.setClipboardDirections(false, false);
    QVERIFY(desk.open(session));
    desk.notes.reply(key, bytes("03000000 00000001 78 02"));
    QSignalSpy rang(&session, &DesktopSession::bell);
    session.offerClipboard(u"no"_s);
    session.sendKey('a', 0, true);
    QTRY_COMPARE_WITH_TIMEOUT(rang.size(), 1, patience);
    QVERIFY(received.isEmpty());
    QVERIFY(desk.notes.of(cutText).isEmpty());
    session.setClipboardDirections(true, true);
    session.offerClipboard(u"yes"_s);
    desk.notes.reply(key, bytes("03000000 00000001 78"));
    session.sendKey('a', 0, false);
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, patience);
    QCOMPARE(desk.notes.of(cutText).size(), 1);
}

void SessionControlTest::refusesLargeTexts()
{
    // A text of 2 MB, packed: announced truthfully, and turned down.
    const QByteArray packed = rfb::packClipboardText(QString(2'000'000, u'x'));
    QByteArray length(4, '\0');
    qToBigEndian(-qint32(4 + packed.size()), length.data());
    Desk desk(abilities() + bytes("03000000") + length + bytes("10000001") + packed);
    DesktopSession session;
    QSignalSpy refused(&session, &DesktopSession::clipboardRefused);
    QVERIFY(desk.open(session));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.constFirst(), QVariantList({qint64{2'000'001}, false}));
    session.offerClipboard(QString(2'000'000, u'\u00e4'));
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused.constLast(), QVariantList({qint64{4'000'000}, true}));
    QCOMPARE(session.state(), State::Live);
}

void SessionControlTest::asksForSizesAndPower()
{
    Desk desk;
    DesktopSession session;
    QSignalSpy answered(&session, &DesktopSession::resizeAnswered);
    QSignalSpy refused(&session, &DesktopSession::powerRefused);
    QVERIFY(desk.open(session));
    desk.notes.reply(setDesktopSize, bytes("00000001 0001 0001 0280 01e0 fffffecc 00000000")); // prohibited
    desk.notes.reply(xvp, bytes("fa000100"));
    session.requestSize({640, 480});
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QCOMPARE(answered.constFirst().constFirst().value<rfb::ResizeStatus>(), rfb::ResizeStatus::Prohibited);
    QCOMPARE(desk.notes.of(setDesktopSize).constFirst().toHex(), "00028001e00100"
                                                                 "00000000"
                                                                 "00000000"
                                                                 "028001e0"
                                                                 "00000000"_ba);
    session.sendPower(rfb::PowerAction::Shutdown);
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
    QCOMPARE(desk.notes.of(xvp), QList<QByteArray>{bytes("000102")});
    QCOMPARE(session.framebuffer()->copy().size(), QSize(800, 600));
}

void SessionControlTest::changesTheQuality()
{
    Desk desk;
    DesktopSession session;
    session.setQuality({PictureQuality::Mode::Fixed, 4, 6});
    QVERIFY(desk.open(session));
    QCOMPARE(session.statistics().quality, u"JPEG 4, compression 6"_s);
    QVERIFY(desk.notes.of(setEncodings).constFirst().endsWith(bytes("ffffffe4 ffffff06")));
    const auto whole = [&desk] {
        const auto requests = desk.notes.of(updateRequest);
        return std::count_if(requests.begin(), requests.end(), [](const QByteArray &body) { return body.at(0) == 0; });
    };
    QCOMPARE(whole(), 1);
    session.setQuality({PictureQuality::Mode::Lossless});
    // What is there with loss comes anew.
    QTRY_COMPARE_WITH_TIMEOUT(whole(), 2, patience);
    QCOMPARE(desk.notes.of(setEncodings).size(), 2);
    QVERIFY(!desk.notes.of(setEncodings).constLast().contains(bytes("ffffffe4")));
    QCOMPARE(session.statistics().quality, u"lossless"_s);
}

void SessionControlTest::measuresTheRoundTrip()
{
    Desk desk;
    DesktopSession session;
    QVERIFY(desk.open(session));
    QTRY_VERIFY_WITH_TIMEOUT(session.statistics().roundTripMilliseconds >= 0, patience);
    QVERIFY(session.statistics().roundTripMilliseconds < 1000);
    // The answer to the server's own fence, and pings: about one a second while somebody looks.
    QTRY_VERIFY_WITH_TIMEOUT(desk.notes.of(fence).size() >= 4, patience);
    session.setShown(false);
    QTest::qWait(100);
    const auto count = desk.notes.of(fence).size();
    QTest::qWait(1500);
    QCOMPARE(desk.notes.of(fence).size(), count);
    session.setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(desk.notes.of(fence).size() > count, patience);
}

void SessionControlTest::countsWhatComes()
{
    Desk desk;
    DesktopSession session;
    QVERIFY(desk.open(session));
    const SessionStatistics now = session.statistics();
    QCOMPARE(now.mix.size(), 1);
    QCOMPARE(now.mix.constFirst().encoding, u"Raw"_s);
    QCOMPARE(now.mix.constFirst().share, 1.0);
    QVERIFY(now.decodeMilliseconds > 0);
    QVERIFY(!now.quality.isEmpty());
}

void SessionControlTest::goesOnWithoutAnswersToPings()
{
    Desk desk;
    desk.answersFences = false;
    DesktopSession session;
    QVERIFY(desk.open(session));
    QTRY_VERIFY_WITH_TIMEOUT(desk.notes.of(fence).size() == 2, patience);
    QTest::qWait(1500);
    QCOMPARE(desk.notes.of(fence).size(), 2); // No more until that one is answered.
    QVERIFY(session.statistics().roundTripMilliseconds < 0);
    session.sendKey('a', 0, true);
    QTRY_COMPARE_WITH_TIMEOUT(desk.notes.of(key).size(), 1, patience);
}

QTEST_GUILESS_MAIN(SessionControlTest)
#include "SessionControlTest.moc"
