// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalParts.h"
#include "hosts/SystemError.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
// glibc 2.36 (Debian 12) forgot to declare it as C.
extern "C" {
#include <sys/pidfd.h>
}

using namespace Qt::Literals::StringLiterals;

namespace portlight::local {

int Descriptor::release()
{
    return std::exchange(m_fd, -1);
}

void Descriptor::reset(int fd)
{
    if (m_fd >= 0)
        close(m_fd);
    m_fd = fd;
}

namespace {

/// A command that is interrupted gets this long to clean up before it is killed.
constexpr std::chrono::milliseconds gracePeriod{5'000};

struct Pipe
{
    Descriptor reading;
    Descriptor writing;

    static Result<Pipe> open()
    {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            return failure(fileError(errno, u"pipe"_s));
        return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
    }
};

/// A list of C strings with an owner, as exec wants them.
class CStrings
{
public:
    void add(const QString &text) { m_texts.push_back(QFile::encodeName(text)); }
    void addRaw(const QByteArray &text) { m_texts.push_back(text); }
    char *const *pointers()
    {
        m_pointers.clear();
        for (QByteArray &text : m_texts)
            m_pointers.push_back(text.data());
        m_pointers.push_back(nullptr);
        return m_pointers.data();
    }

private:
    std::vector<QByteArray> m_texts;
    std::vector<char *> m_pointers;
};

CStrings environmentFor(const Command &command)
{
    CStrings environment;
    for (char **entry = environ; *entry != nullptr; ++entry) {
        const QByteArray text(*entry);
        const QString name = QFile::decodeName(text.left(text.indexOf('=')));
        if (!command.environment.contains(name))
            environment.addRaw(text);
    }
    for (auto it = command.environment.begin(); it != command.environment.end(); ++it)
        environment.add(it.key() + u'=' + it.value());
    return environment;
}

Error missingProgram(const QString &program)
{
    return {ErrorKind::Unreachable,
            u"command.missing"_s,
            QCoreApplication::translate("LocalHost", "The program %1 is not installed.").arg(program),
            QCoreApplication::translate("LocalHost", "Install it and try again."),
            {}};
}

/// Starts the child in a process group of its own, so that it and its children can be ended together.
Result<pid_t> spawn(const Command &command, const Pipe &input, const Pipe &output, const Pipe &errors)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, input.reading.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.writing.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.writing.get(), STDERR_FILENO);
    if (!command.workingFolder.isEmpty())
        posix_spawn_file_actions_addchdir_np(&actions, QFile::encodeName(command.workingFolder).constData());

    sigset_t none;
    sigset_t defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT})
        sigaddset(&defaults, signal);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    CStrings arguments;
    arguments.add(command.program);
    for (const QString &argument : command.arguments)
        arguments.add(argument);
    CStrings environment = environmentFor(command);
    pid_t child = -1;
    const int error = posix_spawnp(&child, QFile::encodeName(command.program).constData(), &actions, &attributes,
                                   arguments.pointers(), environment.pointers());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error == ENOENT && !command.workingFolder.isEmpty() && !QFile::exists(command.workingFolder))
        return failure(fileError(ENOENT, command.workingFolder));
    if (error == ENOENT)
        return failure(missingProgram(command.program));
    if (error != 0)
        return failure(fileError(error, command.program));
    return child;
}

/// write() to a pipe whose reader is gone, without the SIGPIPE that would end a program that does not ignore it.
ssize_t writeQuietly(int fd, QByteArrayView bytes)
{
    sigset_t pipeSignal;
    sigset_t before;
    sigset_t pending;
    sigemptyset(&pipeSignal);
    sigaddset(&pipeSignal, SIGPIPE);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before);
    const ssize_t wrote = write(fd, bytes.data(), static_cast<size_t>(bytes.size()));
    const int error = errno;
    if (wrote < 0 && error == EPIPE && sigismember(&pending, SIGPIPE) == 0) {
        const timespec now{};
        sigtimedwait(&pipeSignal, nullptr, &now);
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return wrote;
}

/// Moves bytes between a running child and its Command until it ends.
class Conversation
{
public:
    Conversation(const Command &command, Descriptor input, Descriptor output, Descriptor errors)
        : m_command(command)
        , m_input(std::move(input))
        , m_output(std::move(output))
        , m_errors(std::move(errors))
    {
        for (const int fd : {m_input.get(), m_output.get(), m_errors.get()})
            fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
        if (m_command.input.isEmpty())
            m_input.reset();
    }

    enum class End { Exited, TimedOut, Cancelled };

