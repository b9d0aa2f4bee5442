// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ConsoleService.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds Patience{2000};
constexpr std::chrono::milliseconds Pause{50};
constexpr qint64 LongestList = 8 * 1024 * 1024;

} // namespace

ConsoleClients ConsoleClients::read(QByteArrayView list, QByteArrayView socketPath)
{
    // Num RefCount Protocol Flags Type St Inode Path. A connection's end on the listener's side bears the listener's
    // path: state 03 (connected) once it was accepted, 02 (connecting) before.
    ConsoleClients clients;
    for (const QByteArray &line : list.toByteArray().split('\n')) {
        if (!line.endsWith(socketPath))
            continue;
        const QByteArray before = line.chopped(socketPath.size());
        const QList<QByteArray> fields = before.simplified().split(' ');
        if (!before.endsWith(' ') || fields.size() < 7)
            continue;
        clients.served += fields[5] == "03" ? 1 : 0;
        clients.waiting += fields[5] == "02" ? 1 : 0;
    }
    return clients;
}

Result<void> waitForConsoleService(Host &host, const QString &socketPath, const Cancellation &cancellation)
{
    const QDeadlineTimer deadline(Patience);
    for (;;) {
        const auto list = host.readFile(u"/proc/net/unix"_s, 0, LongestList, cancellation);
        const auto clients = list ? ConsoleClients::read(*list, QFile::encodeName(socketPath)) : ConsoleClients();
        if (clients.waiting == 0)
            return {};
        if (deadline.hasExpired() && clients.served == 0)
            return {};
        if (deadline.hasExpired())
            return failure(ErrorKind::Failed, u"console.in-use"_s,
                           QCoreApplication::translate("Console", "Another console is connected to this VM."),
                           QCoreApplication::translate(
                               "Console",
                               "Only one can be at a time. Close the other one, for instance “portlight vm console” in "
                               "a terminal, or let go of the keyboard in another window."));
        if (!cancellation.sleep(Pause))
            return failure(cancelledError());
    }
}

} // namespace portlight
