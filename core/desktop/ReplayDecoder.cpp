// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ReplayDecoder.h"

#include <QFileInfo>

#include <mutex>
#include <utility>

namespace portlight {

using rfb::RecordingFormat::BlockType;

/// A client that is played the recording, and what it says.
class ReplayDecoder::Viewer final : public rfb::ClientObserver
{
public:
    [[nodiscard]] bool resume(const rfb::Keyframe &keyframe) { return m_client.resume(keyframe); }
    [[nodiscard]] const rfb::Framebuffer &framebuffer() const { return m_client.framebuffer(); }
    [[nodiscard]] bool isBroken() const { return m_client.failure().has_value(); }
    [[nodiscard]] Changes &changes() { return m_changes; }

    void receive(const QByteArray &bytes)
    {
        m_client.receive(bytes);
        static_cast<void>(m_client.takeOutput()); // nobody is there to hear it
    }
    /// Everything is to be told anew, as after another viewer's time.
    void tellAll()
    {
        m_changes.size = framebuffer().size();
        m_changes.area = framebuffer().bounds();
        if (!m_changes.cursor)
            m_changes.cursor = rfb::Cursor();
    }

private:
    void initialised(QSize size, const QString &name, const rfb::PixelFormat & /*format*/) override
    {
        m_changes.size = size;
        m_changes.name = name;
    }
    void rectangleUpdated(const QRect &rect) override { m_changes.area |= rect; }
    void resized(QSize size) override
    {
        m_changes.size = size;
        m_changes.area = QRect(QPoint(0, 0), size);
    }
    void nameChanged(const QString &name) override { m_changes.name = name; }
    void cursorChanged(const rfb::Cursor &cursor) override { m_changes.cursor = cursor; }
    void bell() override { m_changes.bell = true; }

    static rfb::ClientSettings settings()
    {
        rfb::ClientSettings result;
        result.automaticUpdates = false;
        return result;
    }

    Changes m_changes;
    rfb::Client m_client{*this, settings()};
};

ReplayDecoder::ReplayDecoder(SharedFramebufferPointer framebuffer)
    : m_framebuffer(std::move(framebuffer))
{
}

ReplayDecoder::~ReplayDecoder()
{
    const std::unique_lock lock(m_framebuffer->mutex());
    if (m_shown.viewer)
        m_framebuffer->setSource(nullptr);
}

bool ReplayDecoder::openFile(const QString &file)
{
    m_file.setFileName(file);
    // A pipe would keep us waiting.
    const QFileInfo there(file);
    return (there.isFile() || !there.exists()) &&
           m_file.open(QIODevice::ReadOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered);
}

ReplayDecoder::Problem ReplayDecoder::open(const std::atomic_bool &stop)
{
    const Problem problem = m_reader.open(&stop);
    const bool isUseless =
        problem == Problem::NotARecording || problem == Problem::OtherVersion || problem == Problem::NothingInIt;
    if (isUseless || stop)
        return problem;
    return seek(Time(0), [] { return false; }) ? problem : Problem::NothingInIt;
}

std::unique_ptr<ReplayDecoder::Viewer> ReplayDecoder::viewerAt(qint64 offset)
{
    const auto state = m_reader.keyframeAt(offset);
    auto viewer = std::make_unique<Viewer>();
    if (!state || !viewer->resume(*state))
        return nullptr;
    return viewer;
}

void ReplayDecoder::show(Track track)
{
    const std::unique_lock lock(m_framebuffer->mutex());
    m_framebuffer->setSource(&track.viewer->framebuffer());
    m_shown = std::move(track);
    m_shown.viewer->tellAll();
}

std::optional<ReplayDecoder::Time> ReplayDecoder::nextTime()
{
    const auto block = m_reader.peek();
    return block ? std::optional(block->time) : std::nullopt;
}

void ReplayDecoder::decode(Track &track, const rfb::RecordingReader::Block &block)
{
    track.time = block.header.time;
    if (block.header.is(BlockType::Keyframe) && track.isStuck) {
        if (auto next = viewerAt(block.offset)) {
            next->tellAll();
            track.viewer = std::move(next);
            track.isStuck = false;
        }
    }
    if (track.isStuck || !block.header.is(BlockType::Data))
        return;
    if (block.isIntact)
        track.viewer->receive(block.payload);
    track.isStuck = !block.isIntact || track.viewer->isBroken();
    if (track.isStuck)
        m_damage = track.time;
}

bool ReplayDecoder::advance(Time time, const std::function<bool()> &enough)
{
    for (auto next = nextTime(); next && *next <= time; next = nextTime()) {
        const auto block = m_reader.next();
        if (!block)
            break;
        {
            const std::unique_lock lock(m_framebuffer->mutex());
            decode(m_shown, *block);
            m_framebuffer->setSource(&m_shown.viewer->framebuffer());
        }
        if (enough())
            return false;
    }
    return true;
}

bool ReplayDecoder::seek(Time time, const std::function<bool()> &abandoned)
{
    int keyframe = m_reader.keyframeBefore(time);
    const qint64 before = m_reader.offset();
    if (m_shown.viewer && !m_shown.isStuck && m_shown.time <= time && before > m_reader.keyframes().at(keyframe).offset)
        return advance(time, abandoned);
    Track track;
    // Past a damaged keyframe the way is longer, from the one before.
    for (; keyframe >= 0 && !track.viewer; --keyframe) {
        const rfb::RecordingReader::Mark &mark = m_reader.keyframes().at(keyframe);
        track = {viewerAt(mark.offset), mark.time, false};
        m_reader.seek(keyframe);
    }
    while (track.viewer && !abandoned()) {
        const auto next = nextTime();
        const auto block = next && *next <= time ? m_reader.next() : std::nullopt;
        if (!block) {
            show(std::move(track));
            return true;
        }
        decode(track, *block);
    }
    m_reader.setOffset(before);
    return false;
}

ReplayDecoder::Changes ReplayDecoder::takeChanges()
{
    return m_shown.viewer ? std::exchange(m_shown.viewer->changes(), {}) : Changes();
}

} // namespace portlight
