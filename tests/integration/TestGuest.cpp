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
    const QDeadlineTimer deadline(60s);
    while (!m_heard.contains("login: ") && !m_heard.contains(":~# ")) {
        const auto bytes = m_socket.read(65536, deadline, {});
        if (!bytes || bytes->isEmpty())
            return false;
        m_heard += *bytes;
    }
    if (m_heard.contains(":~# ")) // logged in before a hang-up
        return true;
    type("root\n");
    return waitFor(":~# ", 60s); // a health report is full of "# "
}

void TestGuest::hangUp()
{
    m_socket.close();
    m_heard.clear();
}

int TestGuest::run(const QByteArray &line, std::chrono::seconds time)
{
    if (!logIn()) {
        qWarning("nobody could log in; heard: %s", m_heard.right(2000).constData());
        return NoAnswer;
    }
    m_heard.clear();
    // The echo of the typed line holds the mark with a quote in it, the answer without.
    const QByteArray number = QByteArray::number(++m_commands);
    type(line + "; echo \"MA\"\"RK " + number + " $? EN\"\"D\"\n");
    const bool answered = waitFor("MARK " + number + ' ', time) && waitFor(" END", time);
    const QRegularExpression mark(u"MARK %1 (\\d+) END"_s.arg(m_commands));
    const auto match = mark.match(QString::fromUtf8(m_heard));
    const int code = answered && match.hasMatch() ? match.captured(1).toInt() : NoAnswer;
    if (code != 0)
        qWarning("exit code %d; heard: %s", code, m_heard.right(2000).constData());
    return code;
}

} // namespace portlight
