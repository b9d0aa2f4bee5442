// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/SharedFramebuffer.h"
#include "rfb/Client.h"
#include "rfb/RecordingReader.h"

#include <QFile>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace portlight {

/// A recording's picture at any time of it. Blocks; one thread at a time, while others look at the framebuffer.
class ReplayDecoder
{
public:
    using Time = rfb::RecordingFormat::Time;
    using Problem = rfb::RecordingReader::Problem;

    /// What has changed in the picture and around it since it was last taken.
    struct Changes
    {
        std::optional<QSize> size;
        std::optional<QString> name;
        std::optional<rfb::Cursor> cursor;
        QRect area;
        bool bell = false;
    };

    explicit ReplayDecoder(SharedFramebufferPointer framebuffer);
    ~ReplayDecoder();
    ReplayDecoder(const ReplayDecoder &) = delete;
    ReplayDecoder &operator=(const ReplayDecoder &) = delete;

    /// False when the file cannot be opened; see fileError().
    [[nodiscard]] bool openFile(const QString &file);
    [[nodiscard]] QString fileError() const { return m_file.errorString(); }
    /// Goes through the file; `stop` ends it early. Shows the beginning unless there is nothing to be shown.
    Problem open(const std::atomic_bool &stop);

    [[nodiscard]] Time duration() const { return m_reader.duration(); }
    [[nodiscard]] qint64 startedMilliseconds() const { return m_reader.startedMilliseconds(); }
    /// Bytes up to here have been decoded.
    [[nodiscard]] Time time() const { return m_shown.time; }
    /// When the next block is due; nothing at the end.
    [[nodiscard]] std::optional<Time> nextTime();

    /// Decodes on until this time or until `enough` says so, which is asked after each block; true when it got there.
    bool advance(Time time, const std::function<bool()> &enough);
    /// Makes it the picture of this time, before or after; with `abandoned` somewhere on the way, the picture as it
    /// was.
    bool seek(Time time, const std::function<bool()> &abandoned);

    [[nodiscard]] Changes takeChanges();
    /// Since when nothing could be decoded because the file is damaged there; it goes on at the next keyframe.
    [[nodiscard]] std::optional<Time> damage() const { return m_damage; }

private:
    class Viewer;
    /// A viewer and how far it is.
    struct Track
    {
        std::unique_ptr<Viewer> viewer;
        Time time{0};
        bool isStuck = false; ///< In damage, until the next keyframe.
    };

    [[nodiscard]] std::unique_ptr<Viewer> viewerAt(qint64 offset);
    void decode(Track &track, const rfb::RecordingReader::Block &block);
    void show(Track track);

    SharedFramebufferPointer m_framebuffer;
    QFile m_file;
    rfb::RecordingReader m_reader{m_file};
    Track m_shown;
    std::optional<Time> m_damage;
};

} // namespace portlight