    End run(int childDescriptor, QDeadlineTimer deadline, const Cancellation *cancellation)
    {
        for (;;) {
            if (cancellation && cancellation->isRequested())
                return End::Cancelled;
            if (deadline.hasExpired())
                return End::TimedOut;
            std::array<pollfd, 5> waiting{{{m_input.get(), POLLOUT, 0},
                                           {m_output.get(), POLLIN, 0},
                                           {m_errors.get(), POLLIN, 0},
                                           {childDescriptor, POLLIN, 0},
                                           {cancellation ? cancellation->fd() : -1, POLLIN, 0}}};
            poll(waiting.data(), waiting.size(), static_cast<int>(qMin<qint64>(deadline.remainingTime(), 1000)));
            if (waiting[0].revents != 0)
                writeInput();
            if (waiting[1].revents != 0)
                readFrom(m_output, Command::Channel::Output, result.output);
            if (waiting[2].revents != 0)
                readFrom(m_errors, Command::Channel::Error, result.errors);
            if (waiting[3].revents != 0) {
                drain();
                return End::Exited;
            }
        }
    }

    CommandResult result;

private:
    void writeInput()
    {
        const QByteArrayView rest = QByteArrayView(m_command.input).sliced(m_written);
        const ssize_t wrote = writeQuietly(m_input.get(), rest);
        if (wrote > 0)
            m_written += wrote;
        const bool broken = wrote < 0 && errno != EAGAIN && errno != EINTR;
        if (broken || m_written == m_command.input.size())
            m_input.reset();
    }

    /// False when there is nothing more at the moment.
    bool readFrom(Descriptor &from, Command::Channel channel, QByteArray &kept)
    {
        std::array<char, 65536> buffer;
        const ssize_t got = from.isValid() ? read(from.get(), buffer.data(), buffer.size()) : 0;
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            from.reset();
        if (got <= 0)
            return false;
        const qint64 room = qMax<qint64>(m_command.outputLimit - kept.size(), 0);
        kept.append(buffer.data(), qMin<qint64>(got, room));
        if (m_command.onOutput)
            m_command.onOutput(channel, QByteArrayView(buffer.data(), got));
        return true;
    }

    /// What was written before the child ended; grandchildren that keep the pipe open are not waited for.
    void drain()
    {
        // What fits into two pipes; one that goes on writing is a grandchild.
        constexpr int mostPieces = 64;
        for (int i = 0; i < mostPieces && readFrom(m_output, Command::Channel::Output, result.output); ++i) {
        }
        for (int i = 0; i < mostPieces && readFrom(m_errors, Command::Channel::Error, result.errors); ++i) {
        }
    }

    const Command &m_command;
    Descriptor m_input;
    Descriptor m_output;
    Descriptor m_errors;
    qsizetype m_written = 0;
};

int exitCodeOf(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

Result<CommandResult> runCommand(const Command &command, const Cancellation &cancellation)
{
    if (cancellation.isRequested())
        return failure(cancelledError());
    auto input = Pipe::open();
    auto output = Pipe::open();
    auto errors = Pipe::open();
    if (!input || !output || !errors)
        return failure(fileError(EMFILE, command.program));
    const auto child = spawn(command, *input, *output, *errors);
    if (!child)
        return failure(child.error());
    input->reading.reset();
    output->writing.reset();
    errors->writing.reset();

    const Descriptor childDescriptor(pidfd_open(*child, 0));
    if (!childDescriptor.isValid()) {
        const int error = errno;
        kill(-*child, SIGKILL);
        (void)exitCodeOf(*child);
        return failure(fileError(error, command.program));
    }
    Conversation conversation(command, std::move(input->writing), std::move(output->reading),
                              std::move(errors->reading));
    const auto end = conversation.run(childDescriptor.get(), QDeadlineTimer(command.timeout), &cancellation);
    if (end != Conversation::End::Exited) {
        kill(-*child, SIGTERM);
        (void)conversation.run(childDescriptor.get(), QDeadlineTimer(gracePeriod), nullptr);
        kill(-*child, SIGKILL);
    }
    conversation.result.exitCode = exitCodeOf(*child);
    if (end == Conversation::End::Cancelled)
        return failure(cancelledError());
    if (end == Conversation::End::TimedOut)
        return failure(ErrorKind::Unreachable, u"command.timeout"_s,
                       QCoreApplication::translate("LocalHost", "%1 did not finish within %2 s.")
                           .arg(command.program)
                           .arg(std::chrono::duration<double>(command.timeout).count()),
                       {}, conversation.result.complaint());
    return std::move(conversation.result);
}

} // namespace portlight::local
