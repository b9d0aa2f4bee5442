// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QWidget>

namespace portlight {

class Job;
class JobCard;
class JobRunner;

/// Puts a card per job into the lower right corner of a widget. Short work shows no card; failures always do.
class JobStack : public QObject
{
    Q_OBJECT

public:
    JobStack(JobRunner &jobs, QWidget *area);

    [[nodiscard]] const QList<JobCard *> &cards() const { return m_cards; }
    /// Shows a job's card at once.
    void show(Job *job);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void jobStarted(Job *job);
    void jobFinished(Job *job);
    void remove(JobCard *card);
    [[nodiscard]] JobCard *cardOf(const Job *job) const;
    void place();

    QWidget *m_area;
    QList<JobCard *> m_cards;
};

} // namespace portlight
