// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/DetailsPage.h"

#include "settings/Icons.h"
#include "settings/Theme.h"
#include "window/Card.h"
#include "window/HumanText.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QVBoxLayout *column(std::initializer_list<QWidget *> cards)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(16);
    for (QWidget *card : cards)
        layout->addWidget(card);
    layout->addStretch(1);
    return layout;
}

std::pair<Icon, QColor> stageSign(StageStatus status, const ThemeColors &colors)
{
    switch (status) {
    case StageStatus::Passed:
        return {Icon::Check, colors.verified};
    case StageStatus::Failed:
        return {Icon::Cross, colors.failing};
    case StageStatus::Warned:
        return {Icon::Triangle, colors.warning};
    case StageStatus::Skipped:
        break;
    }
    return {Icon::Square, colors.neutral};
}

QString stageText(const StageResult &stage)
{
    QStringList parts;
    if (stage.elapsed.count() > 0 || stage.status == StageStatus::Passed)
        parts.append(HumanText::span(stage.elapsed));
    if (!stage.detail.isEmpty())
        parts.append(stage.detail);
    if (stage.status == StageStatus::Skipped)
        parts.prepend(stageStatusTitle(stage.status));
    return parts.join(u" · "_s);
}

} // namespace

DetailsPage::DetailsPage(QWidget *parent)
    : QScrollArea(parent)
{
    auto *page = new QWidget(this);
    m_vm = new Card(tr("The VM"), page);
    m_desktop = new Card(tr("Its desktop"), page);
    m_files = new Card(tr("Its files"), page);
    m_probe = new Card(tr("The probe saw"), page);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(column({m_vm, m_desktop, m_files}), 5);
    layout->addLayout(column({m_probe}), 4);
    setWidget(page);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Details"));
}

void DetailsPage::setEntry(const VmEntry &entry)
{
    QString shown = QString::fromUtf8(QJsonDocument(entry.vm.toJson()).toJson()) +
                    QString::fromUtf8(QJsonDocument(entry.vm.spec.toJson()).toJson()) +
                    QString::number(entry.vm.machine.pid) + entry.vm.note +
                    entry.verifiedAt.toString(Qt::ISODateWithMs);
    m_entry = entry;
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    refresh();
}

void DetailsPage::refresh()
{
    if (!m_entry)
        return;
    fillVm(m_entry->vm);
    fillDesktop(m_entry->vm);
    fillFiles(m_entry->vm);
    fillProbe();
    for (Card *card : {m_vm, m_desktop, m_files, m_probe})
        card->showRows();
}

void DetailsPage::fillVm(const Vm &vm)
{
    const VmSpec &spec = vm.spec;
    m_vm->clearRows();
    m_vm->addRow(tr("Id"), spec.id, true);
    m_vm->addRow(tr("Image"), tr("%1 v%2").arg(spec.image).arg(spec.imageVersion));
    m_vm->addRow(tr("Engine"), spec.engine == "qemu"_L1 ? tr("QEMU microvm") : spec.engine);
    if (!vm.machine.accelerator.isEmpty()) {
        const QString kind = vm.machine.accelerator == "kvm"_L1 ? tr("KVM") : tr("software emulation (TCG)");
        m_vm->addRow(tr("Processor"),
                     vm.machine.acceleratorNote.isEmpty() ? kind : u"%1. %2"_s.arg(kind, vm.machine.acceleratorNote));
    }
    m_vm->addRow(tr("Memory"), tr("%1 MiB").arg(spec.memoryMiB));
    m_vm->addRow(tr("Processors"), QString::number(spec.processors));
    m_vm->addRow(tr("Created"), HumanText::exact(spec.created));
    if (vm.hasProcess() && vm.machine.started.isValid())
        m_vm->addRow(tr("Started"), HumanText::exact(vm.machine.started));
    m_vm->addRow(tr("Starts so far"), QString::number(spec.boots));
    if (vm.machine.pid > 0)
        m_vm->addRow(tr("Process"), QString::number(vm.machine.pid), true);
    if (!vm.note.isEmpty())
        m_vm->addRow(tr("Note"), vm.note);
}

void DetailsPage::fillDesktop(const Vm &vm)
{
    m_desktop->clearRows();
    const bool known = vm.hasProcess() && !vm.machine.address.isEmpty() && vm.machine.port != 0;
    if (!known) {
        m_desktop->addText(tr("Its address is known once the VM runs."));
        return;
    }
    const QString endpoint = u"%1:%2"_s.arg(vm.machine.address).arg(vm.machine.port);
    m_desktop->addRow(tr("Port 6080"), endpoint, true);
    m_desktop->addRow(tr("In a browser"), u"http://%1/vnc.html"_s.arg(endpoint), true);
    m_desktop->addRow(tr("Reachable by"), vm.machine.openToOtherUsers
                                              ? tr("Every user of this machine, without a password.")
                                              : tr("You alone."));
}

void DetailsPage::fillFiles(const Vm &vm)
{
    m_files->clearRows();
    m_files->addRow(tr("Folder"), vm.folders.data, true);
    m_files->addRow(tr("Based on"), vm.spec.rootDisk, true);
    m_files->addRow(tr("Kernel"), vm.spec.kernel, true);
    if (!vm.machine.consoleLog.isEmpty())
        m_files->addRow(tr("Console log"), vm.machine.consoleLog, true);
    if (!vm.spec.bootArguments.isEmpty())
        m_files->addRow(tr("Boot arguments"), vm.spec.bootArguments, true);
}

void DetailsPage::fillProbe()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    const int size = ThemeMetrics::length(16, font());
    m_probe->clearRows();
    if (!m_entry->report) {
        m_probe->addText(m_entry->vm.hasProcess() ? tr("The desktop has not been checked yet.")
                                                  : tr("A desktop can be checked while the VM runs."));
        return;
    }
    for (const Stage id : allStages()) {
        const StageResult stage = m_entry->report->stage(id);
        const auto [icon, color] = stageSign(stage.status, colors);
        m_probe->addIconRow(Icons::pixmap(icon, size, color, devicePixelRatioF()), stageTitle(id), stageText(stage));
    }
    if (m_entry->report->failure) {
        m_probe->addText(m_entry->report->failure->summary);
        if (!m_entry->report->failure->fix.isEmpty())
            m_probe->addText(m_entry->report->failure->fix);
    }
}

void DetailsPage::changeEvent(QEvent *event)
{
    // Later: making the cards anew deletes widgets that the change is still on its way to.
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(this, &DetailsPage::refresh, Qt::QueuedConnection);
    QScrollArea::changeEvent(event);
}

} // namespace portlight
