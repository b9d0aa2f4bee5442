// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RawInflater.h"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <limits>

namespace portlight::rfb {

namespace {

quint32 clipped(qsizetype size)
{
    return quint32(std::min<qsizetype>(size, std::numeric_limits<int>::max()));
}

/// isal_inflate() works ahead of what it is asked for, in a buffer of its own, where it also keeps the last 32 KiB.
/// Where data is broken, its fast loop counts bytes that it has not written; its careful one, which runs at the end of
/// the input, does not. So a step that ends in damage is taken back and done again byte by byte.
class IsalInflater final : public RawInflater
{
public:
    IsalInflater() { isal_inflate_init(&m_state); }

    [[nodiscard]] Step inflate(QByteArrayView input, uchar *output, qsizetype outputSize) override
    {
        if (m_broken)
            return drain(output, outputSize);
        if (m_state.block_state == ISAL_BLOCK_FINISH)
            return {true, true, 0, 0, 0};
        Step total;
        for (bool goesOn = true; goesOn;) {
            std::memcpy(m_before.data(), &m_state, sizeWithoutOutput);
            const QByteArrayView rest = input.sliced(total.used);
            const qsizetype asked = std::min(outputSize - total.produced, roomAhead());
            const Step next = step(rest, output + total.produced, asked);
            if (!next.valid)
                return sum(total, repeatCarefully(rest, output + total.produced, outputSize - total.produced));
            total = sum(total, next);
            goesOn = !next.ended && next.produced == asked && total.produced < outputSize;
        }
        return total;
    }

    [[nodiscard]] bool restart(QByteArrayView dictionary) override
    {
        if (dictionary.size() > windowSize)
            return false;
        isal_inflate_reset(&m_state);
        m_broken = false;
        auto *const bytes = reinterpret_cast<uchar *>(const_cast<char *>(dictionary.data()));
        return dictionary.isEmpty() ||
               isal_inflate_set_dict(&m_state, bytes, quint32(dictionary.size())) == ISAL_DECOMP_OK;
    }

    [[nodiscard]] std::optional<QByteArray> dictionary() const override
    {
        const bool betweenBlocks = m_state.block_state == ISAL_BLOCK_NEW_HDR ||
                                   (m_state.block_state == ISAL_BLOCK_HDR && m_state.tmp_in_size == 0);
        if (m_broken || !betweenBlocks || m_state.read_in_length != 0 || waiting() != 0)
            return std::nullopt;
        const qsizetype size = std::min<qsizetype>(m_state.tmp_out_processed, windowSize);
        const uchar *const end = m_state.tmp_out_buffer + m_state.tmp_out_processed;
        return QByteArray(reinterpret_cast<const char *>(end - size), size);
    }

private:
    /// Its output buffer is only appended to by a step that fails.
    static constexpr size_t sizeWithoutOutput = offsetof(inflate_state, tmp_out_buffer);

    [[nodiscard]] static Step sum(const Step &first, const Step &second)
    {
        return {second.valid, second.ended, first.used + second.used, first.produced + second.produced, second.beyond};
    }

    /// As long as its own buffer is not full, it does not go on in ours.
    [[nodiscard]] qsizetype roomAhead() const { return 2 * windowSize - m_state.tmp_out_processed - 1; }

    [[nodiscard]] Step step(QByteArrayView input, uchar *output, qsizetype outputSize)
    {
        m_state.next_in = reinterpret_cast<uchar *>(const_cast<char *>(input.data()));
        m_state.avail_in = clipped(input.size());
        m_state.next_out = output;
        m_state.avail_out = clipped(outputSize);
        const bool valid = isal_inflate(&m_state) >= 0;
        const bool ended = valid && m_state.block_state == ISAL_BLOCK_FINISH;
        const qsizetype used = reinterpret_cast<char *>(m_state.next_in) - input.data();
        return {valid, ended, used, m_state.next_out - output, ended ? m_state.read_in_length / 8 : 0};
    }

    [[nodiscard]] Step repeatCarefully(QByteArrayView input, uchar *output, qsizetype outputSize)
    {
        std::memcpy(&m_state, m_before.data(), sizeWithoutOutput);
        Step total;
        while (total.valid && total.used < input.size()) {
            const qsizetype asked = std::min(outputSize - total.produced, roomAhead());
            total = sum(total, step(input.sliced(total.used, 1), output + total.produced, asked));
        }
        m_broken = true;
        // What came before the damage and found no room is handed out first.
        return sum(total, drain(output + total.produced, outputSize - total.produced));
    }

    [[nodiscard]] qsizetype waiting() const { return m_state.tmp_out_valid - m_state.tmp_out_processed; }

    [[nodiscard]] Step drain(uchar *output, qsizetype outputSize)
    {
        const qsizetype count = std::min(waiting(), outputSize);
        if (count > 0)
            std::memcpy(output, m_state.tmp_out_buffer + m_state.tmp_out_processed, size_t(count));
        m_state.tmp_out_processed += int(count);
        return {waiting() > 0, false, 0, count, 0};
    }

    inflate_state m_state;
    std::array<uchar, sizeWithoutOutput> m_before{}; ///< Of m_state.
    bool m_broken = false;
};

} // namespace

std::unique_ptr<RawInflater> RawInflater::withIsal()
{
    return std::make_unique<IsalInflater>();
}

} // namespace portlight::rfb
