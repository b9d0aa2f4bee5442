// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/StatusLine.h"

#include "fleet/VmListModel.h"
#include "settings/Icons.h"
#include "settings/Theme.h"
#include "window/HumanText.h"
#include "window/JobRunner.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace portlight {

namespace {

QString stateText(const Job &job)
{
    switch (job.state()) {
    case Job::State::Running:
        return StatusLine::tr("running");
    case Job::State::Succeeded:
        return StatusLine::tr("done");
    case Job::State::Failed:
        return StatusLine::tr("failed");
    case Job::State::Cancelled:
        break;
    }
    return StatusLine::tr("cancelled");
}

Icon stateIcon(Job::State state)
{
    switch (state) {
    case Job::State::Running:
        return Icon::Clock;
    case Job::State::Succeeded:
        return Icon::Check;
    case Job::State::Failed:
        return Icon::Cross;
    case Job::State::Cancelled:
        break;
    }
    return Icon::Square;
}

} // namespace

StatusLine::StatusLine(VmListModel &model, JobRunner &jobs, QWidget *parent)
    : QStatusBar(parent)
    , m_model(model)
    , m_jobs(jobs)
    , m_icon(new QLabel(this))
    , m_machine(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_jobButton(new QPushButton(this))
    , m_jobMenu(new QMenu(this))
{
    setSizeGripEnabled(false);
    m_jobButton->setProperty("quiet", true);
    m_jobButton->setProperty("status", true);
    m_jobButton->setMenu(m_jobMenu);
    m_jobButton->setAccessibleName(tr("Jobs"));
    m_icon->setContentsMargins(12, 0, 0, 0);
    m_counts->setContentsMargins(10, 0, 0, 0);
    addWidget(m_icon);
    addWidget(m_machine);
    addWidget(m_counts);
    addPermanentWidget(m_jobButton);
    connect(&model, &VmListModel::changed, this, &StatusLine::refreshCounts);
    connect(this, &QStatusBar::messageChanged, this, [this] {
        refreshCounts();
        refreshTheme();
    });
    connect(&jobs, &JobRunner::jobStarted, this, &StatusLine::refreshJobs);
    connect(&jobs, &JobRunner::jobFinished, this, &StatusLine::refreshJobs);
    connect(m_jobMenu, &QMenu::aboutToShow, this, &StatusLine::fillJobMenu);
    refreshCounts();
    refreshJobs();
    refreshTheme();
}

void StatusLine::setHostFacts(const HostFacts &facts)
{
    m_good = facts.engineFound;
    const QString free = HumanText::size(facts.diskFree);
    m_machineText = facts.engineFound ? tr("This machine: QEMU found, %1 free").arg(free)
                                      : tr("This machine: QEMU is missing, %1 free").arg(free);
    m_machine->setToolTip(facts.engineFound ? QString() : facts.engineProblem + QLatin1Char(' ') + facts.engineHint);
    refreshTheme();
}

void StatusLine::setProblem(const QString &text)
{
    if (text == m_problem)
        return;
    m_problem = text;
    refreshTheme();
}

QString StatusLine::machineText() const
{
    return m_machine->text();
}

QString StatusLine::jobsText() const
{
    return m_jobButton->text();
}

void StatusLine::refreshCounts()
{
    const int count = m_model.rowCount();
    // A passing message takes the place of the labels; one shown again meanwhile would be painted over it.
    m_counts->setVisible(count > 0 && currentMessage().isEmpty());
    m_counts->setText(
        tr("%1 · %2").arg(tr("%n VM(s)", nullptr, count), tr("%n verified", nullptr, m_model.verifiedCount())));
}

void StatusLine::refreshJobs()
{
    const int running = m_jobs.runningCount();
    m_jobButton->setText(running == 0 ? tr("No jobs running") : tr("%n job(s) running", nullptr, running));
}

void StatusLine::fillJobMenu()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    m_jobMenu->clear();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (auto job = m_jobs.jobs().crbegin(); job != m_jobs.jobs().crend(); ++job) {
        if ((*job)->isQuiet())
            continue;
        QAction *item = m_jobMenu->addAction(
            Icons::icon(stateIcon((*job)->state()), colors.text),
            tr("%1 · %2 · %3").arg((*job)->title(), stateText(**job), HumanText::ago((*job)->started(), now)));
        item->setToolTip((*job)->error() ? (*job)->error()->text() : HumanText::exact((*job)->started()));
    }
    m_jobMenu->setToolTipsVisible(true);
    if (m_jobMenu->isEmpty())
        m_jobMenu->addAction(tr("Nothing has been done yet."))->setEnabled(false);
}

void StatusLine::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshTheme(); }, Qt::QueuedConnection);
    QStatusBar::changeEvent(event);
}

void StatusLine::refreshTheme()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    const bool good = m_good && m_problem.isEmpty();
    m_machine->setText(m_problem.isEmpty() ? m_machineText : m_problem);
    m_icon->setVisible(!m_machine->text().isEmpty() && currentMessage().isEmpty());
    m_icon->setPixmap(Icons::pixmap(good ? Icon::Check : Icon::Cross, ThemeMetrics::length(14, font()),
                                    good ? colors.verified : colors.failing, devicePixelRatioF()));
    for (QLabel *label : {m_machine, m_counts}) {
        ThemeColors::setTextColor(label, colors.dim);
        label->setFont(ThemeMetrics::font(font(), 12));
    }
    m_jobButton->setFont(ThemeMetrics::font(font(), 12));
}

} // namespace portlight
