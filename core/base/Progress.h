// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"

#include <QList>
#include <QString>

#include <functional>

namespace portlight {

/// How a blocking operation tells where it is and learns that it should stop. The operation announces its steps with
/// weights, then walks through them; the listener gets one total percentage. Belongs to the operation's thread;
/// the sink is called in that thread.
class Progress
{
public:
    struct Step
    {
        QString title;     ///< Translated, e.g. "Installing packages".
        double weight = 1; ///< Share of the whole, in any unit; seconds of a typical run are good.
    };
    struct Report
    {
        int step = 0;       ///< Counts from 1; 0 before the first step.
        int steps = 0;      ///< How many there are.
        QString title;      ///< Of this step.
        QString detail;     ///< What is done at the moment. May be empty.
        double percent = 0; ///< Of the whole operation, 0 to 100, never falling.
    };
    using Sink = std::function<void(const Report &)>;

    /// A silent progress that nobody cancels, for tests and trivial calls.
    Progress() = default;
    explicit Progress(Sink sink, Cancellation cancellation = {});

    /// Announces the steps and starts over at 0 %.
    void begin(QList<Step> steps);
    /// Finishes the current step and enters the next one (the first call enters the first).
    void next();
    /// Progress within the current step, 0 to 100.
    void setStepPercent(double percent);
    /// What is done at the moment, translated or a file or package name.
    void setDetail(const QString &detail);
    /// Everything is done: 100 %.
    void finish();

    [[nodiscard]] const Cancellation &cancellation() const { return m_cancellation; }
    [[nodiscard]] bool isCancelled() const { return m_cancellation.isRequested(); }

private:
    void report();

    Sink m_sink;
    Cancellation m_cancellation;
    QList<Step> m_steps;
    Report m_report;
    double m_stepPercent = 0;
};

} // namespace portlight
