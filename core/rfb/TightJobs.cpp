// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/TightJobs.h"

#include <algorithm>

namespace portlight::rfb {

namespace {

constexpr qsizetype largestBytes = 64 * 1024;
constexpr qsizetype largestPixels = 512 * 512;
constexpr qsizetype mostBytes = 2 * 1024 * 1024;
constexpr size_t mostJobs = 512;

/// About how long it takes.
std::chrono::nanoseconds effort(const TightDecoder::Extent &extent, const QRect &rect)
{
    const qsizetype pixels = qsizetype(rect.width()) * rect.height();
    return std::chrono::nanoseconds(extent.isPicture ? 4 * pixels : pixels / 2 + 3 * extent.size);
}

QString decodeWhole(TightDecoder &decoder, const QByteArray &bytes, const QRect &rect, const PixelConverter &pixels,
                    Framebuffer &framebuffer)
{
    ByteReader in(bytes);
    decoder.begin(rect);
    // All bytes are there, and what they say was looked at before.
    return decoder.decode(in, pixels, framebuffer) == Decoder::Status::Done ? QString() : decoder.error();
}

} // namespace

TightJobs::TightJobs(TightDecoder &decoder, const ClientSettings &settings)
    : m_decoder(decoder)
    , m_worthwhile(settings.threadsAreWorth)
    , m_lanes{TightDecoder(decoder.sharedStreams()), TightDecoder(decoder.sharedStreams()),
              TightDecoder(decoder.sharedStreams()), TightDecoder(decoder.sharedStreams())}
    , m_pool(settings.decodeThreads)
{
}

bool TightJobs::overlaps(const QRect &rect) const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(), [&](const Job &job) { return job.rect.intersects(rect); });
}

TightJobs::Answer TightJobs::offer(ByteReader &in, const QRect &rect, const PixelConverter &pixels,
                                   Framebuffer &framebuffer)
{
    if (rect.isEmpty())
        return Answer::NotOurs;
    const TightDecoder::Extent extent = TightDecoder::extent(in, rect, pixels);
    if (extent.status == Decoder::Status::NeedMore)
        return Answer::NeedMore;
    const bool fits = extent.status == Decoder::Status::Done && (extent.isPicture || extent.size <= largestBytes) &&
                      qsizetype(rect.width()) * rect.height() <= largestPixels;
    if (!fits)
        return Answer::NotOurs;
    if (!in.has(extent.size))
        return Answer::NeedMore;
    const int lane = extent.stream;
    const int otherResets = extent.resets & ~(lane >= 0 ? 1 << lane : 0);
    if (otherResets != 0 || overlaps(rect))
        m_pool.wait();
    m_decoder.resetStreams(otherResets);
    QByteArray bytes(reinterpret_cast<const char *>(in.take(extent.size)), extent.size);
    bytes[0] = char(bytes.at(0) & ~otherResets);
    m_bytes += bytes.size();
    Job &job = m_jobs.emplace_back(Job{rect, bytes, {}});
    const auto decode = [&job, &pixels, &framebuffer](TightDecoder &decoder) {
        job.error = decodeWhole(decoder, job.bytes, job.rect, pixels, framebuffer);
    };
    const bool isShort = effort(extent, rect) < m_worthwhile;
    if (lane >= 0 && isShort && m_pool.isIdle(lane)) {
        decode(m_lanes[size_t(lane)]);
    } else if (lane >= 0) {
        m_pool.post(lane, [decode, &decoder = m_lanes[size_t(lane)]] { decode(decoder); });
    } else if (extent.isPicture && !isShort) {
        m_pool.post(DecodePool::anyLane, [decode] {
            TightDecoder decoder(TightDecoder::Form::Tight);
            decode(decoder);
        });
    } else {
        TightDecoder decoder(TightDecoder::Form::Tight); // none for a zlib stream
        decode(decoder);
    }
    return Answer::Taken;
}

bool TightJobs::isFull() const
{
    return m_bytes > mostBytes || m_jobs.size() > mostJobs;
}

std::deque<TightJobs::Finished> TightJobs::settle()
{
    std::deque<Finished> finished;
    if (m_jobs.empty())
        return finished;
    m_pool.wait();
    for (Job &job : m_jobs)
        finished.push_back({job.rect, std::move(job.error)});
    m_jobs.clear();
    m_bytes = 0;
    return finished;
}

} // namespace portlight::rfb
