// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VmConsole.h"

#include "console/ConsoleRelay.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>

#include <termios.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;

Error noConsole(const Vm &vm)
{
    return {ErrorKind::Failed,
            u"console.missing"_s,
            QCoreApplication::translate("VmCommand", "%1 has no console file.").arg(vm.spec.name),
            QCoreApplication::translate("VmCommand", "It has one as soon as it is started."),
            {}};
}

/// A boot's file is beside the newest one's link or, after a destroy, in the VM's own folder.
Result<QString> pathOfBoot(Host &host, const Vm &vm, int boot, const Cancellation &cancellation)
{
    if (boot == 0)
        return vm.machine.consoleLog.isEmpty() ? Result<QString>(failure(noConsole(vm))) : vm.machine.consoleLog;
    const QString name = u"serial-console-%1.log"_s.arg(boot);
    for (const QString &folder : {vm.folders.runtime, vm.folders.data + u"/console"_s}) {
        if (host.status(folder + u'/' + name, cancellation))
            return folder + u'/' + name;
    }
    return failure(ErrorKind::Usage, u"console.unknown-boot"_s,
                   QCoreApplication::translate("VmCommand", "There is no console file of boot %1.").arg(boot),
                   QCoreApplication::translate("VmCommand", "The newest boot is number %1.").arg(vm.spec.boots));
}

bool put(QByteArrayView bytes)
{
    return fwrite(bytes.data(), 1, static_cast<size_t>(bytes.size()), stdout) == static_cast<size_t>(bytes.size());
}

/// A reader that has seen enough (`| head`) is no failure.
Result<void> outputFailed()
{
    if (errno == EPIPE)
        return {};
    return failure(ErrorKind::Unreachable, u"output.failed"_s,
                   QCoreApplication::translate("VmCommand", "The log could not be written to the end."),
                   QCoreApplication::translate("VmCommand", "Is there room where it goes?"));
}

/// The whole log as one string; what is not UTF-8 is replaced.
Result<void> printAsJson(Host &host, const Vm &vm, const QString &path, int boot, const CliContext &context)
{
    constexpr qint64 most = 256 * 1024 * 1024;
    const auto bytes = host.readFile(path, 0, most, context.cancellation());
    if (!bytes)
        return failure(bytes.error());
    context.print(QJsonObject{{u"vm"_s, vm.spec.id},
                              {u"boot"_s, boot > 0 ? boot : vm.spec.boots},
                              {u"path"_s, path},
                              {u"text"_s, QString::fromUtf8(*bytes)}});
    return {};
}

/// The terminal without line editing and signals for as long as this lives.
class RawTerminal
{
public:
    RawTerminal()
        : m_isTerminal(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios raw = m_before;
        cfmakeraw(&raw);
        tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
    }
    ~RawTerminal()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSADRAIN, &m_before);
    }
    RawTerminal(const RawTerminal &) = delete;
    RawTerminal &operator=(const RawTerminal &) = delete;

private:
    termios m_before{};
    bool m_isTerminal;
};

} // namespace

Result<void> printConsoleLog(Host &host, const Vm &vm, int boot, bool follow, const CliContext &context)
{
    const Cancellation &cancellation = context.cancellation();
    const auto path = pathOfBoot(host, vm, boot, cancellation);
    if (!path)
        return failure(path.error());
    if (follow) {
        const auto followed = host.follow(
            *path, 0,
            [&context](const FollowEvent &event) {
                if (event.type == FollowEvent::Type::Replaced)
                    context.remark(QCoreApplication::translate("VmCommand", "— a new boot —"));
                return put(event.bytes) && fflush(stdout) == 0;
            },
            cancellation);
        return followed && ferror(stdout) != 0 ? outputFailed() : followed;
    }
    if (context.json())
        return printAsJson(host, vm, *path, boot, context);
    for (qint64 offset = 0;;) {
        const auto bytes = host.readFile(*path, offset, pieceSize, cancellation);
        if (!bytes)
            return failure(bytes.error());
        if (cancellation.isRequested())
            return failure(cancelledError());
        if (bytes->isEmpty())
            break;
        if (!put(*bytes))
            return outputFailed();
        offset += bytes->size();
    }
    return fflush(stdout) == 0 ? Result<void>{} : outputFailed();
}

Result<void> joinConsole(Host &host, const Vm &vm, const CliContext &context)
{
    if (vm.machine.consoleSocket.isEmpty())
        return failure(ErrorKind::Failed, u"vm.state"_s,
                       QCoreApplication::translate("VmCommand", "%1 does not run.").arg(vm.spec.name),
                       QCoreApplication::translate("VmCommand", "“portlight vm logs” shows what it said."));
    auto socket =
        host.connectUnix(vm.machine.consoleSocket, QDeadlineTimer(std::chrono::seconds(5)), context.cancellation());
    if (!socket)
        return failure(socket.error());
    context.remark(QCoreApplication::translate("VmCommand", "Connected to %1. Ctrl+] ends it.").arg(vm.spec.name));
    const auto end = [&] {
        const RawTerminal raw;
        return ConsoleRelay::run(*std::move(socket), STDIN_FILENO, STDOUT_FILENO, ConsoleRelay::DefaultEscape,
                                 context.cancellation());
    }();
    if (!end)
        return failure(end.error());
    if (*end == ConsoleRelay::End::Console)
        context.remark(QCoreApplication::translate("VmCommand", "The VM closed its console."));
    return {};
}

} // namespace portlight
