// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace portlight {

/// What AnsiParser does with ordinary bytes, for many at once. Nothing here looks behind `end`; copies may write up to
/// Slack bytes more than they say.
class PlainCharacters
{
public:
    static constexpr qsizetype Slack = 32;

    /// Copies printable ASCII up to the first other byte; moves both places.
    static void copyRun(const char *&from, const char *end, char *&to)
    {
#if defined(__SSE2__)
        const __m128i space = _mm_set1_epi8(0x20);
        const __m128i del = _mm_set1_epi8(0x7f);
        const auto copySixteen = [&](qsizetype at) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from + at));
            _mm_storeu_si128(reinterpret_cast<__m128i *>(to + at), bytes);
            // Signed: bytes from 0x80 on are less than a space.
            return unsigned(_mm_movemask_epi8(_mm_or_si128(_mm_cmplt_epi8(bytes, space), _mm_cmpeq_epi8(bytes, del))));
        };
        while (end - from >= 32) {
            if (const unsigned mask = copySixteen(0) | copySixteen(16) << 16) {
                const int count = __builtin_ctz(mask);
                from += count;
                to += count;
                return;
            }
            from += 32;
            to += 32;
        }
#endif
        while (from < end && *from >= 0x20 && *from != 0x7f)
            *to++ = *from++;
    }

    /// How many bytes the character of UTF-8 at `at` has; 0 where it is broken or must not be shown as it is.
    static int copyable(const char *at, const char *end)
    {
        const auto first = uchar(at[0]);
        const auto byte = [&](int i) {
            return i < end - at ? uchar(at[i]) : uchar(0);
        };
        const auto follows = [&](int i) {
            return (byte(i) & 0xc0) == 0x80;
        };
        const uchar second = byte(1);
        if (first >= 0xc3 && first <= 0xdf) // 0xc2: some are controls.
            return follows(1) && !(first == 0xd8 && second == 0x9c) ? 2 : 0;
        if (first >= 0xe0 && first <= 0xef) {
            const bool isValid =
                follows(1) && follows(2) && !(first == 0xe0 && second < 0xa0) && !(first == 0xed && second > 0x9f);
            if (!isValid)
                return 0;
            const uchar third = byte(2);
            const bool isSpecial =
                first == 0xe2 &&
                ((second == 0x80 && (third == 0x8e || third == 0x8f || (third >= 0xa8 && third <= 0xae))) ||
                 (second == 0x81 && third >= 0xa6 && third <= 0xa9));
            return isSpecial ? 0 : 3;
        }
        return 0;
    }
};

} // namespace portlight
