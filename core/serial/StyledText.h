// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace portlight {

/// A colour as the guest asked for it (ECMA-48 SGR 30-49, 90-107 and the 38/48 forms of ISO 8613-6).
/// Which real colour a palette entry is, the view decides.
struct TextColor
{
    enum class Kind : quint8 {
        Default,
        Palette, ///< `value` is 0 to 255; 0 to 15 are the named colours, then the 6x6x6 cube and 24 greys of xterm.
        Rgb,     ///< `value` is 0xRRGGBB.
    };
    Kind kind = Kind::Default;
    quint32 value = 0;

    friend bool operator==(const TextColor &, const TextColor &) = default;
};

/// How a piece of a line is to be drawn.
struct TextStyle
{
    TextColor foreground;
    TextColor background;
    bool bold = false;
    bool dim = false;
    bool italic = false;
    bool underline = false;
    bool inverse = false;
    bool strikeOut = false;

    friend bool operator==(const TextStyle &, const TextStyle &) = default;
};

/// `length` UTF-16 units of the text from `start` have a style other than the default one.
struct TextSpan
{
    int start = 0;
    int length = 0;
    TextStyle style;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// A line without its control sequences, and its styles beside it. Spans are sorted and do not overlap.
struct StyledText
{
    QString text;
    QList<TextSpan> spans;
    bool rewritten = false; ///< Something was written over (carriage return, backspace, erase): a progress line.

    friend bool operator==(const StyledText &, const StyledText &) = default;
};

} // namespace portlight
