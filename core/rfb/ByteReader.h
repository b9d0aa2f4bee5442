// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace portlight::rfb {

/// A cursor over bytes that are there already. Whoever reads has asked has() before; network byte order throughout.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : ByteReader(reinterpret_cast<const uchar *>(bytes.data()), bytes.size())
    {
    }
    ByteReader(const uchar *data, qsizetype size)
        : m_at(data)
        , m_end(data + size)
    {
    }

    [[nodiscard]] qsizetype available() const { return m_end - m_at; }
    [[nodiscard]] bool has(qsizetype count) const { return available() >= count; }
    [[nodiscard]] const uchar *data() const { return m_at; }

    quint8 u8() { return *take(1); }
    quint16 u16() { return qFromBigEndian<quint16>(take(2)); }
    quint32 u32() { return qFromBigEndian<quint32>(take(4)); }
    qint32 s32() { return qFromBigEndian<qint32>(take(4)); }

    /// The next bytes, which count as read.
    const uchar *take(qsizetype count)
    {
        Q_ASSERT(count >= 0 && has(count));
        const uchar *const bytes = m_at;
        m_at += count;
        return bytes;
    }
    void skip(qsizetype count) { take(count); }

private:
    const uchar *m_at;
    const uchar *m_end;
};

} // namespace portlight::rfb
