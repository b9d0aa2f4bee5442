// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace portlight {

namespace keysym {
constexpr quint32 shiftLeft = 0xffe1;
constexpr quint32 tab = 0xff09;
constexpr quint32 returnKey = 0xff0d;
constexpr quint32 unicode = 0x0100'0000; ///< Plus the code point, for all beyond Latin-1.
} // namespace keysym

/// A text as the keys that type it, one after the other (X11 keysyms; RFC 6143, section 7.5.4). Line ends are Return;
/// other control characters have no key and are left out. Pure.
class TypedText
{
public:
    struct Key
    {
        quint32 keysym = 0;
        bool shift = false; ///< Held down for it, as on a US keyboard: some servers press keys and do not write signs.
        friend bool operator==(const Key &, const Key &) = default;
    };

    TypedText() = default;
    explicit TypedText(const QString &text);

    [[nodiscard]] bool isAtEnd() const { return m_at == m_keys.size(); }
    [[nodiscard]] Key next() { return m_keys.at(m_at++); }

private:
    QList<Key> m_keys;
    qsizetype m_at = 0;
};

} // namespace portlight
