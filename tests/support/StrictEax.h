// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace portlight {

/// One direction of RA2's messages, with nettle's EAX.
class StrictEax
{
public:
    static constexpr qsizetype macSize = 16;

    explicit StrictEax(QByteArray key)
        : m_key(std::move(key))
    {
    }

    /// Length, encrypted text and MAC.
    [[nodiscard]] QByteArray seal(const QByteArray &plain);
    /// `length` is 2 bytes; nothing when the MAC is wrong.
    [[nodiscard]] std::optional<QByteArray> open(const QByteArray &length, const QByteArray &sealed);

private:
    /// Text and MAC.
    [[nodiscard]] std::pair<QByteArray, QByteArray> crypt(bool encrypt, const QByteArray &length,
                                                          const QByteArray &text);

    QByteArray m_key;
    QByteArray m_counter = QByteArray(16, '\0');
};

} // namespace portlight
