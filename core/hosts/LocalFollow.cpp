// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalParts.h"
#include "hosts/SystemError.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace portlight::local {

namespace {

/// inotify tells at once; this is for file systems where it tells nothing.
constexpr int fallbackMilliseconds = 250;
constexpr qsizetype pieceSize = 256 * 1024;

class Follower
{
public:
    Follower(const QString &path, qint64 offset, const Host::FollowSink &sink, const Cancellation &cancellation)
        : m_path(QFile::encodeName(path))
        , m_folder(QFile::encodeName(QFileInfo(path).path()))
        , m_offset(offset)
        , m_sink(sink)
        , m_cancellation(cancellation)
        , m_watch(inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
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
            if (step == Step::Wait)
                wait();
        }
        return failure(cancelledError());
    }

private:
    enum class Step { Again, Wait, Stop, Failed };

    bool emitEvent(FollowEvent::Type type) { return m_sink({type, m_offset, {}}); }

    Step advance()
    {
        if (!m_file.isValid())
            return openFile();
        struct stat now = {};
        if (fstat(m_file.get(), &now) != 0)
            return fail(errno);
        if (now.st_size < m_offset) {
            m_offset = 0;
            return emitEvent(FollowEvent::Type::Truncated) ? Step::Again : Step::Stop;
        }
        const Step read = readPiece();
        return read == Step::Wait ? atEnd(now) : read;
    }

    Step openFile()
    {
        m_file.reset(open(m_path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (m_file.isValid()) {
            m_missing = false;
            return Step::Again;
        }
        if (errno != ENOENT && errno != ENOTDIR)
            return fail(errno);
        if (!m_missing) {
            m_missing = true;
            m_offset = 0;
            if (!emitEvent(FollowEvent::Type::Missing))
                return Step::Stop;
        }
        return Step::Wait;
    }

    Step readPiece()
    {
        QByteArray bytes(pieceSize, Qt::Uninitialized);
        const ssize_t got = pread(m_file.get(), bytes.data(), static_cast<size_t>(bytes.size()), m_offset);
        if (got < 0)
            return errno == EINTR || errno == EAGAIN ? Step::Wait : fail(errno);
        if (got == 0)
            return Step::Wait;
        bytes.truncate(got);
        m_idle = false;
        const FollowEvent event{FollowEvent::Type::Data, m_offset, std::move(bytes)};
        m_offset += got;
        return m_sink(event) ? Step::Again : Step::Stop;
    }

    /// Everything of this file has been delivered: has another one taken its name?
    Step atEnd(const struct stat &mine)
    {
        struct stat named = {};
        if (stat(m_path.constData(), &named) != 0) {
            if (errno != ENOENT && errno != ENOTDIR)
                return fail(errno);
            m_file.reset();
            return Step::Again;
        }
        if (named.st_ino != mine.st_ino || named.st_dev != mine.st_dev) {
            m_file.reset();
            m_offset = 0;
            return emitEvent(FollowEvent::Type::Replaced) ? Step::Again : Step::Stop;
        }
        if (!m_idle) {
            m_idle = true;
            if (!emitEvent(FollowEvent::Type::Idle))
                return Step::Stop;
        }
        return Step::Wait;
    }

    void wait()
    {
        // Adding a watch that is there already changes nothing; one on a new file of this name is new.
        if (m_watch.isValid()) {
            inotify_add_watch(m_watch.get(), m_path.constData(), IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF);
            inotify_add_watch(m_watch.get(), m_folder.constData(), IN_CREATE | IN_MOVED_TO);
        }
        std::array<pollfd, 2> waiting{{{m_watch.get(), POLLIN, 0}, {m_cancellation.fd(), POLLIN, 0}}};
        // The watch may have come later than the last byte: look again soon the first time.
        poll(waiting.data(), waiting.size(), m_watched ? fallbackMilliseconds : 1);
        m_watched = true;
        std::array<char, 4096> events;
        while (m_watch.isValid() && read(m_watch.get(), events.data(), events.size()) > 0) {
        }
    }

    Step fail(int error)
    {
        m_error = error;
        return Step::Failed;
    }

    const QByteArray m_path;
    const QByteArray m_folder;
    qint64 m_offset;
    const Host::FollowSink &m_sink;
    const Cancellation &m_cancellation;
    Descriptor m_watch;
    Descriptor m_file;
    bool m_missing = false;
    bool m_idle = false;
    bool m_watched = false;
    int m_error = 0;
};

} // namespace

Result<void> followFile(const QString &path, qint64 offset, const Host::FollowSink &sink,
                        const Cancellation &cancellation)
{
    return Follower(path, offset, sink, cancellation).run();
}

} // namespace portlight::local
