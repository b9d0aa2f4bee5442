// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/TestGuest.h"

#include "images/ImageStore.h"
#include "vms/VmProbeTarget.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

TestGuest::TestGuest(const QString &image, int memoryMiB)
    : m_host(std::make_shared<LocalHost>())
    , m_lifecycle(m_host)
{
    const auto found = ImageStore(m_host).find(image, {});
    if (!found) {
        m_problem = found.error().text();
        return;
    }
    VmRequest request;
    request.image = *found;
    request.memoryMiB = memoryMiB;
    Progress progress;
    const auto vm = m_lifecycle.create(request, progress);
    if (vm)
        m_id = vm->spec.id;
    else
        m_problem = vm.error().text();
}

TestGuest::~TestGuest()
{
    m_socket.close();
    if (m_id.isEmpty())
        return;
    Progress progress;
    (void)m_lifecycle.stop(m_id, {0ms, true}, progress);
    const auto destroyed = m_lifecycle.destroy(m_id, progress);
    if (destroyed && !destroyed->folder.isEmpty())
        (void)m_host->removeTree(destroyed->folder, {});
}

bool TestGuest::start()
{
    Progress progress;
    const auto started = m_lifecycle.start(m_id, progress);
    if (!started)
        m_problem = started.error().text() + u'\n' + started.error().detail;
    return started.has_value();
}

Vm TestGuest::vm() const
{
    return m_lifecycle.store().find(m_id, {}).value_or(Vm());
}

QByteArray TestGuest::console() const
{
    const QString log = vm().machine.consoleLog;
    return log.isEmpty() ? QByteArray() : m_host->readFile(log, 0, 64 * 1024 * 1024, {}).value_or(QByteArray());
}

bool TestGuest::waitForConsole(const QByteArray &text, std::chrono::seconds time, qsizetype from) const
{
    const QDeadlineTimer deadline(time);
    const Cancellation never;
    while (console().indexOf(text, from) < 0) {
        if (deadline.hasExpired() || !never.sleep(100ms))
            return false;
    }
    return true;
}

Result<VerifyReport> TestGuest::verify(std::chrono::milliseconds timeout, const QString &screenshot) const
{
    ProbeOptions options;
    options.timeout = timeout;
    options.screenshot = screenshot;
    Progress progress;
    return probeDesktop(VmProbeTarget(m_host, vm()), options, progress);
}

void TestGuest::type(const QByteArray &text)
{
    (void)m_socket.write(text, QDeadlineTimer(5s), {});
}

bool TestGuest::waitFor(const QByteArray &text, std::chrono::seconds time)
{
    const QDeadlineTimer deadline(time);
    while (!m_heard.contains(text)) {
        const auto bytes = m_socket.read(65536, deadline, {});
        if (!bytes || bytes->isEmpty())
            return false;
        m_heard += *bytes;
    }
    return true;
}

bool TestGuest::logIn()
{
    if (m_socket.isOpen())
        return true;
    auto socket = m_host->connectUnix(vm().machine.consoleSocket, QDeadlineTimer(5s), {});
    if (!socket)
        return false;
    m_socket = *std::move(socket);
    type("\n");
    if (!waitFor("login: ", 60s))
        return false;
    type("root\n");
    return waitFor("# ", 60s);
}

std::optional<int> TestGuest::run(const QByteArray &line, std::chrono::seconds time)
{
    if (!logIn())
        return std::nullopt;
    m_heard.clear();
    // The echo of the typed line holds the mark with a quote in it, the answer without.
    const QByteArray number = QByteArray::number(++m_commands);
    type(line + "; echo \"MA\"\"RK " + number + " $? END\"\n");
    if (!waitFor("MARK " + number + ' ', time) || !waitFor(" END", time))
        return std::nullopt;
    const QRegularExpression mark(u"MARK %1 (\\d+) END"_s.arg(m_commands));
    const auto match = mark.match(QString::fromUtf8(m_heard));
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

} // namespace portlight
