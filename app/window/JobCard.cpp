// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/JobCard.h"

#include "settings/Icons.h"
#include "settings/Theme.h"
#include "window/Job.h"
#include "window/JobText.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace portlight {

namespace {

constexpr int cardWidth = 330;

} // namespace

JobCard::JobCard(Job *job, QWidget *parent)
    : FloatingCard(parent)
    , m_job(job)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_percent(new QLabel(this))
    , m_close(new QPushButton(this))
    , m_bar(new QProgressBar(this))
    , m_text(new QLabel(this))
{
    build();
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_job && m_job->isRunning())
            m_job->cancel();
        else
            Q_EMIT dismissed();
    });
    connect(job, &Job::progressed, this, &JobCard::refresh);
    connect(job, &Job::finished, this, &JobCard::refresh);
    refreshTheme();
    refresh();
}

void JobCard::build()
{
    m_title->setTextFormat(Qt::PlainText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_close->setProperty("quiet", true);
    m_close->setProperty("square", true);
    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->setContentsMargins(0, 0, -8, 0); // the cross, not its invisible button, ends above the bar's end
    top->addWidget(m_icon);
    top->addWidget(m_title, 1);
    top->addWidget(m_percent);
    top->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 14);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_bar);
    layout->addWidget(m_text);
    setFixedWidth(ThemeMetrics::length(cardWidth, font()) + 2 * shadow);
}

QString JobCard::text() const
{
    return m_text->text();
}

void JobCard::refresh()
{
    if (!m_job)
        return;
    const bool running = m_job->isRunning();
    const Progress::Report &report = m_job->report();
    m_title->setText(m_job->title());
    m_bar->setValue(int(report.percent * 10));
    m_bar->setVisible(running);
    // Waiting for a guest has no percentage; a standing "0 %" would look stuck.
    m_percent->setVisible(running && report.steps > 0 && report.percent >= 1);
    m_percent->setText(tr("%1 %").arg(QLocale().toString(report.percent, 'f', 0)));
    m_icon->setVisible(!running);
    m_close->setEnabled(!m_job->isCancelling());
    m_close->setToolTip(running ? tr("Cancel") : tr("Dismiss"));
    m_close->setAccessibleName(running ? tr("Cancel: %1").arg(m_job->title()) : tr("Dismiss: %1").arg(m_job->title()));
    if (m_job->isCancelling())
        m_text->setText(tr("Cancelling and cleaning up."));
    else if (running)
        m_text->setText(JobText::stepText(report, std::chrono::milliseconds(m_job->elapsedMilliseconds())));
    else if (m_job->error())
        m_text->setText(m_job->error()->text());
    m_text->setToolTip(m_job->error() ? m_job->error()->detail.right(2000) : QString());
    m_text->setVisible(!m_text->text().isEmpty());
    setAccessibleName(m_job->title());
    setAccessibleDescription(m_text->text());
    adjustSize();
}

void JobCard::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshTheme(); }, Qt::QueuedConnection);
    FloatingCard::changeEvent(event);
}

void JobCard::refreshTheme()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    m_title->setFont(ThemeMetrics::font(font(), 13, QFont::DemiBold));
    ThemeColors::setTextColor(m_percent, colors.dim);
    ThemeColors::setTextColor(m_text, colors.dim);
    m_text->setFont(ThemeMetrics::font(font(), 12));
    m_close->setIcon(Icons::icon(Icon::Cross, colors.dim));
    m_icon->setPixmap(
        Icons::pixmap(Icon::Cross, ThemeMetrics::length(16, font()), colors.failing, devicePixelRatioF()));
}

} // namespace portlight
