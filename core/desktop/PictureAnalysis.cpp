// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PictureAnalysis.h"

#include <QList>
#include <QRect>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int smallestWidth = 640;
constexpr int smallestHeight = 480;
constexpr int mostColors = 65'536;
constexpr int largestPeriod = 8;   ///< X's own root pattern is 4x4, user-made stipples mostly 8x8 or less.
constexpr int largestPointer = 64; ///< Pixels; X cursors are 16 to 64.
constexpr int usualPointer = 32;   ///< On one colour a larger lone thing counts as drawn, unless it is in the centre.

/// A small pattern that is repeated over the whole picture, anchored at 0,0.
struct Tile
{
    int width = 1;
    int height = 1;
    std::array<quint32, std::size_t{largestPeriod} * largestPeriod> pixels{};

    [[nodiscard]] quint32 at(int x, int y) const
    {
        return pixels[std::size_t(y % height) * std::size_t(width) + std::size_t(x % width)];
    }
};

/// 32-bit pixels whose upper bits may differ: compared without them.
bool isSameRow(const quint32 *row, const quint32 *expected, int width)
{
    quint32 difference = 0;
    for (int x = 0; x < width; ++x)
        difference |= row[x] ^ expected[x];
    return (difference & 0xffffffU) == 0;
}

/// The smallest rectangle around everything that does not follow the tile; nothing when it exceeds a pointer's size.
std::optional<QRect> exceptionsFrom(const Tile &tile, const PixelView &view)
{
    std::vector<quint32> rows(std::size_t(tile.height) * std::size_t(view.width));
    for (int y = 0; y < tile.height; ++y) {
        for (int x = 0; x < view.width; ++x)
            rows[std::size_t(y) * std::size_t(view.width) + std::size_t(x)] = tile.at(x, y);
    }
    int left = view.width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < view.height; ++y) {
        const quint32 *row = view.pixels + y * view.stride;
        const quint32 *expected = rows.data() + std::size_t(y % tile.height) * std::size_t(view.width);
        if (isSameRow(row, expected, view.width))
            continue;
        top = top < 0 ? y : top;
        bottom = y;
        for (int x = 0; x < view.width; ++x) {
            if (((row[x] ^ expected[x]) & 0xffffffU) != 0) {
                left = std::min(left, x);
                right = std::max(right, x);
            }
        }
        if (bottom - top >= largestPointer || right - left >= largestPointer)
            return std::nullopt;
    }
    return top < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

/// Whether the block of two largest periods at `x0`, `y0` repeats after `dx`, `dy`.
bool repeats(const PixelView &view, int x0, int y0, int dx, int dy)
{
    constexpr int block = 2 * largestPeriod;
    for (int y = 0; y + dy < block; ++y) {
        for (int x = 0; x + dx < block; ++x) {
            if (view.at(x0 + x, y0 + y) != view.at(x0 + x + dx, y0 + y + dy))
                return false;
        }
    }
    return true;
}

/// The pattern seen around a place; nothing when it has no small period.
std::optional<Tile> tileAt(const PixelView &view, int x0, int y0)
{
    Tile tile;
    while (tile.width <= largestPeriod && !repeats(view, x0, y0, tile.width, 0))
        ++tile.width;
    while (tile.height <= largestPeriod && !repeats(view, x0, y0, 0, tile.height))
        ++tile.height;
    if (tile.width > largestPeriod || tile.height > largestPeriod)
        return std::nullopt;
    for (int y = y0; y < y0 + tile.height; ++y) {
        for (int x = x0; x < x0 + tile.width; ++x)
            tile.pixels[std::size_t(y % tile.height) * std::size_t(tile.width) + std::size_t(x % tile.width)] =
                view.at(x, y);
    }
    return tile;
}

/// 1, 2, or 3 for all that is more.
int colorsIn(const Tile &tile)
{
    const quint32 first = tile.pixels.front();
    quint32 second = first;
    const std::size_t count = std::size_t(tile.width) * std::size_t(tile.height);
    for (std::size_t i = 1; i < count; ++i) {
        const quint32 color = tile.pixels.at(i);
        if (color == first || color == second)
            continue;
        if (second != first)
            return 3;
        second = color;
    }
    return second == first ? 1 : 2;
}

/// Five places apart from each other: no pointer covers more than one of them.
std::array<QPoint, 5> anchors(const PixelView &view)
{
    constexpr int block = 2 * largestPeriod;
    const int right = view.width - block;
    const int bottom = view.height - block;
    return {QPoint(right, bottom), QPoint(right, 0), QPoint(0, bottom), QPoint(right / 4, bottom / 4), QPoint(0, 0)};
}

/// A lone thing on one colour is a pointer, unless it is too large or may be a terminal's first prompt.
bool isPointerOnOneColor(const QRect &thing, const PixelView &view)
{
    if (thing.isEmpty())
        return true;
    if (thing.contains(view.width / 2, view.height / 2))
        return true;
    const bool inFirstLine = thing.left() <= 16 && thing.top() <= 48;
    return thing.width() <= usualPointer && thing.height() <= usualPointer && !inFirstLine;
}

/// Exact up to mostColors, one bit for each of the 2^24 colours.
int countColors(const PixelView &view)
{
    std::vector<quint64> seen(std::size_t(1) << 18);
    int count = 0;
    quint32 previous = ~view.at(0, 0);
    for (int y = 0; y < view.height; ++y) {
        const quint32 *row = view.pixels + y * view.stride;
        for (int x = 0; x < view.width; ++x) {
            if (row[x] == previous)
                continue;
            previous = row[x];
            const quint32 color = previous & 0xffffffU;
            const quint64 bit = quint64(1) << (color & 63U);
            quint64 &word = seen[color >> 6U];
            if ((word & bit) == 0) {
                word |= bit;
                if (++count == mostColors)
                    return count;
            }
        }
    }
    return count;
}

PictureFinding::Kind kindOf(const PixelView &view)
{
    using Kind = PictureFinding::Kind;
    if (view.width < smallestWidth || view.height < smallestHeight)
        return Kind::TooSmall;
    for (const QPoint &anchor : anchors(view)) {
        const std::optional<Tile> tile = tileAt(view, anchor.x(), anchor.y());
        const int colors = tile ? colorsIn(*tile) : 0;
        if (colors != 1 && colors != 2)
            continue;
        const std::optional<QRect> exceptions = exceptionsFrom(*tile, view);
        if (!exceptions)
            continue;
        if (colors == 2)
            return Kind::NoSession;
        return isPointerOnOneColor(*exceptions, view) ? Kind::Blank : Kind::Desktop;
    }
    return Kind::Desktop;
}

} // namespace

PixelView PixelView::of(const QImage &image)
{
    // A QImage's rows are aligned to 32 bits.
    return {reinterpret_cast<const quint32 *>(image.constBits()), image.width(), image.height(),
            image.bytesPerLine() / 4};
}

QString PictureFinding::failureId() const
{
    switch (kind) {
    case Kind::Desktop:
        break;
    case Kind::Blank:
        return u"picture.blank"_s;
    case Kind::NoSession:
        return u"picture.no-session"_s;
    case Kind::TooSmall:
        return u"picture.too-small"_s;
    }
    return {};
}

PictureFinding analysePicture(const PixelView &view)
{
    PictureFinding finding;
    finding.size = QSize(view.width, view.height);
    if (view.pixels == nullptr || view.width < 1 || view.height < 1) {
        finding.kind = PictureFinding::Kind::TooSmall;
        return finding;
    }
    finding.kind = kindOf(view);
    finding.distinctColors = countColors(view);
    return finding;
}

} // namespace portlight
