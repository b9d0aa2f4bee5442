// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ConsoleRelay.h"

#include "console/OutputBuffer.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds FlushTime{2};
constexpr qsizetype MostRead = 16 * 1024;
constexpr qsizetype MostShownLate = 256 * 1024;
constexpr qsizetype MostTypedAhead = 64 * 1024;

/// Where the guest's output goes. Never waits: a terminal that was stopped or a pipe that nobody reads must not stop
/// the guest.
class RelayOutput
{
public:
    explicit RelayOutput(int fd)
        : m_fd(fd)
        , m_buffer(MostShownLate)
    {
        struct stat status = {};
        if (fstat(fd, &status) != 0)
            return;
        // Not O_NONBLOCK on the descriptor itself: others have it too, the shell for instance.
        if (S_ISCHR(status.st_mode) || S_ISFIFO(status.st_mode))
            m_own = ::open(("/proc/self/fd/" + QByteArray::number(fd)).constData(),
                           O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        m_isSocket = S_ISSOCK(status.st_mode);
    }
    ~RelayOutput()
    {
        if (m_own >= 0)
            ::close(m_own);
    }
    RelayOutput(const RelayOutput &) = delete;
    RelayOutput &operator=(const RelayOutput &) = delete;

    [[nodiscard]] int fd() const { return m_own >= 0 ? m_own : m_fd; }
    [[nodiscard]] bool isEmpty() const { return m_buffer.bytes().isEmpty() && m_buffer.dropped() == 0; }
    void append(QByteArrayView bytes) { m_buffer.append(bytes); }

    Result<void> writeSome()
    {
        if (m_buffer.bytes().isEmpty()) {
            const qint64 dropped = m_buffer.takeDropped();
            m_buffer.append(QCoreApplication::translate("VmCommand", "\r\n— %1 bytes could not be shown —\r\n")
                                .arg(dropped)
                                .toUtf8());
        }
        const QByteArray &bytes = m_buffer.bytes();
        const ssize_t written = m_isSocket
                                    ? ::send(fd(), bytes.constData(), size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL)
                                    : ::write(fd(), bytes.constData(), size_t(bytes.size()));
        if (written > 0)
            m_buffer.removeFirst(written);
        else if (written < 0 && errno != EAGAIN && errno != EINTR)
            return failure(ErrorKind::Failed, u"console.failed"_s, qt_error_string(errno));
        return {};
    }

private:
    int m_fd;
    int m_own = -1;
    bool m_isSocket = false;
    OutputBuffer m_buffer;
};

/// Moves bytes between the two sides; ends with the way it ended.
class Relay
{
public:
    Relay(HostSocket socket, int inputFd, int outputFd, char escape, const Cancellation &cancellation)
        : m_socket(std::move(socket))
        , m_inputFd(inputFd)
        , m_output(outputFd)
        , m_escape(escape)
        , m_cancellation(cancellation)
    {
    }

    Result<ConsoleRelay::End> run()
    {
        for (;;) {
            if (m_end && (isFlushed() || m_flushTime.hasExpired()))
                return *m_end;
            if (auto moved = round(); !moved)
                return failure(moved.error());
        }
    }

private:
    [[nodiscard]] bool isFlushed() const
    {
        return *m_end == ConsoleRelay::End::Console ? m_output.isEmpty() : m_typed.isEmpty();
    }

    void end(ConsoleRelay::End how)
    {
        if (m_end)
            return;
        m_end = how;
        m_flushTime = QDeadlineTimer(FlushTime);
    }

    Result<void> round()
    {
        const bool consoleOpen = !m_end || *m_end != ConsoleRelay::End::Console;
        const bool takesInput = !m_end && m_typed.size() < MostTypedAhead;
        std::array<pollfd, 4> waiting{
            {{consoleOpen ? m_socket.fd() : -1, short(POLLIN | (m_typed.isEmpty() ? 0 : POLLOUT)), 0},
             {takesInput ? m_inputFd : -1, POLLIN, 0},
             {m_output.isEmpty() ? -1 : m_output.fd(), POLLOUT, 0},
             {m_cancellation.fd(), POLLIN, 0}}};
        const int most = m_end ? int(std::max<qint64>(0, m_flushTime.remainingTime())) : -1;
        if (poll(waiting.data(), waiting.size(), most) < 0 && errno != EINTR)
            return failure(ErrorKind::Failed, u"console.failed"_s, qt_error_string(errno));
        if (m_cancellation.isRequested())
            return failure(cancelledError());
        Result<void> moved;
        if (moved && (waiting[0].revents & POLLOUT) != 0)
            moved = toConsole();
        if (moved && (waiting[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0)
            moved = fromConsole();
        if (moved && waiting[1].revents != 0)
            moved = fromInput();
        if (moved && waiting[2].revents != 0)
            moved = m_output.writeSome();
        return moved;
    }

    Result<void> fromConsole()
    {
        const auto bytes = m_socket.read(MostRead, QDeadlineTimer(0), m_cancellation);
        if (!bytes)
            return bytes.error().id == u"socket.timeout"_s ? Result<void>() : failure(bytes.error());
        if (bytes->isEmpty())
            end(ConsoleRelay::End::Console);
        m_output.append(*bytes);
        return {};
    }

    Result<void> toConsole()
    {
        const ssize_t sent = ::send(m_socket.fd(), m_typed.constData(), size_t(m_typed.size()), MSG_NOSIGNAL);
        if (sent > 0)
            m_typed.remove(0, sent);
        else if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return failure(ErrorKind::Failed, u"socket.closed"_s, qt_error_string(errno));
        return {};
    }

    Result<void> fromInput()
    {
        std::array<char, size_t(MostRead)> buffer;
        const ssize_t got = ::read(m_inputFd, buffer.data(), buffer.size());
        if (got < 0)
            return errno == EAGAIN || errno == EINTR
                       ? Result<void>()
                       : failure(ErrorKind::Failed, u"console.failed"_s, qt_error_string(errno));
        QByteArrayView bytes(buffer.data(), got);
        const qsizetype escape = m_escape == 0 ? -1 : bytes.indexOf(m_escape);
        m_typed.append(escape < 0 ? bytes : bytes.first(escape));
        if (escape >= 0)
            end(ConsoleRelay::End::Escape);
        else if (got == 0)
            end(ConsoleRelay::End::Input);
        return {};
    }

    HostSocket m_socket;
    const int m_inputFd;
    RelayOutput m_output;
    const char m_escape;
    const Cancellation m_cancellation;
    QByteArray m_typed;
    std::optional<ConsoleRelay::End> m_end;
    QDeadlineTimer m_flushTime;
};

} // namespace

Result<ConsoleRelay::End> ConsoleRelay::run(HostSocket socket, int inputFd, int outputFd, char escape,
                                            const Cancellation &cancellation)
{
    return Relay(std::move(socket), inputFd, outputFd, escape, cancellation).run();
}

} // namespace portlight
