// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/IndexRows.h"

#include <algorithm>
#include <cstring>

namespace portlight::rfb {

namespace {

/// Four pixels at once; GCC and clang make of it what the machine has.
using Quad = quint32 __attribute__((vector_size(16)));

Quad quadOf(quint32 value)
{
    return Quad{value, value, value, value};
}

int indexAt(const uchar *indices, int bits, int x)
{
    const int bit = x * bits;
    return indices[bit >> 3] >> (8 - bits - (bit & 7)) & ((1 << bits) - 1);
}

void expandTail(const uchar *indices, int bits, int from, int count, const quint32 *palette, quint32 *pixels)
{
    for (int x = from; x < count; ++x)
        pixels[x] = palette[indexAt(indices, bits, x)];
}

/// Eight pixels of a byte are chosen by its bits, without a branch or a look-up.
void expandBits(const uchar *indices, int count, const quint32 *palette, quint32 *pixels)
{
    const Quad upper{128, 64, 32, 16};
    const Quad lower{8, 4, 2, 1};
    const Quad background = quadOf(palette[0]);
    const Quad difference = quadOf(palette[0] ^ palette[1]);
    for (int byte = 0; byte < count / 8; ++byte) {
        const Quad bits = quadOf(indices[byte]);
        const Quad first = background ^ (Quad((bits & upper) != 0) & difference);
        const Quad second = background ^ (Quad((bits & lower) != 0) & difference);
        std::memcpy(pixels + byte * 8, &first, sizeof first);
        std::memcpy(pixels + byte * 8 + 4, &second, sizeof second);
    }
    expandTail(indices, 1, count & ~7, count, palette, pixels);
}

void expandPairs(const uchar *indices, int count, const quint32 *palette, quint32 *pixels)
{
    for (int byte = 0; byte < count / 4; ++byte, pixels += 4) {
        const uchar four = indices[byte];
        const Quad colours{palette[four >> 6], palette[four >> 4 & 3], palette[four >> 2 & 3], palette[four & 3]};
        std::memcpy(pixels, &colours, sizeof colours);
    }
    expandTail(indices, 2, count & ~3, count, palette, pixels - (count & ~3));
}

void expandNibbles(const uchar *indices, int count, const quint32 *palette, quint32 *pixels)
{
    for (int byte = 0; byte < count / 4 * 2; byte += 2, pixels += 4) {
        const uchar first = indices[byte];
        const uchar second = indices[byte + 1];
        const Quad colours{palette[first >> 4], palette[first & 15], palette[second >> 4], palette[second & 15]};
        std::memcpy(pixels, &colours, sizeof colours);
    }
    expandTail(indices, 4, count & ~3, count, palette, pixels - (count & ~3));
}

} // namespace

void expandIndices(const uchar *indices, int bits, int count, const quint32 *palette, quint32 *pixels)
{
    switch (bits) {
    case 1:
        return expandBits(indices, count, palette, pixels);
    case 2:
        return expandPairs(indices, count, palette, pixels);
    case 4:
        return expandNibbles(indices, count, palette, pixels);
    default:
        for (int x = 0; x < count; ++x)
            pixels[x] = palette[indices[x]];
    }
}

int highestIndex(const uchar *indices, int bits, int count)
{
    int highest = 0;
    if (bits == 8) {
        uchar most = 0;
        for (int x = 0; x < count; ++x)
            most = std::max(most, indices[x]);
        return most;
    }
    const int perByte = 8 / bits;
    const int mask = (1 << bits) - 1;
    const int whole = count / perByte;
    for (int shift = 0; shift < 8; shift += bits) {
        uchar most = 0;
        for (int byte = 0; byte < whole; ++byte)
            most = std::max(most, uchar(indices[byte] >> shift & mask));
        highest = std::max(highest, int(most));
    }
    for (int x = whole * perByte; x < count; ++x)
        highest = std::max(highest, indexAt(indices, bits, x));
    return highest;
}

} // namespace portlight::rfb
