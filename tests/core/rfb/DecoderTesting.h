// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Playback.h"
#include "WireBytes.h"

#include <QRect>
#include <QTest>

namespace portlight::rfb::testing {

constexpr quint32 black = 0xff000000U;
constexpr quint32 white = 0xffffffffU;
constexpr quint32 red = 0xffff0000U;
constexpr quint32 green = 0xff00ff00U;
constexpr quint32 blue = 0xff0000ffU;
constexpr quint32 yellow = 0xffffff00U;
constexpr quint32 untouched = 0;

/// Rows "index" with the number of a format of trueColourFormats().
inline void addFormatRows()
{
    QTest::addColumn<int>("index");
    const QList<NamedFormat> formats = trueColourFormats();
    for (int i = 0; i < formats.size(); ++i)
        QTest::newRow(formats.at(i).name) << i;
}

/// A session with one rectangle in it.
inline QByteArray session(QSize size, const PixelFormat &format, const QRect &rect, qint32 encoding,
                          const QByteArray &payload)
{
    return WireBytes()
        .handshake(size, format)
        .updateHeader(1)
        .rectangle(rect.x(), rect.y(), rect.width(), rect.height(), encoding)
        .bytes(payload)
        .take();
}

/// Plays it and expects exactly this picture, given row by row, and a finished update.
inline void expectPicture(const QByteArray &bytes, const QList<quint32> &picture)
{
    const Playback playback = playBothWays(bytes);
    QVERIFY2(playback.failureId.isEmpty(), qPrintable(playback.text()));
    QCOMPARE(playback.events.count(QStringLiteral("update")), bytes.isEmpty() ? 0 : 1);
    QCOMPARE(playback.pixels, picture);
    QVERIFY(playback.told);
    QCOMPARE(playback.complete, !picture.contains(untouched));
    // A rectangle that is cut off is neither a finished update nor an error.
    const Playback cut = playBothWays(bytes.chopped(1));
    QVERIFY2(cut.failureId.isEmpty(), qPrintable(cut.text()));
    QCOMPARE(cut.state, ClientState::Running);
    QVERIFY(!cut.events.contains(QStringLiteral("update")));
}

/// Plays it and expects `rfb.malformed` with this as the end of "where".
inline void expectMalformed(const QByteArray &bytes, const QString &where)
{
    const Playback playback = playBothWays(bytes);
    QCOMPARE(playback.failureId, QStringLiteral("rfb.malformed"));
    QVERIFY2(playback.where.endsWith(where), qPrintable(playback.where));
    QVERIFY(!playback.events.contains(QStringLiteral("update")));
}

} // namespace portlight::rfb::testing
