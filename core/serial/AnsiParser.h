// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/StyledText.h"

#include <QByteArrayView>

namespace portlight {

/// Turns the bytes of one log line into plain text and styles. Pure and without state between lines, so nothing a
/// guest writes reaches beyond its own line. Any thread.
///
/// Understood: SGR (16, 256 and true colours, bold, dim, italic, underline, inverse, strike-out), carriage return,
/// backspace and tab, and the sequences that move or erase within the line (EL, CUF, CUB, CHA). All other control
/// sequences (ECMA-48 CSI, OSC, DCS, APC, PM, SOS, charset selections, C1) are dropped, unfinished ones too.
/// Invalid UTF-8 becomes U+FFFD, a run of NUL bytes one U+2400, direction controls U+FFFD, line separators a space.
class AnsiParser
{
public:
    /// Movements never lead behind this column, so a few bytes cannot ask for a line of gigabytes.
    static constexpr int MostColumnsByMovement = 1024;

    [[nodiscard]] static StyledText parse(QByteArrayView line);
    /// The text of parse() alone, in UTF-8; quick where the line holds nothing but printable ASCII.
    [[nodiscard]] static QByteArray plainUtf8(QByteArrayView line);
    /// True when the line is its own plain text: printable ASCII, apart from carriage returns at its end.
    [[nodiscard]] static bool isPlain(QByteArrayView line);
};

} // namespace portlight
