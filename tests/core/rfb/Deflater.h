// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <zlib.h>

namespace portlight::rfb::testing {

/// A zlib stream on the server's side: each piece is flushed and the dictionary lives on.
class Deflater
{
public:
    explicit Deflater(int level = Z_DEFAULT_COMPRESSION) { deflateInit(&m_stream, level); }
    ~Deflater() { deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Deflater)

    [[nodiscard]] QByteArray pack(const QByteArray &bytes)
    {
        QByteArray packed(qsizetype(deflateBound(&m_stream, uLong(bytes.size()))) + 64, Qt::Uninitialized);
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        m_stream.avail_in = uInt(bytes.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        m_stream.avail_out = uInt(packed.size());
        deflate(&m_stream, Z_SYNC_FLUSH);
        packed.resize(packed.size() - qsizetype(m_stream.avail_out));
        return packed;
    }

private:
    z_stream m_stream{};
};

} // namespace portlight::rfb::testing
