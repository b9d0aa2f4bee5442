// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/Lamps.h"

#include "window/HumanText.h"

#include <QCoreApplication>

namespace portlight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Lamps)
};

using State = Lamp::State;

Lamp processLamp(const Vm &vm)
{
    Lamp lamp{State::Off, Text::tr("Process"), Text::tr("No process runs.")};
    if (vm.hasProcess()) {
        lamp.state = State::Good;
        lamp.toolTip = vm.machine.pid > 0 ? Text::tr("Process %1.").arg(vm.machine.pid) : QString();
    } else if (vm.state == VmState::Failed) {
        lamp.state = State::Bad;
        lamp.toolTip = vm.note;
    }
    return lamp;
}

Lamp vmmLamp(const Vm &vm)
{
    Lamp lamp{State::Off, Text::tr("VMM"), {}};
    switch (vm.state) {
    case VmState::Running:
        lamp.state = State::Good;
        break;
    case VmState::Starting:
        lamp.state = State::Waiting;
        break;
    case VmState::Stopping:
        lamp.state = State::Waiting;
        break;
    case VmState::Paused:
        return {State::Warned, Text::tr("VMM paused"), Text::tr("The guest's processors stand still.")};
    default:
        return lamp;
    }
    if (vm.machine.accelerator == QLatin1String("kvm"))
        lamp.toolTip = Text::tr("Hardware virtualisation (KVM).");
    else if (!vm.machine.accelerator.isEmpty())
        lamp.toolTip = Text::tr("Software emulation. %1").arg(vm.machine.acceleratorNote).trimmed();
    return lamp;
}

/// The VNC server's first words come from a program in the guest: then the guest itself has booted.
bool guestHasAnswered(const VerifyReport &report)
{
    return report.stage(Stage::RfbVersion).status == StageStatus::Passed;
}

Lamp guestLamp(const VmEntry &entry)
{
    Lamp lamp{State::Off, Text::tr("Guest"), {}};
    if (entry.vm.state == VmState::Paused)
        return {State::Unknown, Text::tr("Guest"), {}};
    if (entry.vm.state != VmState::Running && entry.vm.state != VmState::Starting)
        return lamp;
    if (entry.bootTime)
        return {State::Good, Text::tr("Guest booted in %1").arg(HumanText::span(*entry.bootTime)), {}};
    if (entry.report && guestHasAnswered(*entry.report))
        return {State::Good, Text::tr("Guest"), Text::tr("A program in the guest has answered.")};
    if (entry.probing || entry.vm.state == VmState::Starting)
        return {State::Waiting, Text::tr("Guest is booting"), {}};
    return {State::Unknown, Text::tr("Guest"),
            Text::tr("Nothing in the guest has answered yet. Its console tells more.")};
}

Lamp desktopLamp(const VmEntry &entry)
{
    Lamp lamp{State::Off, Text::tr("Desktop"), {}};
    if (!entry.vm.hasProcess())
        return lamp;
    lamp.state = State::Unknown;
    if (entry.vm.state == VmState::Paused)
        return lamp;
    if (!entry.report) {
        lamp.state = entry.probing || entry.vm.state == VmState::Starting ? State::Waiting : State::Unknown;
        return lamp;
    }
    switch (entry.report->verdict) {
    case Verdict::Verified:
        lamp.state = State::Good;
        break;
    case Verdict::Degraded:
        lamp.state = State::Warned;
        break;
    case Verdict::Failing:
        lamp.state = State::Bad;
        break;
    case Verdict::Starting:
        lamp.state = State::Waiting;
        break;
    case Verdict::Unknown:
        break;
    }
    if (entry.report->failure)
        lamp.toolTip = entry.report->failure->summary;
    return lamp;
}

} // namespace

Icon Lamp::icon() const
{
    switch (state) {
    case State::Good:
        return Icon::Check;
    case State::Warned:
        return Icon::Triangle;
    case State::Bad:
        return Icon::Cross;
    case State::Waiting:
        return Icon::Clock;
    case State::Unknown:
        return Icon::Question;
    case State::Off:
        break;
    }
    return Icon::Square;
}

QColor Lamp::color(const ThemeColors &colors) const
{
    switch (state) {
    case State::Good:
        return colors.verified;
    case State::Warned:
        return colors.warning;
    case State::Bad:
        return colors.failing;
    case State::Waiting:
        return colors.starting;
    case State::Unknown:
    case State::Off:
        break;
    }
    return colors.neutral;
}

QString Lamp::stateWord() const
{
    switch (state) {
    case State::Good:
        return Text::tr("good");
    case State::Warned:
        return Text::tr("warning");
    case State::Bad:
        return Text::tr("failed");
    case State::Waiting:
        return Text::tr("waiting");
    case State::Unknown:
        return Text::tr("unknown");
    case State::Off:
        break;
    }
    return Text::tr("off");
}

std::array<Lamp, 4> lampsOf(const VmEntry &entry)
{
    return {processLamp(entry.vm), vmmLamp(entry.vm), guestLamp(entry), desktopLamp(entry)};
}

} // namespace portlight
