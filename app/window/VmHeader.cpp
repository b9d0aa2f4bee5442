// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/VmHeader.h"

#include "settings/Icons.h"
#include "settings/Theme.h"
#include "window/BadgeLabel.h"
#include "window/ElidedLabel.h"
#include "window/HeaderText.h"
#include "window/LampRow.h"
#include "window/PageTabs.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace portlight {

namespace {

Icon iconOf(VmAction action)
{
    switch (action) {
    case VmAction::Verify:
        return Icon::ShieldCheck;
    case VmAction::Start:
    case VmAction::Resume:
        return Icon::Play;
    case VmAction::Stop:
        return Icon::Stop;
    case VmAction::Restart:
        return Icon::Restart;
    case VmAction::Pause:
        return Icon::Pause;
    case VmAction::Destroy:
        return Icon::Trash;
    }
    return Icon::Question;
}

} // namespace

VmHeader::VmHeader(QMenu *more, QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_badge(new BadgeLabel(this))
    , m_sentence(new ElidedLabel(this))
    , m_lamps(new LampRow(this))
    , m_tabs(new PageTabs(this))
    , m_more(new QPushButton(this))
{
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_tabs->addTab(tr("Desktop"));
    m_tabs->addTab(tr("Console"));
    m_tabs->addTab(tr("Details"));
    m_tabs->setAccessibleName(tr("Pages of the VM"));
    buildButtons(more);
    buildLayout();
    refreshTheme();
}

void VmHeader::buildButtons(QMenu *more)
{
    const std::pair<VmAction, QString> buttons[] = {
        {VmAction::Verify, tr("Verify")},
        {VmAction::Start, tr("Start")},
        {VmAction::Resume, tr("Resume")},
        {VmAction::Stop, tr("Stop")},
    };
    for (const auto &[action, text] : buttons) {
        auto *button = new QPushButton(text, this);
        button->setIconSize(ThemeMetrics::buttonIcon(font()));
        connect(button, &QPushButton::clicked, this, [this, action = action] { Q_EMIT actionRequested(action); });
        m_buttons.insert(action, button);
    }
    m_buttons[VmAction::Verify]->setToolTip(tr("Check now whether the desktop is there (F5)."));
    m_buttons[VmAction::Stop]->setToolTip(tr("Ask the guest to shut down; end it if it does not within 20 s."));
    m_more->setProperty("square", true);
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_more->setMenu(more);
}

void VmHeader::buildLayout()
{
    auto *title = new QHBoxLayout;
    title->setSpacing(10);
    title->addWidget(m_name);
    title->addWidget(m_badge);
    title->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addLayout(title);
    words->addWidget(m_sentence);
    words->addWidget(m_lamps);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (const VmAction action : {VmAction::Verify, VmAction::Start, VmAction::Resume, VmAction::Stop})
        buttons->addWidget(m_buttons[action]);
    buttons->addWidget(m_more);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(16, 12, 16, 0);
    top->setSpacing(24);
    top->addLayout(words, 1);
    top->addLayout(buttons);
    top->setAlignment(buttons, Qt::AlignTop);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(12, 6, 12, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1); // the hairline
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(tabs);
}

void VmHeader::setEntry(const VmEntry &entry, bool busy)
{
    const HeaderText text = HeaderText::of(entry, QDateTime::currentDateTimeUtc());
    m_name->setText(entry.vm.spec.name, {}, entry.vm.spec.id);
    m_badge->setBadge(VmBadges::of(entry), VmBadges::word(entry));
    m_badge->setToolTip(text.toolTip);
    m_sentence->setText(text.sentence, text.facts, text.toolTip);
    m_lamps->setLamps(lampsOf(entry));
    refreshButtons(entry.vm.state, busy);
}

void VmHeader::refreshButtons(VmState state, bool busy)
{
    const VmActionSet possible = possibleActions(state, busy);
    const VmActionSet wouldBe = possibleActions(state, false);
    const VmActionSet accent = accentAction(state, false);
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button) {
        QPushButton *widget = button.value();
        widget->setVisible(wouldBe.testFlag(button.key()));
        widget->setEnabled(possible.testFlag(button.key()));
        const bool accented = accent.testFlag(button.key());
        if (widget->property("accent").toBool() == accented)
            continue;
        widget->setProperty("accent", accented);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    refreshTheme();
}

QString VmHeader::sentence() const
{
    return m_sentence->wholeText();
}

void VmHeader::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshTheme(); }, Qt::QueuedConnection);
    QWidget::changeEvent(event);
}

void VmHeader::refreshTheme()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    m_name->setFont(ThemeMetrics::font(font(), 20, QFont::DemiBold));
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button) {
        const bool accented = button.value()->property("accent").toBool();
        button.value()->setIcon(
            Icons::icon(iconOf(button.key()), accented ? colors.onAccent : colors.text, colors.dim));
        button.value()->setFont(ThemeMetrics::font(font(), 13, QFont::Medium));
    }
    m_more->setIcon(Icons::icon(Icon::Dots, colors.text));
}

void VmHeader::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.border);
}

} // namespace portlight
