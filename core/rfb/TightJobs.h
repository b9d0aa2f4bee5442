// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ClientSettings.h"
#include "rfb/DecodePool.h"
#include "rfb/TightDecoder.h"

#include <QByteArray>

#include <array>
#include <deque>

namespace portlight::rfb {

/// Tight rectangles that are decoded at the same time: those of one zlib stream in order, JPEG pictures and the other
/// streams beside them. Rectangles that overlap wait for each other, and large ones are left to the ordinary decoder,
/// which shows them while they grow.
class TightJobs
{
public:
    /// A rectangle that is done with; an error as Decoder::error().
    struct Finished
    {
        QRect rect;
        QString error;
    };

    /// Shares the zlib streams of the ordinary decoder.
    TightJobs(TightDecoder &decoder, const ClientSettings &settings);

    enum class Answer {
        Taken,    ///< Its bytes are read; settle() will tell of it.
        NeedMore, ///< Call again with more bytes behind these.
        NotOurs,  ///< Nothing is read: settle() and then decode it as usual.
    };
    [[nodiscard]] Answer offer(ByteReader &in, const QRect &rect, const PixelConverter &pixels,
                               Framebuffer &framebuffer);
    /// Whether so much is waiting that it has to be settled.
    [[nodiscard]] bool isFull() const;
    /// Waits for all of them; they are given in the order in which they came.
    [[nodiscard]] std::deque<Finished> settle();

private:
    struct Job
    {
        QRect rect;
        QByteArray bytes;
        QString error;
    };

    [[nodiscard]] bool overlaps(const QRect &rect) const;

    TightDecoder &m_decoder;
    const std::chrono::nanoseconds m_worthwhile;
    std::array<TightDecoder, DecodePool::lanes> m_lanes;
    std::deque<Job> m_jobs; ///< Whose places stay the same while others are added.
    qsizetype m_bytes = 0;
    DecodePool m_pool; ///< Last: its threads end before what they work on.
};

} // namespace portlight::rfb
