// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/HeaderText.h"

#include "desktop/ViewerState.h"
#include "fleet/VmBadge.h"
#include "window/HumanText.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HeaderText)
};

/// What the last climb took; the report's own time also counts the waiting for a guest that boots.
std::chrono::milliseconds climbTime(const VerifyReport &report)
{
    std::chrono::milliseconds time{0};
    for (const StageResult &stage : report.stages)
        time += stage.elapsed;
    return time;
}

QString verifiedFact(const VmEntry &entry, const QDateTime &now)
{
    const QString ago = HumanText::ago(entry.verifiedAt, now);
    if (!entry.report->isVerified())
        return Text::tr("checked %1").arg(ago);
    return Text::tr("verified %1 in %2").arg(ago, HumanText::span(climbTime(*entry.report)));
}

QString reportSentence(const VerifyReport &report)
{
    if (report.isVerified())
        return Text::tr("The desktop is there.");
    return report.failure ? report.failure->summary : report.sentence();
}

void addReport(HeaderText &text, const VmEntry &entry, const QDateTime &now)
{
    const VerifyReport &report = *entry.report;
    text.sentence = reportSentence(report);
    text.facts.append(entry.probing ? Text::tr("checking again") : verifiedFact(entry, now));
    if (report.desktop)
        text.facts.append(u"%1×%2"_s.arg(report.desktop->width).arg(report.desktop->height));
    text.toolTip = Text::tr("Checked on %1.").arg(HumanText::exact(entry.verifiedAt));
    if (report.failure && !report.failure->fix.isEmpty())
        text.toolTip += u'\n' + report.failure->fix;
}

void addWaiting(HeaderText &text, const VmEntry &entry, const QDateTime &now)
{
    const bool starting = entry.vm.state == VmState::Starting || entry.probing;
    text.sentence = starting ? Text::tr("Waiting for the desktop.") : Text::tr("The desktop has not been checked yet.");
    if (!entry.waitingFor.isEmpty())
        text.facts.append(entry.waitingFor);
    if (entry.vm.machine.started.isValid()) {
        text.facts.append(Text::tr("started %1").arg(HumanText::ago(entry.vm.machine.started, now)));
        text.toolTip = Text::tr("Started on %1.").arg(HumanText::exact(entry.vm.machine.started));
    }
}

} // namespace

HeaderText HeaderText::of(const VmEntry &entry, const QDateTime &now)
{
    HeaderText text;
    switch (entry.vm.state) {
    case VmState::Starting:
    case VmState::Running:
        if (entry.report && entry.vm.state == VmState::Running)
            addReport(text, entry, now);
        else
            addWaiting(text, entry, now);
        break;
    case VmState::Paused:
        text.sentence = Text::tr("The guest stands still until it is resumed.");
        break;
    case VmState::Failed:
    case VmState::Orphaned:
        text.sentence = entry.vm.note.isEmpty() ? notRunningSentence(entry.vm.state) : entry.vm.note;
        break;
    case VmState::Creating:
    case VmState::Stopped:
    case VmState::Stopping:
        text.sentence = notRunningSentence(entry.vm.state);
        break;
    }
    if (!entry.vm.spec.image.isEmpty())
        text.facts.append(Text::tr("%1 image v%2").arg(entry.vm.spec.image).arg(entry.vm.spec.imageVersion));
    return text;
}

} // namespace portlight
