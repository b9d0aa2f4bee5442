// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/RecordingThread.h"

#include "rfb/RecordingWriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace portlight {

using rfb::RecordingFormat::BlockType;

namespace {

/// More than this waiting for a slow disk ends the recording: the session must not fill the memory.
constexpr qint64 maximumWaitingBytes = 256 << 20;

} // namespace

RecordingThread::RecordingThread(std::unique_ptr<QFile> file, qint64 startedMilliseconds,
                                 std::function<void(const QString &)> finished)
    : m_file(std::move(file))
    , m_finished(std::move(finished))
    , m_thread([this, startedMilliseconds] { run(startedMilliseconds); })
{
}

RecordingThread::~RecordingThread()
{
    finish(Time::max());
    m_thread.join();
}

void RecordingThread::addData(Time time, const QByteArray &bytes)
{
    add({BlockType::Data, time, bytes, {}});
}

void RecordingThread::addKeyframe(Time time, rfb::Keyframe keyframe)
{
    add({BlockType::Keyframe, time, {}, std::move(keyframe)});
}

void RecordingThread::finish(Time time, const QString &problem)
{
    {
        const std::unique_lock lock(m_mutex);
        if (!m_closed)
            m_problem = problem;
    }
    add({BlockType::End, time, {}, {}});
}

bool RecordingThread::isPacking() const
{
    const std::unique_lock lock(m_mutex);
    return m_keyframes > 0;
}

void RecordingThread::add(Job job)
{
    {
        const std::unique_lock lock(m_mutex);
        if (m_closed)
            return;
        m_waitingBytes += job.bytes.size() + job.keyframe.pixels.size();
        if (m_waitingBytes > maximumWaitingBytes) {
            m_problem = QCoreApplication::translate("SessionRecorder", "The recording ended because the disk is too "
                                                                       "slow for what the desktop sends.");
            job = {BlockType::End, job.time, {}, {}};
        }
        m_keyframes += job.type == BlockType::Keyframe;
        m_closed = job.type == BlockType::End;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

bool RecordingThread::write(const QByteArray &bytes)
{
    if (m_file->write(bytes) == bytes.size())
        return true;
    const std::unique_lock lock(m_mutex);
    m_problem = QCoreApplication::translate("SessionRecorder", "The recording ended because %1 cannot be written: %2.")
                    .arg(m_file->fileName(), m_file->errorString());
    m_closed = true;
    return false;
}

void RecordingThread::run(qint64 startedMilliseconds)
{
    rfb::RecordingWriter writer;
    bool goesOn = write(rfb::RecordingWriter::begin(startedMilliseconds));
    Time last{0};
    while (goesOn) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return !m_jobs.empty(); });
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
            m_waitingBytes -= job.bytes.size() + job.keyframe.pixels.size();
        }
        // Without a time of its own, the end is where the last bytes were.
        last = job.time == Time::max() ? last : std::max(last, job.time);
        switch (job.type) {
        case BlockType::Data:
            goesOn = write(writer.data(job.time, job.bytes));
            break;
        case BlockType::Keyframe: {
            goesOn = write(writer.keyframe(job.time, rfb::RecordingFormat::packKeyframe(job.keyframe)));
            const std::unique_lock lock(m_mutex);
            --m_keyframes;
            break;
        }
        case BlockType::End:
            static_cast<void>(write(writer.end(last)));
            goesOn = false;
            break;
        }
    }
    m_file->close();
    QString problem;
    {
        const std::unique_lock lock(m_mutex);
        problem = m_problem;
    }
    m_finished(problem);
}

} // namespace portlight
