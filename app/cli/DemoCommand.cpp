// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/DemoCommand.h"

#include "cli/CliContext.h"
#include "cli/VerifyText.h"
#include "desktop/DesktopProbe.h"
#include "vms/DemoVm.h"
#include "vms/VmLifecycle.h"
#include "vms/VmProbeTarget.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// A guest that is emulated on a busy machine takes a minute and more.
constexpr std::chrono::minutes bootTime{4};

class Demo
{
public:
    Demo(CliContext &context, ShowWindow showWindow)
        : m_context(context)
        , m_showWindow(std::move(showWindow))
    {
    }

    bool keep = false;
    bool noWindow = false;
    std::string screenshot;

    void run()
    {
        auto host = m_context.host();
        if (!host)
            return m_context.fail(host.error());
        m_host = *std::move(host);
        m_time.start();
        Progress progress = m_context.progress();
        auto demo = startDemoVm(m_host, progress);
        if (!demo)
            return m_context.fail(demo.error());
        announce(*demo);
        const auto report = verify(*demo);
        if (!report)
            m_context.fail(report.error());
        else
            tell(*demo, *report);
        if (m_showWindow && !noWindow && report)
            m_showWindow(demo->vm.spec.id);
        leave(*demo);
    }

private:
    void announce(const DemoVm &demo)
    {
        m_context.remark(QCoreApplication::translate("DemoCommand", "The VM %1 (%2) is started; its console is %3.")
                             .arg(demo.vm.spec.name, demo.vm.spec.id, demo.vm.machine.consoleLog));
        if (!demo.vm.machine.acceleratorNote.isEmpty())
            m_context.remark(demo.vm.machine.acceleratorNote);
    }

    Result<VerifyReport> verify(const DemoVm &demo)
    {
        const auto folders = m_host->folders(m_context.cancellation());
        if (!folders)
            return failure(folders.error());
        ProbeOptions options;
        options.timeout = bootTime;
        options.screenshot = QString::fromStdString(screenshot);
        if (options.screenshot.isEmpty()) {
            if (auto made = m_host->makeFolder(folders->cache, 0700, m_context.cancellation()); !made)
                return failure(made.error());
            options.screenshot = folders->cache + u"/demo.png"_s;
        }
        Progress progress = m_context.progress();
        progress.begin({{QCoreApplication::translate("DemoCommand", "Waiting for the desktop"), 1}});
        progress.next();
        auto report = probeDesktop(VmProbeTarget(m_host, demo.vm), options, progress);
        if (report)
            progress.finish();
        return report;
    }

    void tell(const DemoVm &demo, const VerifyReport &report)
    {
        m_context.setExitCode(report.isVerified() ? 0 : 1);
        if (m_context.json()) {
            m_context.print(QJsonObject{{u"vm"_s, demo.vm.toJson()}, {u"verify"_s, report.toJson()}});
            return;
        }
        m_context.print(verifyText(report));
        const QString seconds = QString::number(static_cast<double>(m_time.elapsed()) / 1000, 'f', 1);
        m_context.print(QCoreApplication::translate("DemoCommand", "All of it took %1 s.").arg(seconds));
        if (!report.isVerified())
            m_context.print(QCoreApplication::translate("DemoCommand", "Its console says more: %1")
                                .arg(demo.vm.machine.consoleLog));
    }

    void leave(const DemoVm &demo)
    {
        Progress silent; // also after Ctrl-C
        if (!keep && !demo.made && demo.started) {
            m_context.remark(QCoreApplication::translate("DemoCommand", "Stopping the VM, which did not run before."));
            if (auto stopped = VmLifecycle(m_host).stop(demo.vm.spec.id, {}, silent); !stopped)
                m_context.fail(stopped.error());
            return;
        }
        if (keep || !demo.made) {
            m_context.remark(
                QCoreApplication::translate("DemoCommand", "The VM stays. “portlight vm destroy %1” ends it.")
                    .arg(demo.vm.spec.name));
            return;
        }
        m_context.remark(QCoreApplication::translate("DemoCommand", "Removing the VM; --keep would leave it running."));
        if (auto removed = removeDemoVm(m_host, demo, silent); !removed)
            m_context.fail(removed.error());
    }

    CliContext &m_context;
    ShowWindow m_showWindow;
    HostPointer m_host;
    QElapsedTimer m_time;
};

} // namespace

void addDemoCommand(CLI::App &app, CliContext &context, ShowWindow showWindow)
{
    CLI::App &command =
        *app.add_subcommand("demo", "Build an image if needed, boot it here, prove its desktop, show it");
    context.addCommonOptions(command, CliContext::HostOption::Take);
    const auto demo = std::make_shared<Demo>(context, std::move(showWindow));
    command.add_flag("--keep", demo->keep, "Leave the VM running");
    command.add_flag("--no-window", demo->noWindow, "Only tell the verdict");
    command.add_option("--screenshot", demo->screenshot, "Where to keep the picture")->type_name("F.png");
    command.callback([demo] { demo->run(); });
}

} // namespace portlight
