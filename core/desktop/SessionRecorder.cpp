// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SessionRecorder.h"

#include "desktop/RecordingThread.h"

#include <QCoreApplication>
#include <QDateTime>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

// What comes within a millisecond shares a block.
constexpr auto joinedTime = std::chrono::milliseconds(1);
constexpr qsizetype joinedBytes = 64 << 10;

bool isTooLarge(QSize size)
{
    return qint64(size.width()) * size.height() > rfb::RecordingFormat::maximumPixels;
}

tl::unexpected<Error> cannotStart(const QFile &file)
{
    if (file.exists()) {
        return failure(
            ErrorKind::Usage, u"recording.exists"_s,
            QCoreApplication::translate("SessionRecorder", "There is a file %1 already.").arg(file.fileName()),
            QCoreApplication::translate("SessionRecorder", "Name another file; recordings overwrite none."));
    }
    return failure(ErrorKind::Usage, u"recording.unwritable"_s,
                   QCoreApplication::translate("SessionRecorder", "The recording cannot be written to %1: %2.")
                       .arg(file.fileName(), file.errorString()),
                   QCoreApplication::translate("SessionRecorder", "Name a file in a folder that you can write to."));
}

} // namespace

Result<std::unique_ptr<SessionRecorder>> SessionRecorder::start(const QString &file, rfb::Client &client)
{
    return start(file, client, Pace());
}

Result<std::unique_ptr<SessionRecorder>> SessionRecorder::start(const QString &file, rfb::Client &client, Pace pace)
{
    const QSize size = client.framebuffer().size();
    if (isTooLarge(size)) {
        return failure(
            ErrorKind::Usage, u"recording.too-large"_s,
            QCoreApplication::translate("SessionRecorder", "A desktop of %1x%2 pixels is too large to be recorded.")
                .arg(size.width())
                .arg(size.height()),
            QCoreApplication::translate("SessionRecorder", "Make the desktop smaller, up to 8192x8192 pixels."));
    }
    auto made = std::make_unique<QFile>(file);
    // What the desktop showed is nobody else's business.
    if (!made->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                    QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return cannotStart(*made);
    return std::make_unique<SessionRecorder>(client, pace, std::move(made));
}

SessionRecorder::SessionRecorder(rfb::Client &client, Pace pace, std::unique_ptr<QFile> file)
    : m_client(client)
    , m_pace(pace)
    , m_file(file->fileName())
{
    m_clock.start();
    m_thread = std::make_unique<RecordingThread>(std::move(file), QDateTime::currentMSecsSinceEpoch(),
                                                 [this](const QString &problem) {
                                                     const auto tell = [this, problem] {
                                                         end();
                                                         Q_EMIT finished(problem);
                                                     };
                                                     QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
                                                 });
    m_client.setTap(this);
    takeKeyframe(); // A desktop at rest may send nothing for long.
}

SessionRecorder::~SessionRecorder()
{
    stop();
    m_thread.reset();
}

void SessionRecorder::stop()
{
    end();
    flush();
    m_thread->finish(now());
}

void SessionRecorder::end()
{
    if (!std::exchange(m_stopped, true))
        m_client.setTap(nullptr);
}

std::chrono::microseconds SessionRecorder::now() const
{
    return std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
}

void SessionRecorder::decoded(QByteArrayView bytes)
{
    if (!m_begun)
        return;
    m_bytesSinceKeyframe += bytes.size();
    const std::chrono::microseconds time = now();
    if (m_pending.size() >= joinedBytes || time - m_pendingSince >= joinedTime)
        flush();
    if (m_pending.isEmpty())
        m_pendingSince = time;
    m_pending.append(bytes);
}

void SessionRecorder::flush()
{
    if (!m_pending.isEmpty())
        m_thread->addData(m_pendingSince, std::exchange(m_pending, {}));
}

void SessionRecorder::betweenMessages()
{
    const bool isLate = now() - m_lastKeyframe >= m_pace.time && m_bytesSinceKeyframe >= m_pace.worthwhileBytes;
    if (!m_begun || isLate || m_bytesSinceKeyframe >= m_pace.bytes)
        takeKeyframe();
}

void SessionRecorder::takeKeyframe()
{
    if (m_thread->isPacking())
        return;
    if (isTooLarge(m_client.framebuffer().size())) {
        end();
        flush();
        m_thread->finish(now(),
                         QCoreApplication::translate("SessionRecorder",
                                                     "The recording ended because the desktop has become too large."));
        return;
    }
    std::optional<rfb::Keyframe> keyframe = m_client.keyframe();
    if (!keyframe)
        return; // in the middle of a message or of a zlib block; the next one may end better
    flush();
    m_begun = true;
    m_lastKeyframe = now();
    m_bytesSinceKeyframe = 0;
    m_thread->addKeyframe(m_lastKeyframe, std::move(*keyframe));
}

} // namespace portlight
