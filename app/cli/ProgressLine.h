// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"

#include <QElapsedTimer>

namespace portlight {

/// Shows the progress of one operation on standard error. On a terminal one line is rewritten; elsewhere each step gets
/// a line when it begins. At the end of each step its time is told.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(const Progress::Report &report);

private:
    void endStep();
    void rewrite(const Progress::Report &report);

    const bool m_terminal;
    Progress::Report m_shown;
    QElapsedTimer m_stepTime;
    QElapsedTimer m_lastPaint;
    bool m_lineOpen = false;
};

} // namespace portlight
