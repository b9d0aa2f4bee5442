// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VmCommand.h"

#include "cli/CliContext.h"
#include "cli/Duration.h"
#include "cli/VmConsole.h"
#include "cli/VmLogs.h"
#include "cli/VmText.h"
#include "images/ImageStore.h"
#include "vms/VmLifecycle.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// The words of one call, filled in by the parser before the callback runs.
struct VmWords
{
    std::string vm;
    std::string name;
    std::string image = "desktop";
    std::string engine = "qemu";
    std::string patience = "20s";
    int memoryMiB = 0;
    int processors = 0;
    int boot = 0;
    bool debug = false;
    bool start = false;
    bool force = false;
    bool follow = false;
};

class VmCommands
{
public:
    explicit VmCommands(CliContext &context)
        : m_context(context)
    {
    }

    void add(CLI::App &vm)
    {
        addReading(vm);
        addMaking(vm);
        addChanging(vm);
        addTrash(vm);
    }

private:
    using Action = Result<void> (VmCommands::*)();

    /// A subcommand that runs `action` on the host and reports what went wrong.
    CLI::App &command(CLI::App &parent, const char *name, const char *about, Action action)
    {
        return m_context.addHostCommand(parent, name, about, [this, action](HostPointer host) {
            m_host = std::move(host);
            return (this->*action)();
        });
    }

    CLI::App &commandOnVm(CLI::App &parent, const char *name, const char *about, Action action)
    {
        CLI::App &added = command(parent, name, about, action);
        added.add_option("vm", m_words.vm, "Id, name or unique beginning of an id")->required()->type_name("VM");
        return added;
    }

    void addReading(CLI::App &vm)
    {
        command(vm, "list", "List the VMs", &VmCommands::list);
        commandOnVm(vm, "show", "Show all about one VM", &VmCommands::show);
        CLI::App &logs =
            commandOnVm(vm, "logs", "Print the serial console's log, also of a destroyed VM", &VmCommands::logs);
        logs.add_flag("--follow,-f", m_words.follow, "Go on as the guest writes, until Ctrl-C");
        logs.add_option("--boot", m_words.boot, "Which boot; the newest by default")->check(CLI::Range(1, 1'000'000));
        commandOnVm(vm, "console", "Use the serial console; Ctrl+] ends it", &VmCommands::console);
    }

    void addMaking(CLI::App &vm)
    {
        CLI::App &create = command(vm, "create", "Make a VM from a golden image", &VmCommands::create);
        create.add_option("name", m_words.name, "Name of the new VM")->type_name("NAME");
        create.add_option("--image", m_words.image, "Golden image, also NAME@VERSION")->capture_default_str();
        create.add_option("--engine", m_words.engine, "Hypervisor")->capture_default_str();
        create.add_option("--memory", m_words.memoryMiB, "MiB of memory")->check(CLI::Range(1, 1'048'576));
        create.add_option("--processors", m_words.processors, "Number of processors")->check(CLI::Range(1, 32));
        create.add_flag("--debug", m_words.debug, "Let kernel and services talk more");
        create.add_flag("--start", m_words.start, "Start it at once");
    }

    void addChanging(CLI::App &vm)
    {
        commandOnVm(vm, "start", "Start a VM", &VmCommands::start);
        CLI::App &stop = commandOnVm(vm, "stop", "Shut a VM down", &VmCommands::stop);
        addStopOptions(stop);
        CLI::App &restart = commandOnVm(vm, "restart", "Shut a VM down and start it again", &VmCommands::restart);
        addStopOptions(restart);
        commandOnVm(vm, "pause", "Freeze a running VM", &VmCommands::pause);
        commandOnVm(vm, "resume", "Let a paused VM go on", &VmCommands::resume);
    }

    void addStopOptions(CLI::App &command)
    {
        command.add_flag("--force", m_words.force, "Do not ask the guest");
        command.add_option("--timeout", m_words.patience, "How long the guest may take")->capture_default_str();
    }

    void addTrash(CLI::App &vm)
    {
        commandOnVm(vm, "destroy", "Stop a VM and move it to the trash for 72 hours", &VmCommands::destroy);
        command(vm, "trash", "List destroyed VMs that can be brought back", &VmCommands::trash);
        CLI::App &undestroy = commandOnVm(vm, "undestroy", "Bring a destroyed VM back", &VmCommands::undestroy);
        undestroy.add_option("--name", m_words.name, "Another name, where the old one is taken");
    }

