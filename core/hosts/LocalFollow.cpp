// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/FollowWatch.h"
#include "hosts/LocalParts.h"
#include "hosts/SystemError.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace portlight::local {

namespace {

/// inotify tells at once; this is for file systems where it tells nothing.
constexpr int FallbackMilliseconds = 250;
constexpr qint64 PieceSize = 256 * 1024;
constexpr qint64 BeforeSize = 64;
/// A file written in place is told of this often at most.
constexpr qint64 TouchPause = 200;
constexpr qint64 QuietAfter = 1000;
/// After a rotation the writer may go on with the old file for a while, as long as the new one is empty.
constexpr qint64 RotationPatience = 1000;
/// A removed file is held open this long; its space on disk is not ours for longer.
constexpr qint64 RemovedPatience = 5000;

struct FileTime
{
    qint64 seconds = 0;
    qint64 nanoseconds = 0;
    friend bool operator==(const FileTime &, const FileTime &) = default;
};

FileTime modified(const struct stat &status)
{
    return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

class Follower final : public FollowedFile
{
public:
    Follower(const QString &path, qint64 offset, const Host::FollowSink &sink, const Cancellation &cancellation)
        : m_path(QFile::encodeName(path))
        , m_offset(offset)
        , m_sink(sink)
        , m_cancellation(cancellation)
        , m_watch(QFile::encodeName(QFileInfo(path).path()))
    {
    }

    Result<void> run()
    {
        while (!m_cancellation.isRequested()) {
            const Step step = advance();
            if (step == Step::Stop)
                return {};
            if (step == Step::Failed)
                return failure(fileError(m_error, QFile::decodeName(m_path)));
            if (step == Step::Wait && m_watch.wait(nextLook(), m_cancellation))
                m_written = true;
        }
        return failure(cancelledError());
    }

    Result<QList<QByteArray>> read(const QList<Piece> &pieces) override
    {
        QList<QByteArray> result;
        for (const Piece &piece : pieces) {
            QByteArray bytes(qsizetype(std::max<qint64>(0, piece.size)), Qt::Uninitialized);
            const ssize_t got = pread(m_file.get(), bytes.data(), size_t(bytes.size()), piece.offset);
            if (got < 0)
                return failure(fileError(errno, QFile::decodeName(m_path)));
            bytes.truncate(got);
            result.append(bytes);
        }
        return result;
    }
    void goOnFrom(qint64 offset) override { m_offset = offset; }
    qint64 size() const override { return m_size; }
    QString path() const override { return m_ownPath; }
    int descriptor() const override { return m_file.get(); }

private:
    enum class Step { Again, Wait, Stop, Failed };

    /// `after` is what the step comes to when the sink wants to go on.
    Step tell(FollowEvent event, Step after = Step::Again)
    {
        const bool named = event.type != FollowEvent::Type::Missing && event.type != FollowEvent::Type::Replaced;
        event.file = named ? this : nullptr;
        return m_sink(event) ? after : Step::Stop;
    }

    Step advance()
    {
        if (!m_file.isValid())
            return openFile();
        struct stat now = {};
        if (fstat(m_file.get(), &now) != 0)
            return fail(errno);
        if (now.st_size < m_offset)
            return startOver();
        m_size = now.st_size;
        return m_size > m_offset ? readPiece() : atEnd(now);
    }

    Step openFile()
    {
        m_file.reset(open(m_path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (!m_file.isValid())
            return errno == ENOENT || errno == ENOTDIR ? noteMissing() : fail(errno);
        struct stat now = {};
        if (fstat(m_file.get(), &now) != 0)
            return fail(errno);
        if (!S_ISREG(now.st_mode))
            return fail(S_ISDIR(now.st_mode) ? EISDIR : ESPIPE);
        m_size = now.st_size;
        m_time = modified(now);
        m_ownPath = QFileInfo(QFile::decodeName(m_path)).canonicalFilePath();
        m_watch.setFile(m_file.get());
        m_missing = m_idle = m_written = false;
        // Whoever reads on in a file looks once more when it has been open for a while.
        m_quiet = m_offset == 0;
        m_touched.start();
        m_other.invalidate();
        if (std::exchange(m_hadFile, true) && tell({FollowEvent::Type::Replaced}) == Step::Stop)
            return Step::Stop;
        return tell({FollowEvent::Type::Opened, m_offset});
    }

    Step noteMissing()
    {
        if (std::exchange(m_missing, true))
            return Step::Wait;
        m_missingSince.start();
        m_idle = false;
        if (!m_file.isValid())
            m_offset = 0;
        return tell({FollowEvent::Type::Missing, m_offset}, Step::Wait);
    }

    Step startOver()
    {
        FollowEvent event{FollowEvent::Type::Truncated};
        event.lost = std::max<qint64>(0, m_size - m_offset);
        m_size = m_offset = 0;
        m_idle = false;
        return tell(event);
    }

    Step readPiece()
    {
        const qint64 before = std::min(m_offset, BeforeSize);
        const qint64 wanted = std::min(m_size - m_offset, PieceSize);
        QByteArray bytes(qsizetype(before + wanted), Qt::Uninitialized);
        const ssize_t got = pread(m_file.get(), bytes.data(), size_t(bytes.size()), m_offset - before);
        if (got < 0)
            return errno == EINTR || errno == EAGAIN ? Step::Wait : fail(errno);
        struct stat now = {};
        if (fstat(m_file.get(), &now) != 0)
            return fail(errno);
        if (now.st_size < m_offset - before + got)
            return Step::Again; // Cut while it was read: nobody knows what these bytes are.
        if (got <= before)
            return Step::Wait;
        bytes.truncate(got);
        m_idle = m_written = false;
        m_time = modified(now);
        FollowEvent event{FollowEvent::Type::Data, m_offset, bytes.sliced(before), bytes.first(before)};
        m_offset += got - before;
        return tell(std::move(event));
    }

    /// Everything of this file has been delivered: what has become of it and of its name?
    Step atEnd(const struct stat &mine)
    {
        struct stat named = {};
        const bool isNamed = stat(m_path.constData(), &named) == 0;
        const bool isMine = isNamed && named.st_ino == mine.st_ino && named.st_dev == mine.st_dev;
        const int error = errno;
        if (isTouched(mine, isMine)) {
            m_time = modified(mine);
            m_quiet = !std::exchange(m_written, false);
            m_touched.start();
            return tell({FollowEvent::Type::Touched, m_offset});
        }
        if (!isNamed) {
            if (error != ENOENT && error != ENOTDIR)
                return fail(error);
            if (mine.st_nlink == 0 && m_missing && m_missingSince.elapsed() > RemovedPatience)
                letGo();
            return noteMissing();
        }
        if (!isMine)
            return leave(named);
        m_other.invalidate();
        if (std::exchange(m_missing, false))
            return tell({FollowEvent::Type::Opened, m_offset});
        if (!std::exchange(m_idle, true))
            return tell({FollowEvent::Type::Idle, m_offset}, Step::Wait);
        return Step::Wait;
    }

    /// Written to without growing: told a few times a second, at once before the file is left, and once more when it
    /// has been quiet for a while.
    bool isTouched(const struct stat &mine, bool isMine)
    {
        m_written = m_written || m_time != modified(mine);
        if (m_written)
            return !isMine || m_touched.elapsed() >= TouchPause;
        return !m_quiet && m_touched.elapsed() >= QuietAfter;
    }

    /// Another file has the name. What its writer still puts into the old one comes first.
    Step leave(const struct stat &named)
    {
        if (!m_other.isValid())
            m_other.start();
        if (named.st_size == 0 && m_other.elapsed() < RotationPatience)
            return Step::Wait;
        struct stat mine = {};
        if (fstat(m_file.get(), &mine) == 0 && mine.st_size > m_offset)
            return Step::Again;
        letGo();
        return Step::Again;
    }

    void letGo()
    {
        m_watch.setFile(-1);
        m_file.reset();
        m_offset = 0;
    }

    int nextLook() const
    {
        if (m_written && m_touched.isValid())
            return int(std::clamp<qint64>(TouchPause - m_touched.elapsed(), 1, FallbackMilliseconds));
        // The new file of a rotation is not watched yet.
        return m_other.isValid() ? 10 : FallbackMilliseconds;
    }

    Step fail(int error)
    {
        m_error = error;
        return Step::Failed;
    }

    const QByteArray m_path;
    qint64 m_offset;
    const Host::FollowSink &m_sink;
    const Cancellation &m_cancellation;
    FollowWatch m_watch;
    Descriptor m_file;
    QString m_ownPath;
    qint64 m_size = 0; ///< At the last look.
    FileTime m_time;   ///< When it was last written, as far as that is accounted for.
    bool m_hadFile = false;
    bool m_missing = false;
    bool m_idle = false;
    bool m_written = false; ///< Written to, and not known to have grown.
    bool m_quiet = true;    ///< Nothing was told of its being written in place, or that it has come to rest.
    QElapsedTimer m_touched;
    QElapsedTimer m_missingSince;
    QElapsedTimer m_other; ///< Since another file has the name.
    int m_error = 0;
};

} // namespace

Result<void> followFile(const QString &path, qint64 offset, const Host::FollowSink &sink,
                        const Cancellation &cancellation)
{
    return Follower(path, offset, sink, cancellation).run();
}

} // namespace portlight::local
