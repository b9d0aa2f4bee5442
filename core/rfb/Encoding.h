// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace portlight::rfb {

/// Encodings and pseudo-encodings we speak (RFC 6143, section 7.7; rfbproto, section "Encodings").
enum class Encoding : qint32 {
    Raw = 0,
    CopyRect = 1,
    Rre = 2,
    CoRre = 4,
    Hextile = 5,
    Zlib = 6,
    Tight = 7,
    Zrle = 16,
    Jpeg = 21,
    DesktopSize = -223,
    LastRect = -224,
    Cursor = -239,
    XCursor = -240,
    QemuExtendedKeyEvent = -258,
    TightPng = -260,
    QemuLedState = -261,
    DesktopName = -307,
    ExtendedDesktopSize = -308,
    Xvp = -309,
    Fence = -312,
    ContinuousUpdates = -313,
    CursorWithAlpha = -314,
    ExtendedMouseButtons = -316,
    VmwareCursor = 0x574d5664,
    VmwareLedState = 0x574d5668,
    ExtendedClipboard = qint32(0xc0a1e5ceU),
    QualityLevel0 = -32,      ///< JPEG allowed, worst quality; level n is -32 + n, up to 9.
    CompressionLevel0 = -256, ///< Least compression; level n is -256 + n, up to 9.
};

/// Its name for people and logs, e.g. "Tight"; "encoding 1234" when unknown.
[[nodiscard]] QString encodingName(qint32 encoding);

/// All encodings we decode, the best for a fast link first, and the pseudo-encodings after them.
[[nodiscard]] QList<Encoding> defaultEncodings();

} // namespace portlight::rfb
