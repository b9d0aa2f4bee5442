// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VmConsole.h"

#include "console/ConsoleRelay.h"
#include "console/ConsoleService.h"

#include <QCoreApplication>

#include <termios.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

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
    if (auto served = waitForConsoleService(host, vm.machine.consoleSocket, context.cancellation()); !served)
        return served;
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
