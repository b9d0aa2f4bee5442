// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QtAlgorithms>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace portlight {

/// What Linux puts in front of its lines on the console: "[    6.322076] ", with CONFIG_PRINTK_CALLER "[    0.000000][
/// T0] ".
class KernelStamp
{
public:
    /// Microseconds since the kernel began; nothing where the line has no stamp.
    [[nodiscard]] static std::optional<qint64> read(QByteArrayView plainText)
    {
        const qint64 stamp = microseconds(plainText);
        return stamp >= 0 ? std::optional(stamp) : std::nullopt;
    }
    /// The same, with -1 for no stamp: for programs that look at millions of lines.
    [[nodiscard]] static qint64 microseconds(QByteArrayView plainText)
    {
        if (plainText.size() < 10 || plainText[0] != '[')
            return -1;
        const qint64 usual = plainText.size() >= 14 ? readUsualWidth(plainText.data()) : -1;
        return usual >= 0 ? usual : readAnyWidth(plainText);
    }
    /// The version in a kernel's first line ("Linux version 6.1.0-56-cloud-amd64 (..."); empty for any other line.
    [[nodiscard]] static QString bannerVersion(QByteArrayView plainText);
    /// True where bannerVersion() is not empty; quick where it is.
    [[nodiscard]] static bool isBanner(QByteArrayView plainText);
    /// True for the lines with which a kernel says good-bye ("reboot: Restarting system").
    [[nodiscard]] static bool isGoodbye(QByteArrayView plainText);

private:
    /// "[    6.322076]", as almost all are: 12 characters between the brackets, eight of them looked at at once. -1
    /// where it is not so.
    [[nodiscard]] static qint64 readUsualWidth(const char *text)
    {
        if (text[6] != '.' || text[13] != ']')
            return -1;
        constexpr quint64 Zeros = 0x3030303030303030;
        constexpr quint64 Point = quint64('.' ^ '0') << 40;
        constexpr quint64 Space = 0x1010101010101010;
        constexpr quint64 Blanks = 0x2020202020202020;
        const auto eight = qFromLittleEndian<quint64>(text + 1);
        // The point ends the blanks at the latest; a blank in place of the last digit of the seconds is none.
        const unsigned blanks = std::min(qCountTrailingZeroBits(eight ^ Blanks) / 8, 4u);
        const quint64 first = eight ^ Point ^ (Space & ((quint64(1) << (8 * blanks)) - 1));
        const quint64 second = qFromLittleEndian<quint32>(text + 9) | (Zeros << 32);
        if (!isDigits(first) || !isDigits(second))
            return -1;
        // Five digits of seconds, a nought for the point, two digits; then four digits and four noughts.
        const quint64 seconds = number(first) / 1000;
        return qint64(seconds * 1'000'000 + number(first) % 1000 * 10'000 + number(second) / 10'000);
    }
    [[nodiscard]] static bool isDigits(quint64 eight)
    {
        constexpr quint64 High = 0xf0f0f0f0f0f0f0f0;
        constexpr quint64 Zeros = 0x3030303030303030;
        return (eight & High) == Zeros && ((eight + 0x0606060606060606) & High) == Zeros;
    }
    /// The number that eight digits mean, the first one in the lowest byte.
    [[nodiscard]] static quint64 number(quint64 eight)
    {
        eight = (eight & 0x0f0f0f0f0f0f0f0f) * 2561 >> 8;
        eight = (eight & 0x00ff00ff00ff00ff) * 6553601 >> 16;
        return (eight & 0x0000ffff0000ffff) * 42949672960001 >> 32;
    }
    [[nodiscard]] static qint64 readAnyWidth(QByteArrayView text);
    [[nodiscard]] static QByteArrayView message(QByteArrayView plainText);
};

} // namespace portlight
