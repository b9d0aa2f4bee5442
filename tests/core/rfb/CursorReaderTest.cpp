// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int xCursor = -240;
constexpr int cursorWithAlpha = -314;
constexpr int vmwareCursor = 0x574d5664;

WireBytes cursor(QSize size, qint32 encoding, const PixelFormat &format = {})
{
    WireBytes bytes;
    bytes.handshake({4, 4}, format).updateHeader(1).rectangle(1, 0, size.width(), size.height(), encoding);
    return bytes;
}

} // namespace

/// The forms of cursors besides the RFC's own, which MessageReaderTest looks at.
class CursorReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsShapes_data();
    void readsShapes();
    void refuses_data();
    void refuses();
};

void CursorReaderTest::readsShapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("event");
    WireBytes two = cursor({3, 1}, xCursor).u8(1).u8(2).u8(3).u8(255).u8(0).u8(128);
    QTest::newRow("X") << two.u8(0x80).u8(0xc0).take() << u"cursor 3x1+1+0 ff010203 ffff0080 0"_s;
    QTest::newRow("X, none") << cursor({0, 0}, xCursor).take() << u"cursor 0x0+0+0"_s;

    WireBytes alpha = cursor({2, 1}, cursorWithAlpha).u32(0);
    alpha.u8(10).u8(20).u8(30).u8(40).u8(255).u8(1).u8(255).u8(128);
    QTest::newRow("alpha") << alpha.take() << u"cursor 2x1+1+0 280a141e 80800180"_s;
    QTest::newRow("alpha, none") << cursor({0, 0}, cursorWithAlpha).u32(0).take() << u"cursor 0x0+0+0"_s;

    WireBytes straight = cursor({2, 1}, vmwareCursor).u8(1).u8(0);
    straight.u8(255).u8(0).u8(100).u8(128).u8(9).u8(9).u8(9).u8(0);
    QTest::newRow("VMware, alpha") << straight.take() << u"cursor 2x1+1+0 80800032 0"_s;
    for (const NamedFormat &named : trueColourFormats()) {
        WireBytes masks = cursor({4, 1}, vmwareCursor, named.format).u8(0).u8(0);
        for (const quint32 kept : {0U, 0xffffffU, 0xffffffU, 0U})
            masks.pixel(named.format, kept);
        for (const quint32 changed : {0xff0000U, 0U, 0xffffffU, 0xffffffU})
            masks.pixel(named.format, changed);
        QTest::addRow("VMware, masks, %s", named.name)
            << masks.take() << u"cursor 4x1+1+0 ffff0000 0 ff000000 ffffffff"_s;
    }
    QTest::newRow("VMware, none") << cursor({0, 0}, vmwareCursor).u8(0).u8(0).take() << u"cursor 0x0+0+0"_s;
}

void CursorReaderTest::readsShapes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, event);
    const Playback playback = playBothWays(bytes);
    QVERIFY2(playback.failureId.isEmpty(), qPrintable(playback.text()));
    QCOMPARE(playback.events.filter(u"cursor"_s), QStringList{event});
    QCOMPARE(playback.events.last(), u"update"_s);
}

void CursorReaderTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("where");
    QTest::newRow("encoding") << cursor({1, 1}, cursorWithAlpha).u32(7).take()
                              << u"CursorWithAlpha rectangle 1x1 at 1,0: a cursor in Tight"_s;
    QTest::newRow("type") << cursor({1, 1}, vmwareCursor).u8(2).u8(0).take()
                          << u"VMwareCursor rectangle 1x1 at 1,0: unknown cursor type 2"_s;
    QTest::newRow("size") << cursor({1, 1025}, xCursor).take()
                          << u"XCursor rectangle 1x1025 at 1,0: larger than 1024x1024"_s;
}

void CursorReaderTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, where);
    expectMalformed(bytes, where);
}

QTEST_GUILESS_MAIN(CursorReaderTest)
#include "CursorReaderTest.moc"