    Result<void> list()
    {
        const auto vms = VmStore(m_host).list(m_context.cancellation());
        if (!vms)
            return failure(vms.error());
        if (!m_context.json()) {
            m_context.print(vmTable(*vms));
            return {};
        }
        QJsonArray array;
        for (const Vm &vm : *vms)
            array << vm.toJson();
        m_context.print(array);
        return {};
    }

    Result<void> show()
    {
        const auto vm = find();
        if (!vm)
            return failure(vm.error());
        if (m_context.json())
            m_context.print(vm->toJson());
        else
            m_context.print(vmFacts(*vm));
        return {};
    }

    Result<void> logs()
    {
        const auto vm = find();
        if (!vm && vm.error().id == u"vm.unknown")
            return logsInTrash(vm.error());
        if (vm && m_context.json() && m_words.follow)
            return noJson();
        return vm ? printConsoleLog(*m_host, *vm, m_words.boot, m_words.follow, m_context) : failure(vm.error());
    }

    /// Logs outlive their VM for as long as it can be brought back.
    Result<void> logsInTrash(const Error &unknown)
    {
        const auto trashed = VmStore(m_host).findTrashed(QString::fromStdString(m_words.vm), m_context.cancellation());
        if (!trashed)
            return failure(trashed.error().id == u"vm.unknown" ? unknown : trashed.error());
        m_context.remark(QCoreApplication::translate("VmCommand", "%1 was destroyed; its log is kept until %2.")
                             .arg(trashed->spec.name, trashed->expires.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
        return printConsoleLog(*m_host, *trashed, m_words.boot, m_context);
    }

    Result<void> console()
    {
        const auto vm = find();
        if (vm && m_context.json())
            return noJson();
        return vm ? joinConsole(*m_host, *vm, m_context) : failure(vm.error());
    }

    static Result<void> noJson()
    {
        return failure(ErrorKind::Usage, u"option.json"_s,
                       QCoreApplication::translate("VmCommand", "A console that goes on is no JSON value."),
                       QCoreApplication::translate("VmCommand", "Leave out --json."));
    }

    Result<void> create()
    {
        auto image = ImageStore(m_host).find(QString::fromStdString(m_words.image), m_context.cancellation());
        if (!image)
            return failure(image.error());
        VmRequest request;
        request.name = QString::fromStdString(m_words.name);
        request.image = *std::move(image);
        request.engine = QString::fromStdString(m_words.engine);
        request.memoryMiB = m_words.memoryMiB;
        request.processors = m_words.processors;
        request.debugBoot = m_words.debug;
        Progress progress = m_context.progress();
        VmLifecycle lifecycle(m_host);
        auto vm = lifecycle.create(request, progress);
        if (vm && m_words.start) {
            const QString id = vm->spec.id;
            vm = lifecycle.start(id, progress);
            Progress silent; // all or nothing, also after Ctrl-C
            if (!vm)
                (void)lifecycle.erase(id, silent);
        }
        return report(vm, QCoreApplication::translate("VmCommand", "%1 is ready (%2)."));
    }

    Result<void> start()
    {
        return change(
            [](VmLifecycle &lifecycle, const QString &id, Progress &progress) { return lifecycle.start(id, progress); },
            QCoreApplication::translate("VmCommand", "%1 is started (%2)."));
    }

    Result<void> restart()
    {
        const auto options = stopOptions();
        if (!options)
            return failure(options.error());
        return change([&options](VmLifecycle &lifecycle, const QString &id,
                                 Progress &progress) { return lifecycle.restart(id, *options, progress); },
                      QCoreApplication::translate("VmCommand", "%1 is started again (%2)."));
    }

    Result<void> pause()
    {
        return change(
            [](VmLifecycle &lifecycle, const QString &id, Progress &progress) { return lifecycle.pause(id, progress); },
            QCoreApplication::translate("VmCommand", "%1 is paused (%2)."));
    }

    Result<void> resume()
    {
        return change([](VmLifecycle &lifecycle, const QString &id,
                         Progress &progress) { return lifecycle.resume(id, progress); },
                      QCoreApplication::translate("VmCommand", "%1 goes on (%2)."));
    }

    Result<void> stop()
    {
        const auto options = stopOptions();
        if (!options)
            return failure(options.error());
        const auto vm = find();
        if (!vm)
            return failure(vm.error());
        Progress progress = m_context.progress();
        const auto stopped = VmLifecycle(m_host).stop(vm->spec.id, *options, progress);
        if (!stopped)
            return failure(stopped.error());
        if (m_context.json())
            m_context.print(stopped->vm.toJson());
        else
            m_context.print(QCoreApplication::translate("VmCommand", "%1 is stopped: %2.")
                                .arg(vm->spec.name, stopMethodText(stopped->method)));
        return {};
    }

    Result<void> destroy()
    {
        const auto vm = find();
        if (!vm)
            return failure(vm.error());
        Progress progress = m_context.progress();
        const auto destroyed = VmLifecycle(m_host).destroy(vm->spec.id, progress);
        if (!destroyed)
            return failure(destroyed.error());
        if (m_context.json())
            m_context.print(destroyed->toJson());
        else if (destroyed->expires.isValid())
            m_context.print(QCoreApplication::translate(
                                "VmCommand", "%1 is in the trash. “portlight vm undestroy %2” brings it back until %3.")
                                .arg(destroyed->spec.name, destroyed->spec.id,
                                     destroyed->expires.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
        else
            m_context.print(
                QCoreApplication::translate("VmCommand", "What was left of %1 is removed.").arg(destroyed->spec.name));
        return {};
    }

    Result<void> trash()
    {
        const auto vms = VmStore(m_host).trash(m_context.cancellation());
        if (!vms)
            return failure(vms.error());
        if (!m_context.json()) {
            m_context.print(trashTable(*vms));
            return {};
        }
        QJsonArray array;
        for (const TrashedVm &vm : *vms)
            array << vm.toJson();
        m_context.print(array);
        return {};
    }

    Result<void> undestroy()
    {
        const auto trashed = VmStore(m_host).findTrashed(QString::fromStdString(m_words.vm), m_context.cancellation());
        if (!trashed)
            return failure(trashed.error());
        Progress progress = m_context.progress();
        return report(VmLifecycle(m_host).undestroy(trashed->spec.id, QString::fromStdString(m_words.name), progress),
                      QCoreApplication::translate("VmCommand", "%1 is back (%2)."));
    }

    Result<Vm> find() const
    {
        return VmStore(m_host).find(QString::fromStdString(m_words.vm), m_context.cancellation());
    }

    Result<StopOptions> stopOptions() const
    {
        const auto patience = parseDuration(QString::fromStdString(m_words.patience));
        if (!patience)
            return failure(ErrorKind::Usage, u"option.duration"_s,
                           QCoreApplication::translate("VmCommand", "“%1” is no duration.")
                               .arg(QString::fromStdString(m_words.patience)),
                           QCoreApplication::translate("VmCommand", "Write for instance 20s, 500ms or 2m."));
        return StopOptions{*patience, m_words.force};
    }

    Result<void> change(const std::function<Result<Vm>(VmLifecycle &, const QString &, Progress &)> &step,
                        const QString &sentence)
    {
        const auto vm = find();
        if (!vm)
            return failure(vm.error());
        Progress progress = m_context.progress();
        VmLifecycle lifecycle(m_host);
        return report(step(lifecycle, vm->spec.id, progress), sentence);
    }

    Result<void> report(const Result<Vm> &vm, const QString &sentence)
    {
        if (!vm)
            return failure(vm.error());
        if (m_context.json()) {
            m_context.print(vm->toJson());
            return {};
        }
        m_context.print(sentence.arg(vm->spec.name, vm->spec.id));
        if (!vm->machine.acceleratorNote.isEmpty())
            m_context.remark(vm->machine.acceleratorNote);
        return {};
    }

    CliContext &m_context;
    VmWords m_words;
    HostPointer m_host;
};

} // namespace

void addVmCommand(CLI::App &app, CliContext &context)
{
    CLI::App &vm = *app.add_subcommand("vm", "Make, start, stop and look at VMs");
    vm.require_subcommand(1);
    // Lives as long as the parser's callbacks that use it.
    const auto commands = std::make_shared<VmCommands>(context);
    commands->add(vm);
    vm.parse_complete_callback([commands] {});
}

} // namespace portlight
