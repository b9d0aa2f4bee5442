// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/AddressDialog.h"

#include "desktop/TargetParser.h"
#include "settings/Theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace portlight {

AddressDialog::AddressDialog(QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(this))
    , m_help(new QLabel(tr("noVNC's address as the browser shows it, ws://, wss:// or vnc://, or HOST:PORT."), this))
    , m_problem(new QLabel(this))
    , m_open(nullptr)
{
    setWindowTitle(tr("Open a desktop by address"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(QStringLiteral("http://host:6080/vnc.html"));
    m_address->setMinimumWidth(ThemeMetrics::length(460, font()));
    for (QLabel *label : {m_help, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *buttons = new QDialogButtonBox(this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    m_open->setProperty("accent", true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(m_help);
    layout->addWidget(m_address);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    m_problem->hide();
    m_open->setEnabled(false);
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_open->setEnabled(!text.trimmed().isEmpty());
        m_problem->hide();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &AddressDialog::read);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refreshLook();
}

void AddressDialog::read()
{
    const Result<DesktopTarget> target = TargetParser::parse(m_address->text().trimmed());
    if (target) {
        m_target = *target;
        m_address->clear(); // it may hold a password
        accept();
        return;
    }
    m_problem->setText(target.error().text());
    m_problem->show();
    m_address->setFocus();
}

QString AddressDialog::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void AddressDialog::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshLook(); }, Qt::QueuedConnection);
    QDialog::changeEvent(event);
}

void AddressDialog::refreshLook()
{
    ThemeColors::setTextColor(m_help, ThemeColors::of(palette()).dim);
    ThemeColors::setTextColor(m_problem, ThemeColors::of(palette()).failing);
}

} // namespace portlight
