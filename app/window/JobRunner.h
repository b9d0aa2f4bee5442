// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "window/Job.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace portlight {

/// Runs the core's blocking operations on a pool of threads of its own: progress and results arrive in the GUI
/// thread, cancelling is passed on, and of jobs with the same key only the newest delivers its result (generation
/// numbers), so that nothing stale reaches the window. GUI thread, except for what is said of `work`.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString title;      ///< Translated, e.g. "Starting demo".
        QString key;        ///< A newer job with the same key makes this one's result worthless. Empty: none does.
        bool quiet = false; ///< Housekeeping, see Job::isQuiet().
    };
    template <typename T>
    using Work = std::function<Result<T>(Progress &)>;
    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    explicit JobRunner(QObject *parent = nullptr);
    /// Cancels everything and waits; no result is delivered any more.
    ~JobRunner() override;

    /// Runs `work` in a pool thread, then `done` in the GUI thread unless `context` is gone, the job is stale, or this
    /// object is gone. The job is deleted by the runner some time after it finished.
    template <typename T>
    Job *run(const Options &options, Work<T> work, QObject *context, Done<T> done);

    [[nodiscard]] const QList<Job *> &jobs() const { return m_jobs; }
    /// Those that people should know of.
    [[nodiscard]] int runningCount() const;
    /// Cancels the running jobs with this key; their results are dropped.
    void cancel(const QString &key);
    void cancelAll();

Q_SIGNALS:
    void jobStarted(portlight::Job *job);
    /// After the result was delivered.
    void jobFinished(portlight::Job *job);

private:
    class ProgressMail;
    Job *add(const Options &options);
    [[nodiscard]] std::unique_ptr<Progress> progressFor(Job *job);
    /// In the GUI thread: was it the newest with its key?
    [[nodiscard]] bool isCurrent(const QString &key, quint64 generation) const;
    [[nodiscard]] quint64 nextGeneration(const QString &key);
    void finish(Job *job, const std::optional<Error> &error);
    void forgetOldJobs();

    QThreadPool m_pool;
    QList<Job *> m_jobs;
    QHash<QString, quint64> m_generations;
};

template <typename T>
Job *JobRunner::run(const Options &options, Work<T> work, QObject *context, Done<T> done)
{
    cancel(options.key);
    Job *job = add(options);
    const quint64 generation = nextGeneration(options.key);
    std::shared_ptr<Progress> progress = progressFor(job);
    const QPointer<QObject> receiver(context);
    // `deliver` is only called through the event loop of this object, which outlives the pool's threads.
    auto deliver = [this, job, receiver, generation, done = std::move(done)](const Result<T> &result) {
        if (receiver && isCurrent(job->key(), generation) && done)
            done(result);
        finish(job, result ? std::nullopt : std::optional<Error>(result.error()));
    };
    m_pool.start([this, progress, work = std::move(work), deliver = std::move(deliver)]() mutable {
        auto result = std::make_shared<Result<T>>(work(*progress));
        QMetaObject::invokeMethod(
            this, [result, deliver = std::move(deliver)] { deliver(*result); }, Qt::QueuedConnection);
    });
    Q_EMIT jobStarted(job);
    return job;
}

} // namespace portlight
