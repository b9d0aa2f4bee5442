// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/SgrStyle.h"

#include <algorithm>
#include <array>

namespace portlight {

namespace {

constexpr int MostParameters = 32;
constexpr quint32 MostValue = 65535;

struct Parameters
{
    struct Item
    {
        quint32 value = 0;
        bool sub = false; ///< Was separated by ":" from the one before.
    };
    std::array<Item, MostParameters> items{};
    int count = 0;
    bool broken = false;
};

Parameters split(QByteArrayView bytes)
{
    Parameters result;
    result.count = 1;
    for (const char byte : bytes) {
        auto &item = result.items[size_t(result.count - 1)];
        if (byte >= '0' && byte <= '9') {
            item.value = std::min(item.value * 10 + quint32(byte - '0'), MostValue);
        } else if (byte == ';' || byte == ':') {
            if (result.count == MostParameters)
                return result;
            result.items[size_t(result.count++)].sub = byte == ':';
        } else {
            result.broken = true;
            return result;
        }
    }
    return result;
}

TextColor paletteColor(quint32 value)
{
    return {TextColor::Kind::Palette, value};
}

TextColor rgbColor(quint32 red, quint32 green, quint32 blue)
{
    return {TextColor::Kind::Rgb, (red & 0xff) << 16 | (green & 0xff) << 8 | (blue & 0xff)};
}

/// Reads the colour behind 38 or 48 at `at`; returns how many parameters it took, itself included.
int extendedColor(const Parameters &parameters, int at, TextColor &color)
{
    int last = at + 1;
    const bool subs = last < parameters.count && parameters.items[size_t(last)].sub;
    if (subs) {
        while (last < parameters.count && parameters.items[size_t(last)].sub)
            ++last;
    } else {
        last = parameters.count;
    }
    const auto value = [&](int offset) {
        return parameters.items[size_t(at) + size_t(offset)].value;
    };
    const int have = last - at;
    if (have >= 3 && value(1) == 5) {
        if (value(2) <= 255)
            color = paletteColor(value(2));
        return subs ? have : 3;
    }
    if (have >= 5 && value(1) == 2) {
        // With colons a colour space (often empty) may stand before the three values.
        const int shift = subs && have >= 6 ? 1 : 0;
        color = rgbColor(value(2 + shift), value(3 + shift), value(4 + shift));
        return subs ? have : 5;
    }
    return have;
}

bool applyColor(quint32 code, TextStyle &style)
{
    if (code >= 30 && code <= 37)
        style.foreground = paletteColor(code - 30);
    else if (code >= 90 && code <= 97)
        style.foreground = paletteColor(code - 90 + 8);
    else if (code == 39)
        style.foreground = {};
    else if (code >= 40 && code <= 47)
        style.background = paletteColor(code - 40);
    else if (code >= 100 && code <= 107)
        style.background = paletteColor(code - 100 + 8);
    else if (code == 49)
        style.background = {};
    else
        return false;
    return true;
}

void applyAttribute(quint32 code, TextStyle &style)
{
    switch (code) {
    case 0:
        style = {};
        break;
    case 1:
        style.bold = true;
        break;
    case 2:
        style.dim = true;
        break;
    case 3:
        style.italic = true;
        break;
    case 4:
    case 21:
        style.underline = true;
        break;
    case 7:
        style.inverse = true;
        break;
    case 9:
        style.strikeOut = true;
        break;
    case 22:
        style.bold = style.dim = false;
        break;
    case 23:
        style.italic = false;
        break;
    case 24:
        style.underline = false;
        break;
    case 27:
        style.inverse = false;
        break;
    case 29:
        style.strikeOut = false;
        break;
    default:
        break;
    }
}

} // namespace

void SgrStyle::apply(QByteArrayView bytes, TextStyle &style)
{
    const Parameters parameters = split(bytes);
    if (parameters.broken)
        return;
    for (int at = 0; at < parameters.count;) {
        const auto &item = parameters.items[size_t(at)];
        if (item.value == 38 || item.value == 48) {
            at += extendedColor(parameters, at, item.value == 38 ? style.foreground : style.background);
            continue;
        }
        const bool none = item.value == 4 && at + 1 < parameters.count && parameters.items[size_t(at) + 1].sub &&
                          parameters.items[size_t(at) + 1].value == 0;
        if (none)
            style.underline = false; // "4:0"
        else if (!item.sub && !applyColor(item.value, style))
            applyAttribute(item.value, style);
        ++at;
    }
}

} // namespace portlight
