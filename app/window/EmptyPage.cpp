// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/EmptyPage.h"

#include "settings/Icons.h"
#include "settings/Theme.h"
#include "window/HumanText.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace portlight {

namespace {

constexpr int logoSize = 108;
constexpr int textWidth = 460;
constexpr int cardWidth = 332;

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_logo(new QLabel(this))
    , m_title(new QLabel(tr("Is the desktop really there?"), this))
    , m_text(new QLabel(tr("Portlight boots browser VMs, reads their serial console and proves that port 6080 shows a "
                           "living desktop. If it does not, it says why."),
                        this))
    , m_card(new QWidget(this))
{
    m_playIcon = new QLabel(m_card);
    m_cardTitle = new QLabel(tr("Try the demo"), m_card);
    m_cardText = new QLabel(m_card);
    m_problem = new QLabel(m_card);
    m_demo = new QPushButton(m_card);
    m_demo->setProperty("accent", true);
    build();
    setImageNeeded(true, 0);
    refreshButton();
    refreshTheme();
    connect(m_demo, &QPushButton::clicked, this, &EmptyPage::demoRequested);
}

void EmptyPage::build()
{
    m_logo->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFixedWidth(ThemeMetrics::length(textWidth, font()));
    for (QLabel *label : {m_text, m_cardText, m_problem})
        label->setWordWrap(true);
    m_problem->hide();
    auto *title = new QHBoxLayout;
    title->setSpacing(6);
    title->addWidget(m_playIcon);
    title->addWidget(m_cardTitle, 1);
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(16, 14, 16, 14);
    card->setSpacing(10);
    card->addLayout(title);
    card->addWidget(m_cardText);
    card->addWidget(m_problem);
    card->addWidget(m_demo, 0, Qt::AlignLeft);
    m_card->setFixedWidth(ThemeMetrics::length(cardWidth, font()));
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_logo, 0, Qt::AlignHCenter);
    layout->addSpacing(20);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addSpacing(6);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(16);
    layout->addWidget(m_card, 0, Qt::AlignHCenter);
    layout->addStretch(1);
}

void EmptyPage::setImageNeeded(bool needed, qint64 bytes)
{
    if (!needed)
        m_cardText->setText(
            tr("Boots the desktop image on this machine and shows its desktop. Nothing else is needed."));
    else if (bytes > 0)
        m_cardText->setText(tr("Builds a small image (%1, a few minutes) and boots it on this machine. Nothing else is "
                               "needed.")
                                .arg(HumanText::size(bytes)));
    else
        m_cardText->setText(tr("Builds a small image in a few minutes and boots it on this machine. Nothing else is "
                               "needed."));
    m_demo->setText(needed ? tr("Build and boot") : tr("Boot"));
    fitTexts();
}

void EmptyPage::setHostFacts(const HostFacts &facts)
{
    m_possible = facts.engineFound;
    m_problem->setText((facts.engineProblem + u' ' + facts.engineHint).trimmed());
    m_problem->setVisible(!m_possible);
    fitTexts();
    refreshButton();
}

void EmptyPage::setDemoRunning(bool running)
{
    m_running = running;
    refreshButton();
}

/// Centred items of a layout do not get the height that their wrapped text needs by themselves.
void EmptyPage::fitTexts()
{
    m_text->setMinimumHeight(m_text->heightForWidth(ThemeMetrics::length(textWidth, font())));
    const int width = ThemeMetrics::length(cardWidth, font());
    for (QLabel *label : {m_cardText, m_problem})
        label->setMinimumHeight(std::max(0, label->heightForWidth(width - 32)));
    m_card->setMinimumHeight(m_card->layout()->totalHeightForWidth(width));
}

void EmptyPage::refreshButton()
{
    m_demo->setEnabled(m_possible && !m_running);
}

void EmptyPage::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshTheme(); }, Qt::QueuedConnection);
    QWidget::changeEvent(event);
}

void EmptyPage::refreshTheme()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    const auto length = [this](int pixels) {
        return ThemeMetrics::length(pixels, font());
    };
    m_logo->setPixmap(Icons::pixmap(Icon::Logo, length(logoSize), colors.accent, devicePixelRatioF()));
    m_playIcon->setPixmap(Icons::pixmap(Icon::Play, length(16), colors.accent, devicePixelRatioF()));
    m_title->setFont(ThemeMetrics::font(font(), 22, QFont::Bold));
    m_cardTitle->setFont(ThemeMetrics::font(font(), 15, QFont::DemiBold));
    ThemeColors::setTextColor(m_text, colors.dim);
    ThemeColors::setTextColor(m_cardText, colors.dim);
    ThemeColors::setTextColor(m_problem, colors.failing);
    fitTexts();
}

void EmptyPage::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace portlight
