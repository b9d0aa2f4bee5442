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
    static constexpr qsizetype Slack = 16;

    /// Copies printable ASCII up to the first other byte; moves both places.
    static void copyRun(const char *&from, const char *end, char *&to)
    {
#if defined(__SSE2__)
        const __m128i space = _mm_set1_epi8(0x20);
        const __m128i del = _mm_set1_epi8(0x7f);
        while (end - from >= 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
            _mm_storeu_si128(reinterpret_cast<__m128i *>(to), bytes);
            // Signed: bytes from 0x80 on are less than a space.
            const __m128i special = _mm_or_si128(_mm_cmplt_epi8(bytes, space), _mm_cmpeq_epi8(bytes, del));
            if (const int mask = _mm_movemask_epi8(special)) {
                const int count = __builtin_ctz(unsigned(mask));
                from += count;
                to += count;
                return;
            }
            from += 16;
            to += 16;
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
