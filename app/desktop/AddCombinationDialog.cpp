// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/AddCombinationDialog.h"

#include "desktop/KeyRecorder.h"
#include "desktop/KeyboardGrab.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace portlight {

AddCombinationDialog::AddCombinationDialog(QWidget *parent)
    : QDialog(parent)
    , m_recorder(new KeyRecorder(this))
{
    setWindowTitle(tr("Add a combination of keys"));
    auto *sentence = new QLabel(tr("Press the keys together, as the guest shall get them. Then add them here."), this);
    sentence->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    m_add->setEnabled(false);
    // Enter and Escape are keys to be recorded: the buttons are for the mouse.
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(sentence);
    layout->addWidget(m_recorder);
    layout->addWidget(buttons);
    connect(m_recorder, &KeyRecorder::recorded, this,
            [this](const KeyCombination &combination) { m_add->setEnabled(!combination.keysyms.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_recorder->setFocus();
}

const KeyCombination &AddCombinationDialog::combination() const
{
    return m_recorder->combination();
}

void AddCombinationDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // Alt+Tab and the like shall be recorded, not done. Where that cannot be, all others still are.
    auto *grab = new KeyboardGrab(m_recorder);
    connect(this, &QDialog::finished, grab, &QObject::deleteLater);
    grab->take();
}

} // namespace portlight
