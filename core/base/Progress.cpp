// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Progress.h"

#include <algorithm>

namespace portlight {

Progress::Progress(Sink sink, Cancellation cancellation)
    : m_sink(std::move(sink))
    , m_cancellation(std::move(cancellation))
{
}

void Progress::begin(QList<Step> steps)
{
    m_steps = std::move(steps);
    m_report = {};
    m_report.steps = static_cast<int>(m_steps.size());
    m_stepPercent = 0;
}

void Progress::next()
{
    if (m_report.step >= m_steps.size())
        return;
    m_report.title = m_steps.at(m_report.step).title;
    m_report.detail.clear();
    ++m_report.step;
    m_stepPercent = 0;
    report();
}

void Progress::setStepPercent(double percent)
{
    m_stepPercent = std::clamp(percent, 0.0, 100.0);
    report();
}

void Progress::setDetail(const QString &detail)
{
    m_report.detail = detail;
    report();
}

void Progress::finish()
{
    m_report.percent = 100;
    m_report.detail.clear();
    if (m_sink)
        m_sink(m_report);
}

void Progress::report()
{
    double total = 0;
    double done = 0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const double weight = std::max(m_steps.at(i).weight, 0.0);
        total += weight;
        if (i < m_report.step - 1)
            done += weight;
        else if (i == m_report.step - 1)
            done += weight * m_stepPercent / 100;
    }
    if (total > 0)
        m_report.percent = std::max(m_report.percent, 100 * done / total);
    if (m_sink)
        m_sink(m_report);
}

} // namespace portlight
