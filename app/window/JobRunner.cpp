// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/JobRunner.h"

#include <QMutex>

#include <algorithm>

namespace portlight {

namespace {

/// Jobs mostly wait for a host, so there may be many more of them than processors.
constexpr int mostThreads = 24;
constexpr int mostRemembered = 30;

} // namespace

/// Carries the newest report from the worker to the window: however often the work reports, at most one message is
/// under way.
class JobRunner::ProgressMail : public std::enable_shared_from_this<ProgressMail>
{
public:
    ProgressMail(QObject *runner, Job *job)
        : m_runner(runner)
        , m_job(job)
    {
    }

    void post(const Progress::Report &report)
    {
        const QMutexLocker lock(&m_mutex);
        m_report = report;
        if (std::exchange(m_underWay, true))
            return;
        QMetaObject::invokeMethod(
            m_runner, [self = shared_from_this()] { self->deliver(); }, Qt::QueuedConnection);
    }

private:
    void deliver()
    {
        Progress::Report report;
        {
            const QMutexLocker lock(&m_mutex);
            report = m_report;
            m_underWay = false;
        }
        if (m_job)
            m_job->takeReport(report);
    }

    QObject *m_runner;
    QPointer<Job> m_job;
    QMutex m_mutex;
    Progress::Report m_report;
    bool m_underWay = false;
};

JobRunner::JobRunner(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(mostThreads);
    m_pool.setObjectName(QStringLiteral("jobs"));
}

JobRunner::~JobRunner()
{
    cancelAll();
    m_pool.waitForDone();
}

Job *JobRunner::add(const Options &options)
{
    auto *job = new Job(options.title, options.key, options.quiet, this);
    m_jobs.append(job);
    return job;
}

std::unique_ptr<Progress> JobRunner::progressFor(Job *job)
{
    auto mail = std::make_shared<ProgressMail>(this, job);
    return std::make_unique<Progress>([mail](const Progress::Report &report) { mail->post(report); },
                                      job->cancellation());
}

bool JobRunner::isCurrent(const QString &key, quint64 generation) const
{
    return key.isEmpty() || m_generations.value(key) == generation;
}

quint64 JobRunner::nextGeneration(const QString &key)
{
    return key.isEmpty() ? 0 : ++m_generations[key];
}

void JobRunner::cancel(const QString &key)
{
    if (key.isEmpty())
        return;
    ++m_generations[key];
    for (Job *job : std::as_const(m_jobs)) {
        if (job->key() == key)
            job->cancel();
    }
}

void JobRunner::cancelAll()
{
    for (Job *job : std::as_const(m_jobs))
        job->cancel();
}

int JobRunner::runningCount() const
{
    return int(std::count_if(m_jobs.begin(), m_jobs.end(),
                             [](const Job *job) { return job->isRunning() && !job->isQuiet(); }));
}

void JobRunner::finish(Job *job, const std::optional<Error> &error)
{
    job->finish(error);
    Q_EMIT jobFinished(job);
    forgetOldJobs();
}

void JobRunner::forgetOldJobs()
{
    // Quiet jobs go at once; of the others the last few stay for the job list.
    int kept = 0;
    for (auto index = m_jobs.size() - 1; index >= 0; --index) {
        Job *job = m_jobs[index];
        if (job->isRunning() || (!job->isQuiet() && ++kept <= mostRemembered))
            continue;
        m_jobs.removeAt(index);
        job->deleteLater();
    }
}

} // namespace portlight
