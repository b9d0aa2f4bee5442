// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VerifyCommand.h"

#include "cli/CliContext.h"
#include "cli/Duration.h"
#include "cli/JUnitFile.h"
#include "cli/VerifyTargets.h"
#include "cli/VerifyText.h"
#include "desktop/DesktopProbe.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr std::size_t mostAtOnce = 32;
constexpr qint64 longestPasswordLine = 4096;

/// The words of one call, filled in by the parser before the callback runs.
struct VerifyWords
{
    std::vector<std::string> targets;
    std::string timeout = "60s";
    std::string passwordFile;
    std::string screenshot;
    std::string junit;
    bool all = false;
    bool noInput = false;

    [[nodiscard]] QStringList targetList() const
    {
        QStringList list;
        for (const std::string &target : targets)
            list.append(QString::fromStdString(target));
        return list;
    }
};

Result<QByteArray> passwordFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Usage, u"file.missing"_s,
                       QCoreApplication::translate("VerifyCommand", "The password file %1 cannot be read: %2.")
                           .arg(path, file.errorString()));
    QByteArray line = file.readLine(longestPasswordLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    // An empty password is one too; a null one would mean that none is known.
    return line.isNull() ? QByteArray("") : line;
}

class VerifyRun
{
public:
    VerifyRun(CliContext &context, const VerifyWords &words)
        : m_context(context)
        , m_words(words)
    {
    }

    Result<void> run()
    {
        if (auto fine = prepare(); !fine)
            return fine;
        const auto host = m_context.host();
        if (!host)
            return failure(host.error());
        auto found = m_words.all ? VerifyTargets::all(*host, m_context.cancellation())
                                 : VerifyTargets::find(*host, m_words.targetList(), m_context.cancellation());
        if (!found)
            return failure(found.error());
        for (const QString &warning : std::as_const(found->warnings))
            m_context.warn(u"portlight: "_s + warning);
        const bool several = m_words.all || found->targets.size() > 1;
        auto reports = several ? checkAll(*found) : checkOne(*found->targets.front());
        if (!reports)
            return failure(reports.error());
        return tell(*reports, several);
    }

private:
    /// Everything that makes the call wrong is found before anything is connected.
    Result<void> prepare()
    {
        if (m_words.all != m_words.targets.empty())
            return failure(ErrorKind::Usage, u"option.targets"_s,
                           QCoreApplication::translate("VerifyCommand", "Give either targets or --all."));
        if (!m_words.screenshot.empty() && (m_words.all || m_words.targets.size() > 1))
            return failure(ErrorKind::Usage, u"option.screenshot"_s,
                           QCoreApplication::translate("VerifyCommand", "--screenshot goes with a single target."));
        const auto timeout = parseDuration(QString::fromStdString(m_words.timeout));
        if (!timeout)
            return failure(ErrorKind::Usage, u"option.duration"_s,
                           QCoreApplication::translate("VerifyCommand", "“%1” is no duration.")
                               .arg(QString::fromStdString(m_words.timeout)),
                           QCoreApplication::translate("VerifyCommand", "Write for instance 60s, 500ms or 2m."));
        m_options.timeout = *timeout;
        m_options.input = !m_words.noInput;
        m_options.screenshot = QString::fromStdString(m_words.screenshot);
        if (!m_words.passwordFile.empty()) {
            const auto password = passwordFrom(QString::fromStdString(m_words.passwordFile));
            if (!password)
                return failure(password.error());
            m_options.password = *password;
        }
        return m_words.junit.empty() ? Result<void>() : JUnitFile::check(QString::fromStdString(m_words.junit));
    }

    Result<QList<VerifyReport>> checkOne(const ProbeTarget &target)
    {
        Progress progress = m_context.progress();
        auto report = probeDesktop(target, m_options, progress);
        if (!report)
            return failure(report.error());
        return QList<VerifyReport>{*std::move(report)};
    }

