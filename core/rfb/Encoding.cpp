// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Encoding.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

QString encodingName(qint32 encoding)
{
    switch (Encoding(encoding)) {
    case Encoding::Raw:
        return u"Raw"_s;
    case Encoding::CopyRect:
        return u"CopyRect"_s;
    case Encoding::Rre:
        return u"RRE"_s;
    case Encoding::CoRre:
        return u"CoRRE"_s;
    case Encoding::Hextile:
        return u"Hextile"_s;
    case Encoding::Zlib:
        return u"Zlib"_s;
    case Encoding::Tight:
        return u"Tight"_s;
    case Encoding::Zrle:
        return u"ZRLE"_s;
    case Encoding::Jpeg:
        return u"JPEG"_s;
    case Encoding::TightPng:
        return u"TightPNG"_s;
    case Encoding::DesktopSize:
        return u"DesktopSize"_s;
    case Encoding::LastRect:
        return u"LastRect"_s;
    case Encoding::Cursor:
        return u"Cursor"_s;
    case Encoding::XCursor:
        return u"XCursor"_s;
    case Encoding::CursorWithAlpha:
        return u"CursorWithAlpha"_s;
    case Encoding::VmwareCursor:
        return u"VMwareCursor"_s;
    case Encoding::DesktopName:
        return u"DesktopName"_s;
    case Encoding::ExtendedDesktopSize:
        return u"ExtendedDesktopSize"_s;
    case Encoding::QemuExtendedKeyEvent:
        return u"QEMU Extended Key Event"_s;
    case Encoding::QemuLedState:
        return u"QEMU LED State"_s;
    case Encoding::VmwareLedState:
        return u"VMware LED State"_s;
    case Encoding::Xvp:
        return u"xvp"_s;
    case Encoding::Fence:
        return u"Fence"_s;
    case Encoding::ContinuousUpdates:
        return u"ContinuousUpdates"_s;
    case Encoding::ExtendedMouseButtons:
        return u"ExtendedMouseButtons"_s;
    case Encoding::ExtendedClipboard:
        return u"ExtendedClipboard"_s;
    case Encoding::QualityLevel0:
    case Encoding::CompressionLevel0:
        break;
    }
    return u"encoding %1"_s.arg(encoding);
}

QList<Encoding> defaultEncodings()
{
    return {Encoding::CopyRect,
            Encoding::Tight,
            Encoding::TightPng,
            Encoding::Zrle,
            Encoding::Jpeg,
            Encoding::Hextile,
            Encoding::Zlib,
            Encoding::CoRre,
            Encoding::Rre,
            Encoding::Raw,
            Encoding::ExtendedDesktopSize,
            Encoding::DesktopSize,
            Encoding::LastRect,
            Encoding::VmwareCursor,
            Encoding::CursorWithAlpha,
            Encoding::Cursor,
            Encoding::XCursor,
            Encoding::DesktopName,
            Encoding::QemuExtendedKeyEvent,
            Encoding::QemuLedState,
            Encoding::VmwareLedState,
            Encoding::Xvp,
            Encoding::Fence,
            Encoding::ContinuousUpdates,
            Encoding::ExtendedMouseButtons,
            Encoding::ExtendedClipboard};
}

} // namespace portlight::rfb
