// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Error.h"
#include "base/Progress.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <optional>

namespace portlight {

/// One piece of work that runs on the pool, as the window shows it. Belongs to its JobRunner; GUI thread.
class Job : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Succeeded, Failed, Cancelled };
    Q_ENUM(State)

    Job(QString title, QString key, bool quiet, QObject *parent);

    [[nodiscard]] const QString &title() const { return m_title; }
    /// Groups jobs of which only the newest counts; empty for none.
    [[nodiscard]] const QString &key() const { return m_key; }
    /// Housekeeping that is shown neither as a card nor in the job list.
    [[nodiscard]] bool isQuiet() const { return m_quiet; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    [[nodiscard]] const Progress::Report &report() const { return m_report; }
    /// Why it failed; nothing otherwise.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const QDateTime &started() const { return m_started; }
    [[nodiscard]] qint64 elapsedMilliseconds() const;
    [[nodiscard]] const Cancellation &cancellation() const { return m_cancellation; }

    /// Asks the work to stop; it ends when it notices.
    void cancel();
    [[nodiscard]] bool isCancelling() const { return isRunning() && m_cancellation.isRequested(); }

    /// Called by the runner.
    void takeReport(const Progress::Report &report);
    void finish(const std::optional<Error> &error);

Q_SIGNALS:
    void progressed();
    void finished();

private:
    QString m_title;
    QString m_key;
    bool m_quiet;
    State m_state = State::Running;
    Progress::Report m_report;
    std::optional<Error> m_error;
    Cancellation m_cancellation;
    QDateTime m_started = QDateTime::currentDateTimeUtc();
    QElapsedTimer m_clock;
    qint64 m_elapsed = 0;
};

} // namespace portlight
