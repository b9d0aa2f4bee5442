// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/VmmStamp.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace portlight {

namespace {

/// "2026-11-22T23:15:38.141797792 ["
constexpr qsizetype TimeBytes = 29;
/// The id of a VM has at most 64 characters, a thread 16; what comes behind is a path in Firecracker's sources.
constexpr qsizetype MostNameBytes = 256;

bool isTime(const char *text)
{
    constexpr char Form[] = "dddd-dd-ddTdd:dd:dd.ddddddddd [";
    for (int i = 0; Form[i] != 0; ++i) {
        const bool fits = Form[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == Form[i];
        if (!fits)
            return false;
    }
    return true;
}

bool isStamp(QByteArrayView bytes)
{
    if (bytes.size() < TimeBytes + 6 || !isTime(bytes.data()))
        return false;
    const QByteArrayView names =
        bytes.sliced(TimeBytes + 2).first(std::min<qsizetype>(bytes.size() - TimeBytes - 2, MostNameBytes));
    bool isNamed = false;
    for (qsizetype i = 0; i + 1 < names.size(); ++i) {
        const char byte = names[i];
        if (byte == ']')
            return isNamed && names[i + 1] == ' ';
        if (uchar(byte) < 0x20 || byte == '[')
            return false;
        isNamed = isNamed || (byte == ':' && i > 0);
    }
    return false;
}

/// Finds the shape "-??-??T": most of a log is passed over by this alone.
qsizetype shapeFrom(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = from; at + 7 <= bytes.size(); ++at) {
        const void *dash = std::memchr(bytes.data() + at, '-', size_t(bytes.size() - at - 6));
        if (!dash)
            return -1;
        at = static_cast<const char *>(dash) - bytes.data();
        if (bytes[at + 3] == '-' && bytes[at + 6] == 'T')
            return at;
    }
    return -1;
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] qsizetype shapeFromWide(QByteArrayView bytes, qsizetype from)
{
    const __m256i dash = _mm256_set1_epi8('-');
    const __m256i letter = _mm256_set1_epi8('T');
    qsizetype at = from;
    for (; at + 32 + 6 <= bytes.size(); at += 32) {
        const char *const text = bytes.data() + at;
        const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(text));
        const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(text + 3));
        const __m256i third = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(text + 6));
        const __m256i dashes = _mm256_and_si256(_mm256_cmpeq_epi8(first, dash), _mm256_cmpeq_epi8(second, dash));
        const __m256i all = _mm256_and_si256(dashes, _mm256_cmpeq_epi8(third, letter));
        if (const auto found = unsigned(_mm256_movemask_epi8(all)))
            return at + __builtin_ctz(found);
    }
    return shapeFrom(bytes, at);
}
#endif

qsizetype shape(QByteArrayView bytes, qsizetype from)
{
#if defined(__x86_64__)
    static const bool isWide = __builtin_cpu_supports("avx2");
    if (isWide)
        return shapeFromWide(bytes, from);
#endif
    return shapeFrom(bytes, from);
}

} // namespace

qsizetype VmmStamp::find(QByteArrayView bytes, qsizetype from)
{
    constexpr qsizetype Year = 4; // The shape begins behind it.
    for (qsizetype at = shape(bytes, from + Year); at >= 0; at = shape(bytes, at + 1)) {
        if (isStamp(bytes.sliced(at - Year)))
            return at - Year;
    }
    return -1;
}

} // namespace portlight
