// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/Utf8Reader.h"

#include <utility>

namespace portlight {

namespace {

constexpr char32_t Replacement = 0xfffd;

struct Lead
{
    int following = 0; ///< -1: no lead byte.
    char32_t bits = 0;
    uchar lowest = 0x80; ///< Of the second byte; keeps out overlong forms and surrogates.
    uchar highest = 0xbf;
};

Lead leadOf(uchar byte)
{
    if (byte >= 0xc2 && byte <= 0xdf)
        return {1, char32_t(byte & 0x1f), 0x80, 0xbf};
    if (byte >= 0xe0 && byte <= 0xef)
        return {2, char32_t(byte & 0x0f), uchar(byte == 0xe0 ? 0xa0 : 0x80), uchar(byte == 0xed ? 0x9f : 0xbf)};
    if (byte >= 0xf0 && byte <= 0xf4)
        return {3, char32_t(byte & 0x07), uchar(byte == 0xf0 ? 0x90 : 0x80), uchar(byte == 0xf4 ? 0x8f : 0xbf)};
    return {-1, 0, 0, 0};
}

} // namespace

char32_t Utf8Reader::next(QByteArrayView bytes, qsizetype &position)
{
    const auto first = uchar(bytes[position++]);
    if (first < 0x80)
        return first;
    const Lead lead = leadOf(first);
    if (lead.following < 0)
        return Replacement;
    char32_t value = lead.bits;
    for (int i = 0; i < lead.following; ++i) {
        if (position >= bytes.size())
            return Replacement;
        const auto byte = uchar(bytes[position]);
        const uchar lowest = i == 0 ? lead.lowest : uchar(0x80);
        const uchar highest = i == 0 ? lead.highest : uchar(0xbf);
        if (byte < lowest || byte > highest)
            return Replacement;
        value = (value << 6) | (byte & 0x3f);
        ++position;
    }
    return value;
}

} // namespace portlight
