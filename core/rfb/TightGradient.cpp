// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/TightGradient.h"

#include <algorithm>

namespace portlight::rfb {

namespace {

/// Components of a three-byte TPIXEL.
struct RgbDifferences
{
    static constexpr int size = 3;
    [[nodiscard]] quint32 max(int) const { return 255; }
    [[nodiscard]] quint32 difference(const uchar *bytes, int component) const { return bytes[component]; }
    [[nodiscard]] quint32 colour(const quint32 *values) const
    {
        return opaque | values[0] << 16 | values[1] << 8 | values[2];
    }
};

/// Components of a pixel of any format.
struct WireDifferences
{
    const PixelConverter *pixels;
    const ComponentScale *scales[3];
    int size;

    [[nodiscard]] quint32 max(int component) const { return scales[component]->max; }
    [[nodiscard]] quint32 difference(const uchar *bytes, int component) const
    {
        return scales[component]->component(pixels->load(bytes));
    }
    [[nodiscard]] quint32 colour(const quint32 *values) const
    {
        return opaque | scales[0]->scaled(values[0]) << 16 | scales[1]->scaled(values[1]) << 8 |
               scales[2]->scaled(values[2]);
    }
};

} // namespace

void TightGradient::begin(int width)
{
    m_above.assign(size_t(width) * 3, 0);
}

template <typename Differences>
void TightGradient::convert(const Differences &differences, const uchar *bytes, quint32 *row)
{
    quint32 left[3] = {0, 0, 0};
    int aboveLeft[3] = {0, 0, 0};
    const size_t width = m_above.size() / 3;
    for (size_t x = 0; x < width; ++x, bytes += differences.size) {
        for (int i = 0; i < 3; ++i) {
            quint16 &above = m_above[x * 3 + size_t(i)];
            const int max = int(differences.max(i));
            const int expected = std::clamp(int(left[i]) + above - aboveLeft[i], 0, max);
            left[i] = (quint32(expected) + differences.difference(bytes, i)) & quint32(max);
            aboveLeft[i] = above;
            above = quint16(left[i]);
        }
        row[x] = differences.colour(left);
    }
}

void TightGradient::convertRow(const PixelConverter &pixels, const uchar *bytes, quint32 *row)
{
    if (pixels.hasTightPixels()) {
        convert(RgbDifferences{}, bytes, row);
        return;
    }
    const ColourScale &scale = pixels.scale();
    convert(WireDifferences{&pixels, {&scale.red, &scale.green, &scale.blue}, pixels.pixelBytes()}, bytes, row);
}

} // namespace portlight::rfb
