// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CliContext.h"

#include "cli/ProgressLine.h"
#include "hosts/LocalHost.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <cerrno>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// False when it could not be written; a reader that has seen enough (`| head`) is no failure.
bool writeLine(FILE *stream, const QByteArray &line)
{
    const bool written =
        fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stream) == static_cast<size_t>(line.size()) &&
        fputc('\n', stream) != EOF && fflush(stream) == 0;
    return written || errno == EPIPE;
}

} // namespace

CliContext::CliContext(Cancellation cancellation)
    : m_cancellation(std::move(cancellation))
{
}

void CliContext::addCommonOptions(CLI::App &command, HostOption host)
{
    command.add_flag("--json", m_json, "Print one JSON object (or array) on standard output");
    command.add_flag("--quiet,-q", m_quiet, "No progress and no remarks");
    if (host == HostOption::Take)
        command.add_option("--host", m_hostName, "The host to work on")->type_name("NAME")->default_str("local");
}

CLI::App &CliContext::addHostCommand(CLI::App &parent, const char *name, const char *about,
                                     std::function<Result<void>(HostPointer)> action)
{
    CLI::App &added = *parent.add_subcommand(name, about);
    addCommonOptions(added, HostOption::Take);
    added.callback([this, action = std::move(action)] {
        const auto chosen = host();
        if (!chosen)
            return fail(chosen.error());
        if (auto done = action(*chosen); !done)
            fail(done.error());
    });
    return added;
}

Result<HostPointer> CliContext::host() const
{
    if (m_hostName == "local")
        return std::make_shared<LocalHost>();
    return failure(
        ErrorKind::Usage, u"host.unknown"_s,
        QCoreApplication::translate("CliContext", "There is no host %1.").arg(QString::fromStdString(m_hostName)),
        QCoreApplication::translate("CliContext", "This machine is called “local”."));
}

Progress CliContext::progress() const
{
    if (m_quiet)
        return Progress({}, m_cancellation);
    return Progress([line = std::make_shared<ProgressLine>()](const Progress::Report &report) { line->show(report); },
                    m_cancellation);
}

void CliContext::print(const QJsonObject &object) const
{
    answer(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void CliContext::print(const QJsonArray &array) const
{
    answer(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void CliContext::print(const QString &text) const
{
    answer(text.toUtf8());
}

void CliContext::answer(const QByteArray &line) const
{
    if (writeLine(stdout, line))
        return;
    m_outputFailed = true;
    warn(u"portlight: "_s + QCoreApplication::translate("CliContext", "The answer could not be written."));
}

void CliContext::remark(const QString &text) const
{
    if (!m_quiet)
        warn(text);
}

void CliContext::warn(const QString &text) const
{
    (void)writeLine(stderr, text.toUtf8());
}

void CliContext::fail(const Error &error)
{
    m_exitCode = exitCodeFor(error.kind);
    if (m_json)
        print(QJsonObject{{u"error"_s, QJsonObject{{u"id"_s, error.id},
                                                   {u"summary"_s, error.summary},
                                                   {u"hint"_s, error.hint},
                                                   {u"detail"_s, error.detail}}}});
    warn(u"portlight: "_s + error.text());
    if (!error.detail.isEmpty() && !m_quiet)
        warn(error.detail);
}

int exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Failed:
        return 1;
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::Unreachable:
        return 3;
    case ErrorKind::Cancelled:
        return 130;
    }
    return 1;
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10'000'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

} // namespace portlight
