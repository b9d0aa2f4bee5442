// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/DetachedProcess.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// Runs the program and leaves its exit code behind. Beside it runs the guard of the logs, for which there is a last
/// look when the program has ended. All words are parameters, never part of the script: the guard's script, the number
/// of its words and its words, then the program's.
constexpr auto supervisor = R"(log=$1; end=$2; guard=$3; count=$4; shift 4
exec </dev/null >>"$log" 2>&1
run_program() { shift "$count"; exec "$@"; }
run_guard() {
  process=$1; shift
  program=$(($# - count)); left=$count
  while [ "$left" -gt 0 ]; do
    set -- "$@" "$1"; shift
    left=$((left - 1))
  done
  shift "$program"
  exec sh -c "$guard" portlight-log-guard "$process" "$@"
}
run_program "$@" &
child=$!
trap 'kill -TERM "$child"' TERM INT
trap '' HUP
run_guard "$child" "$@" &
beside=$!
while :; do
  wait "$child"; code=$?
  kill -0 "$child" 2>/dev/null || break
done
kill "$beside" 2>/dev/null
(run_guard "" "$@")
echo "$code" >"$end.new" && mv "$end.new" "$end"
)";

/// True where `systemd-run` can make a unit: as root with the system's systemd, else with the user's own.
QStringList systemdRun(Host &host, const Cancellation &cancellation)
{
    if (!host.status(u"/run/systemd/system"_s, cancellation))
        return {};
    const auto root = host.run({.program = u"id"_s, .arguments = {u"-u"_s}}, cancellation);
    const bool isRoot = root && root->output.trimmed() == "0";
    const QString manager = isRoot ? u"--system"_s : u"--user"_s;
    const auto answer =
        host.run({.program = u"systemctl"_s, .arguments = {manager, u"show-environment"_s}}, cancellation);
    if (!answer || !answer->succeeded())
        return {};
    return {u"systemd-run"_s, manager, u"--quiet"_s, u"--collect"_s};
}

} // namespace

DetachedProcess::DetachedProcess(QString folder, QString name, QString unit, QList<GuardedLog> logs)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_unit(std::move(unit))
    , m_logs(std::move(logs))
{
}

QString DetachedProcess::logPath() const
{
    return u"%1/%2.log"_s.arg(m_folder, m_name);
}

QString DetachedProcess::exitPath() const
{
    return u"%1/%2.exit"_s.arg(m_folder, m_name);
}

Result<void> DetachedProcess::start(Host &host, const QString &program, const QStringList &arguments,
                                    const Cancellation &cancellation) const
{
    for (const QString &old : {exitPath(), logPath(), logPath() + u".cuts"_s}) {
        if (auto removed = host.removeTree(old, cancellation); !removed)
            return removed;
    }
    QStringList words = systemdRun(host, cancellation);
    if (words.isEmpty())
        words = {u"setsid"_s, u"--fork"_s};
    else
        words << u"--unit="_s + m_unit;
    QStringList guard = LogGuard::words({}, m_folder, QList(m_logs) << GuardedLog{m_name + u".log"_s, OwnLogLimits});
    guard.removeFirst(); // the process is not known yet
    words << u"sh"_s << u"-c"_s << QString::fromLatin1(supervisor) << u"portlight-vm"_s << logPath() << exitPath()
          << LogGuard::script() << QString::number(guard.size()) << guard << program << arguments;
    Command command;
    command.program = words.takeFirst();
    command.arguments = words;
    const auto started = host.run(command, cancellation);
    if (!started)
        return failure(started.error());
    if (!started->succeeded())
        return failure(ErrorKind::Unreachable, u"engine.start-failed"_s,
                       QCoreApplication::translate("DetachedProcess", "%1 could not be started.").arg(program), {},
                       started->complaint());
    return {};
}

std::optional<int> DetachedProcess::exitCode(Host &host, const Cancellation &cancellation) const
{
    const auto text = host.readFile(exitPath(), 0, 32, cancellation);
    bool isNumber = false;
    const int code = text ? text->trimmed().toInt(&isNumber) : 0;
    return isNumber ? std::optional(code) : std::nullopt;
}

QString DetachedProcess::complaint(Host &host, const Cancellation &cancellation) const
{
    const auto status = host.status(logPath(), cancellation);
    if (!status)
        return {};
    CommandResult log;
    log.errors =
        host.readFile(logPath(), qMax<qint64>(status->size - 8192, 0), 8192, cancellation).value_or(QByteArray());
    return log.complaint();
}

bool processRuns(Host &host, qint64 pid, const QString &mark, const Cancellation &cancellation)
{
    if (pid <= 0)
        return false;
    const auto commandLine = host.readFile(u"/proc/%1/cmdline"_s.arg(pid), 0, 256 * 1024, cancellation);
    return commandLine && commandLine->contains(mark.toUtf8());
}

} // namespace portlight
