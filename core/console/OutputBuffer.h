// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <utility>

namespace portlight {

/// What a guest wrote and nobody took yet. Of limited size: what does not fit is counted and dropped, because a console
/// client that stops reading stops the guest.
class OutputBuffer
{
public:
    explicit OutputBuffer(qsizetype most)
        : m_most(most)
    {
    }

    void append(QByteArrayView bytes)
    {
        // Once something was dropped, nothing is kept until the reader has come this far: the gap has one place.
        const qsizetype fits = m_dropped > 0 ? 0 : std::min(bytes.size(), m_most - m_bytes.size());
        m_bytes.append(bytes.first(fits));
        m_dropped += bytes.size() - fits;
    }
    void removeFirst(qsizetype count) { m_bytes.remove(0, count); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] QByteArray takeBytes() { return std::exchange(m_bytes, {}); }
    /// How many bytes are missing behind bytes(); 0 afterwards. Ask when bytes() is empty.
    [[nodiscard]] qint64 takeDropped() { return std::exchange(m_dropped, 0); }
    [[nodiscard]] qint64 dropped() const { return m_dropped; }

private:
    qsizetype m_most;
    QByteArray m_bytes;
    qint64 m_dropped = 0;
};

} // namespace portlight
