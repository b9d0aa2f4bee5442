// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "rfb/Client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QObject>

#include <chrono>
#include <memory>

namespace portlight {

class RecordingThread;

/// Writes what an RFB client decodes into a recording (rfb/RecordingFormat.h): begins with a keyframe at the next
/// message's end, then the server's bytes with their times, and a keyframe every ten seconds or 16 MB. Packing and
/// writing happen in a thread of its own; the session is held up for a copy of the picture at each keyframe. Lives in
/// the session's thread, and calls of StreamTap come there, with the framebuffer locked.
class SessionRecorder final : public QObject, public rfb::StreamTap
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds time = std::chrono::seconds(10);
        qint64 bytes = 16'000'000;
        qint64 worthwhileBytes = 100'000; ///< A desktop at rest needs no further keyframe.
    };

    /// Makes the file, which only its owner may read: it shows what the desktop showed. Errors: `recording.exists`,
    /// `recording.unwritable`. The client must outlive the recorder.
    [[nodiscard]] static Result<std::unique_ptr<SessionRecorder>> start(const QString &file, rfb::Client &client);
    static Result<std::unique_ptr<SessionRecorder>> start(const QString &file, rfb::Client &client, Pace pace);
    /// Into a file that is open already.
    SessionRecorder(rfb::Client &client, Pace pace, std::unique_ptr<QFile> file);
    /// Finishes the file, without a signal; waits for the thread.
    ~SessionRecorder() override;

    [[nodiscard]] const QString &file() const { return m_file; }

    /// Nothing is recorded any more; finished() comes when the file is whole.
    void stop();

Q_SIGNALS:
    /// The file is closed. `problem` is empty, or one translated sentence says why the recording ended early: it plays
    /// until there.
    void finished(const QString &problem);

private:
    void decoded(QByteArrayView bytes) override;
    void betweenMessages() override;
    void flush();
    void takeKeyframe();
    void end();
    [[nodiscard]] std::chrono::microseconds now() const;

    rfb::Client &m_client;
    const Pace m_pace;
    const QString m_file;
    QElapsedTimer m_clock;
    QByteArray m_pending; ///< Decoded at about m_pendingSince: a step of the decoder may be a few bytes only.
    std::chrono::microseconds m_pendingSince{0};
    bool m_begun = false;   ///< The first keyframe is there.
    bool m_stopped = false; ///< The client does not know us any more.
    std::chrono::microseconds m_lastKeyframe{0};
    qint64 m_bytesSinceKeyframe = 0;
    std::unique_ptr<RecordingThread> m_thread;
};

} // namespace portlight
