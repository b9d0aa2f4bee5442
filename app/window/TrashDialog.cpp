// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/TrashDialog.h"

#include "window/HumanText.h"
#include "window/NewVmDialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace portlight {

TrashDialog::TrashDialog(const QStringList &takenNames, QWidget *parent)
    : QDialog(parent)
    , m_taken(takenNames)
    , m_text(new QLabel(tr("Looking into the trash."), this))
    , m_list(new QListWidget(this))
    , m_log(new QPushButton(tr("Show the log"), this))
    , m_restore(new QPushButton(tr("Restore"), this))
{
    setWindowTitle(tr("Trash"));
    m_text->setWordWrap(true);
    m_list->setAccessibleName(tr("Destroyed VMs"));
    m_restore->setProperty("accent", true);
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_log);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &TrashDialog::restore);
    connect(m_list, &QListWidget::itemActivated, this, &TrashDialog::restore);
    connect(m_list, &QListWidget::currentRowChanged, this, &TrashDialog::refreshButtons);
    connect(m_log, &QPushButton::clicked, this, [this] {
        if (const auto vm = current())
            Q_EMIT logRequested(*vm);
    });
    refreshButtons();
    resize(520, 320);
}

void TrashDialog::setTrash(const QList<TrashedVm> &trash)
{
    m_trash = trash;
    m_list->clear();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const TrashedVm &vm : trash) {
        const qint64 hours = std::max<qint64>(0, now.secsTo(vm.expires) / 3600);
        auto *item = new QListWidgetItem(tr("%1 · destroyed %2 · kept for %3 h more")
                                             .arg(vm.spec.name, HumanText::ago(vm.destroyed, now))
                                             .arg(hours),
                                         m_list);
        item->setToolTip(
            tr("Destroyed on %1, kept until %2.").arg(HumanText::exact(vm.destroyed), HumanText::exact(vm.expires)));
    }
    m_text->setText(trash.isEmpty()
                        ? tr("The trash is empty. Destroyed VMs are kept here for 72 hours.")
                        : tr("These VMs were destroyed and can be brought back, stopped, with their disks."));
    if (!trash.isEmpty())
        m_list->setCurrentRow(0);
}

void TrashDialog::refreshButtons()
{
    const auto vm = current();
    m_restore->setEnabled(vm.has_value());
    m_log->setEnabled(vm && !vm->consoleLog.isEmpty());
    m_log->setToolTip(vm && vm->consoleLog.isEmpty() ? tr("It was never started, so there is no log.") : QString());
}

void TrashDialog::setProblem(const QString &text)
{
    m_text->setText(text);
}

std::optional<TrashedVm> TrashDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_trash.size() ? std::optional<TrashedVm>(m_trash[row]) : std::nullopt;
}

void TrashDialog::restore()
{
    const auto vm = current();
    if (!vm)
        return;
    const QString name = NewVmDialog::freeName(vm->spec.name, m_taken);
    Q_EMIT restoreRequested(*vm, name == vm->spec.name ? QString() : name);
    accept();
}

} // namespace portlight
