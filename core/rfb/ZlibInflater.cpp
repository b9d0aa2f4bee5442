// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RawInflater.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace portlight::rfb {

namespace {

constexpr int rawWindow = -15; // 32 KiB; negative: without header and check sum
constexpr int betweenBlocks = 128;

uInt clipped(qsizetype size)
{
    return uInt(std::min<qsizetype>(size, std::numeric_limits<int>::max()));
}

class ZlibInflater final : public RawInflater
{
public:
    ZlibInflater() = default;
    ~ZlibInflater() override { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(ZlibInflater)

    [[nodiscard]] bool open() { return inflateInit2(&m_stream, rawWindow) == Z_OK; }

    [[nodiscard]] Step inflate(QByteArrayView input, uchar *output, qsizetype outputSize) override
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
        m_stream.avail_in = clipped(input.size());
        m_stream.next_out = output;
        m_stream.avail_out = clipped(outputSize);
        const int answer = ::inflate(&m_stream, Z_SYNC_FLUSH);
        const qsizetype used = reinterpret_cast<char *>(m_stream.next_in) - input.data();
        // Z_BUF_ERROR only says that nothing could be done with what was given.
        const bool valid = answer == Z_OK || answer == Z_STREAM_END || answer == Z_BUF_ERROR;
        return {valid, answer == Z_STREAM_END, used, m_stream.next_out - output, 0};
    }

    [[nodiscard]] bool restart(QByteArrayView dictionary) override
    {
        return dictionary.size() <= windowSize && inflateReset(&m_stream) == Z_OK &&
               inflateSetDictionary(&m_stream, reinterpret_cast<const Bytef *>(dictionary.data()),
                                    uInt(dictionary.size())) == Z_OK;
    }

    [[nodiscard]] std::optional<QByteArray> dictionary() const override
    {
        // zlib.h, inflate(): 128 between two blocks, 64 in the last one, and bits left over of the last byte.
        if (m_stream.data_type != betweenBlocks)
            return std::nullopt;
        QByteArray bytes(windowSize, Qt::Uninitialized);
        uInt length = 0;
        auto *const stream = const_cast<z_stream *>(&m_stream);
        if (inflateGetDictionary(stream, reinterpret_cast<Bytef *>(bytes.data()), &length) != Z_OK)
            return std::nullopt;
        bytes.truncate(length);
        return bytes;
    }

private:
    z_stream m_stream{};
};

} // namespace

std::unique_ptr<RawInflater> RawInflater::withZlib()
{
    auto inflater = std::make_unique<ZlibInflater>();
    if (!inflater->open())
        return nullptr;
    return inflater;
}

} // namespace portlight::rfb
