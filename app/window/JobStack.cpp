// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/JobStack.h"

#include "window/JobCard.h"
#include "window/JobRunner.h"

#include <QEvent>
#include <QTimer>

#include <algorithm>

namespace portlight {

namespace {

constexpr int shownAfterMilliseconds = 500;
constexpr int margin = 12;
constexpr int mostCards = 4;

} // namespace

JobStack::JobStack(JobRunner &jobs, QWidget *area)
    : QObject(area)
    , m_area(area)
{
    area->installEventFilter(this);
    connect(&jobs, &JobRunner::jobStarted, this, &JobStack::jobStarted);
    connect(&jobs, &JobRunner::jobFinished, this, &JobStack::jobFinished);
}

void JobStack::jobStarted(Job *job)
{
    if (job->isQuiet())
        return;
    QTimer::singleShot(shownAfterMilliseconds, job, [this, job] {
        if (job->isRunning())
            show(job);
    });
}

void JobStack::show(Job *job)
{
    if (cardOf(job) != nullptr)
        return;
    auto *card = new JobCard(job, m_area);
    connect(card, &JobCard::dismissed, this, [this, card] { remove(card); });
    connect(job, &Job::progressed, this, &JobStack::place);
    m_cards.append(card);
    if (m_cards.size() > mostCards) {
        const auto settled = std::find_if(m_cards.begin(), m_cards.end(),
                                          [](JobCard *old) { return !old->job() || !old->job()->isRunning(); });
        if (settled != m_cards.end())
            remove(*settled);
    }
    card->show();
    place();
}

void JobStack::jobFinished(Job *job)
{
    if (job->isQuiet())
        return;
    if (job->state() == Job::State::Failed)
        show(job);
    else if (JobCard *card = cardOf(job))
        remove(card);
    place();
}

JobCard *JobStack::cardOf(const Job *job) const
{
    const auto found =
        std::find_if(m_cards.begin(), m_cards.end(), [job](JobCard *card) { return card->job() == job; });
    return found != m_cards.end() ? *found : nullptr;
}

void JobStack::remove(JobCard *card)
{
    m_cards.removeOne(card);
    card->hide();
    card->deleteLater();
    place();
}

bool JobStack::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        place();
    return QObject::eventFilter(watched, event);
}

void JobStack::place()
{
    int bottom = m_area->height() - margin + JobCard::shadow / 2;
    for (auto card = m_cards.rbegin(); card != m_cards.rend(); ++card) {
        (*card)->adjustSize();
        (*card)->move(m_area->width() - (*card)->width() - margin + JobCard::shadow / 2, bottom - (*card)->height());
        (*card)->raise();
        bottom = (*card)->y() + JobCard::shadow;
    }
}

} // namespace portlight
