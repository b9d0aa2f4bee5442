// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ConsoleRelay.h"

#include <QByteArray>

#include <array>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int WriteMilliseconds = 10'000;
constexpr size_t MostRead = 16 * 1024;

/// Moves bytes between the two sides; ends with the way it ended.
class Relay
{
public:
    Relay(HostSocket socket, int inputFd, int outputFd, char escape, const Cancellation &cancellation)
        : m_socket(std::move(socket))
        , m_inputFd(inputFd)
        , m_outputFd(outputFd)
        , m_escape(escape)
        , m_cancellation(cancellation)
    {
    }

    Result<ConsoleRelay::End> run()
    {
        for (;;) {
            std::array<pollfd, 3> waiting{
                {{m_socket.fd(), POLLIN, 0}, {m_inputFd, POLLIN, 0}, {m_cancellation.fd(), POLLIN, 0}}};
            if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
                return failure(ErrorKind::Failed, u"console.failed"_s, qt_error_string(errno));
            if (m_cancellation.isRequested())
                return failure(cancelledError());
            if (waiting[0].revents != 0) {
                if (const auto end = fromConsole(); !end || *end)
                    return unpack(end);
            }
            if (waiting[1].revents != 0) {
                if (const auto end = fromInput(); !end || *end)
                    return unpack(end);
            }
        }
    }

private:
    using MaybeEnd = Result<std::optional<ConsoleRelay::End>>;

    static Result<ConsoleRelay::End> unpack(const MaybeEnd &end)
    {
        return end ? Result<ConsoleRelay::End>(**end) : failure(end.error());
    }

    MaybeEnd fromConsole()
    {
        const auto bytes = m_socket.read(MostRead, QDeadlineTimer(0), m_cancellation);
        if (!bytes)
            return bytes.error().id == u"socket.timeout"_s ? MaybeEnd(std::nullopt) : failure(bytes.error());
        if (bytes->isEmpty())
            return ConsoleRelay::End::Console;
        return writeOutput(*bytes);
    }

    MaybeEnd writeOutput(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const ssize_t written = ::write(m_outputFd, bytes.data(), size_t(bytes.size()));
            if (written > 0) {
                bytes = bytes.sliced(written);
            } else if (written < 0 && errno == EAGAIN) {
                std::array<pollfd, 2> waiting{{{m_outputFd, POLLOUT, 0}, {m_cancellation.fd(), POLLIN, 0}}};
                poll(waiting.data(), waiting.size(), -1);
                if (m_cancellation.isRequested())
                    return failure(cancelledError());
            } else if (written < 0 && errno != EINTR) {
                return failure(ErrorKind::Failed, u"console.failed"_s, qt_error_string(errno));
            }
        }
        return std::nullopt;
    }

    MaybeEnd fromInput()
    {
        std::array<char, MostRead> buffer;
        const ssize_t got = ::read(m_inputFd, buffer.data(), buffer.size());
        if (got < 0)
            return errno == EAGAIN || errno == EINTR
                       ? MaybeEnd(std::nullopt)
                       : failure(ErrorKind::Failed, u"console.failed"_s, qt_error_string(errno));
        if (got == 0)
            return ConsoleRelay::End::Input;
        QByteArrayView bytes(buffer.data(), got);
        const qsizetype escape = m_escape == 0 ? -1 : bytes.indexOf(m_escape);
        if (escape >= 0)
            bytes = bytes.first(escape);
        const auto written = m_socket.write(bytes, QDeadlineTimer(WriteMilliseconds), m_cancellation);
        if (!written && written.error().id != u"socket.timeout"_s)
            return failure(written.error());
        return escape >= 0 ? MaybeEnd(ConsoleRelay::End::Escape) : MaybeEnd(std::nullopt);
    }

    HostSocket m_socket;
    const int m_inputFd;
    const int m_outputFd;
    const char m_escape;
    const Cancellation m_cancellation;
};

} // namespace

Result<ConsoleRelay::End> ConsoleRelay::run(HostSocket socket, int inputFd, int outputFd, char escape,
                                            const Cancellation &cancellation)
{
    return Relay(std::move(socket), inputFd, outputFd, escape, cancellation).run();
}

} // namespace portlight