    Result<QList<VerifyReport>> checkAll(const VerifyTargets &found)
    {
        std::vector<VerifyReport> reports(found.targets.size());
        std::atomic_size_t next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < reports.size(); i = next++)
                reports[i] = checkAmongOthers(*found.targets[i]);
        };
        std::vector<std::thread> threads(std::min(mostAtOnce, reports.size()));
        for (std::thread &thread : threads)
            thread = std::thread(work);
        for (std::thread &thread : threads)
            thread.join();
        if (m_context.cancellation().isRequested())
            return failure(cancelledError());
        return QList<VerifyReport>(reports.begin(), reports.end());
    }

    /// A target that cannot even be looked at must not hide the others' results.
    VerifyReport checkAmongOthers(const ProbeTarget &target)
    {
        Progress progress({}, m_context.cancellation());
        auto report = probeDesktop(target, m_options, progress);
        if (!report) {
            VerifyReport lost;
            lost.target = target.display();
            lost.isVm = target.isVm();
            lost.failure = StageFailure{target.isVm() ? Stage::Vm : Stage::Tcp, report.error().id,
                                        report.error().summary, report.error().hint};
            lost.setStage({lost.failure->stage, StageStatus::Failed, {}, report.error().summary});
            report = lost;
        }
        const std::unique_lock lock(m_remarks);
        m_context.remark(u"%1: %2"_s.arg(report->target, verdictTitle(report->verdict)));
        return *std::move(report);
    }

    /// The JUnit file first: when it fails, that is the one answer.
    Result<void> tell(const QList<VerifyReport> &reports, bool several)
    {
        if (!m_words.junit.empty()) {
            if (auto written = JUnitFile::write(QString::fromStdString(m_words.junit), reports); !written)
                return written;
        }
        if (m_context.json() && several) {
            QJsonArray results;
            for (const VerifyReport &report : reports)
                results.append(report.toJson());
            m_context.print(QJsonObject{{u"results"_s, results}});
        } else if (m_context.json()) {
            m_context.print(reports.constFirst().toJson());
        } else {
            for (const VerifyReport &report : reports)
                m_context.print(verifyText(report));
        }
        if (reports.isEmpty())
            m_context.warn(QCoreApplication::translate("VerifyCommand", "portlight: There is no VM on this host."));
        m_context.setExitCode(exitCodeOf(reports));
        return {};
    }

    [[nodiscard]] static int exitCodeOf(const QList<VerifyReport> &reports)
    {
        const bool verified =
            std::all_of(reports.begin(), reports.end(), [](const auto &each) { return each.isVerified(); });
        if (verified && !reports.isEmpty())
            return 0;
        const bool outOfReach = std::any_of(reports.begin(), reports.end(), [](const auto &each) {
            return each.failure && each.failure->id == "host.unreachable"_L1;
        });
        return outOfReach ? exitCodeFor(ErrorKind::Unreachable) : exitCodeFor(ErrorKind::Failed);
    }

    CliContext &m_context;
    const VerifyWords &m_words;
    ProbeOptions m_options;
    std::mutex m_remarks;
};

} // namespace

void addVerifyCommand(CLI::App &app, CliContext &context)
{
    CLI::App &verify = *app.add_subcommand("verify", "Check whether a desktop is there, and say why not");
    // Lives as long as the parser's callback that uses it.
    const auto words = std::make_shared<VerifyWords>();
    verify.add_option("target", words->targets, "URL (ws, wss, http, https, vnc), VM, or HOST:PORT")
        ->type_name("TARGET");
    verify.add_flag("--all", words->all, "Check every VM of the host");
    verify.add_option("--timeout", words->timeout, "How long to keep trying")->capture_default_str()->type_name("TIME");
    verify.add_option("--password-file", words->passwordFile, "File with the VNC password on its first line")
        ->type_name("FILE");
    verify.add_option("--screenshot", words->screenshot, "Write the picture as PNG")->type_name("FILE");
    verify.add_option("--junit", words->junit, "Write a JUnit report")->type_name("FILE");
    verify.add_flag("--no-input", words->noInput, "Do not move the pointer");
    context.addCommonOptions(verify, CliContext::HostOption::Take);
    verify.callback([&context, words] {
        if (auto done = VerifyRun(context, *words).run(); !done)
            context.fail(done.error());
    });
}

} // namespace portlight
