// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace portlight {

/// Reads code points from bytes that claim to be UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above
/// U+10FFFF). Each maximal broken part becomes one U+FFFD, as Unicode recommends.
class Utf8Reader
{
public:
    /// The code point at `position`, which must be inside `bytes`; moves `position` behind it.
    [[nodiscard]] static char32_t next(QByteArrayView bytes, qsizetype &position);
};

} // namespace portlight
