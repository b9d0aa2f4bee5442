// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "hosts/Host.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace portlight {

/// The exit code of contracts.md.
[[nodiscard]] int exitCodeFor(ErrorKind kind);

/// What every command of the command line shares: the common options, the two output streams and the exit code.
/// JSON and answers go to standard output, progress and messages to standard error.
class CliContext
{
public:
    /// Ctrl-C and SIGTERM request `cancellation`.
    explicit CliContext(Cancellation cancellation);

    /// Adds --json, --quiet and, where the command touches a host, --host.
    enum class HostOption { None, Take };
    void addCommonOptions(CLI::App &command, HostOption host);

    /// A subcommand that works on the host named by --host and reports what went wrong.
    CLI::App &addHostCommand(CLI::App &parent, const char *name, const char *about,
                             std::function<Result<void>(HostPointer)> action);

    /// The host named by --host. Error: "host.unknown" (Usage).
    [[nodiscard]] Result<HostPointer> host() const;
    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] bool quiet() const { return m_quiet; }
    [[nodiscard]] const Cancellation &cancellation() const { return m_cancellation; }
    /// Shows steps on standard error: a live line on a terminal, a line a step elsewhere, nothing with --quiet.
    [[nodiscard]] Progress progress() const;

    void print(const QJsonObject &object) const;
    void print(const QJsonArray &array) const;
    /// An answer for people, with a line end.
    void print(const QString &text) const;
    /// A remark on standard error; not with --quiet.
    void remark(const QString &text) const;
    /// An error or a warning that must be seen: on standard error, also with --quiet.
    void warn(const QString &text) const;

    /// Prints the error (as {"error":{"id","summary","hint","detail"}} with --json) and keeps its exit code.
    void fail(const Error &error);
    void setExitCode(int code) { m_exitCode = code; }
    /// 3 when an answer could not be written, whatever else there was.
    [[nodiscard]] int exitCode() const { return m_outputFailed ? exitCodeFor(ErrorKind::Unreachable) : m_exitCode; }

private:
    void answer(const QByteArray &line) const;

    Cancellation m_cancellation;
    std::string m_hostName = "local";
    bool m_json = false;
    bool m_quiet = false;
    int m_exitCode = 0;
    mutable bool m_outputFailed = false;
};

/// "867 MB", with SI units as disks are sold.
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace portlight
