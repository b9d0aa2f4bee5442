// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/RecordingFormat.h"

#include <QFile>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace portlight {

/// Packs and writes a recording, in a thread of its own, in the order of the calls, which never wait. May be called
/// from one thread at a time.
class RecordingThread
{
public:
    using Time = rfb::RecordingFormat::Time;

    /// `finished` is called once, in the thread, after the file was closed; with a translated sentence if it ended
    /// early.
    RecordingThread(std::unique_ptr<QFile> file, qint64 startedMilliseconds,
                    std::function<void(const QString &problem)> finished);
    /// Finishes the file and waits.
    ~RecordingThread();
    RecordingThread(const RecordingThread &) = delete;
    RecordingThread &operator=(const RecordingThread &) = delete;

    void addData(Time time, const QByteArray &bytes);
    void addKeyframe(Time time, rfb::Keyframe keyframe);
    /// Nothing is taken after it.
    void finish(Time time, const QString &problem = {});

    /// The last keyframe is still waiting or being packed: another one now would only pile up.
    [[nodiscard]] bool isPacking() const;

private:
    struct Job
    {
        rfb::RecordingFormat::BlockType type = rfb::RecordingFormat::BlockType::Data;
        Time time{0};
        QByteArray bytes;
        rfb::Keyframe keyframe;
    };
    void add(Job job);
    void run(qint64 startedMilliseconds);
    [[nodiscard]] bool write(const QByteArray &bytes);

    std::unique_ptr<QFile> m_file;
    std::function<void(const QString &problem)> m_finished;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    qint64 m_waitingBytes = 0;
    int m_keyframes = 0; ///< Waiting or being packed.
    bool m_closed = false;
    QString m_problem;
    std::thread m_thread;
};

} // namespace portlight
