// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/Job.h"

#include <utility>

namespace portlight {

Job::Job(QString title, QString key, bool quiet, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_key(std::move(key))
    , m_quiet(quiet)
{
    m_clock.start();
}

qint64 Job::elapsedMilliseconds() const
{
    return isRunning() ? m_clock.elapsed() : m_elapsed;
}

void Job::cancel()
{
    if (!isRunning())
        return;
    m_cancellation.request();
    Q_EMIT progressed();
}

void Job::takeReport(const Progress::Report &report)
{
    if (!isRunning())
        return;
    m_report = report;
    Q_EMIT progressed();
}

void Job::finish(const std::optional<Error> &error)
{
    if (!isRunning())
        return;
    m_elapsed = m_clock.elapsed();
    if (!error)
        m_state = State::Succeeded;
    else
        m_state = error->kind == ErrorKind::Cancelled ? State::Cancelled : State::Failed;
    m_error = m_state == State::Failed ? error : std::nullopt;
    Q_EMIT finished();
}

} // namespace portlight
