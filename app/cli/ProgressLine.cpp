// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ProgressLine.h"

#include <QCoreApplication>

#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 repaintMilliseconds = 100;

qsizetype terminalWidth()
{
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

void put(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    fflush(stderr);
}

QString titleOf(const Progress::Report &report)
{
    return u"[%1/%2] %3"_s.arg(report.step).arg(report.steps).arg(report.title);
}

} // namespace

ProgressLine::ProgressLine()
    : m_terminal(isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (m_lineOpen)
        put(u"\n"_s);
}

void ProgressLine::show(const Progress::Report &report)
{
    const bool newStep = report.step != m_shown.step || report.title != m_shown.title;
    const bool finished = report.percent >= 100 && report.step == m_shown.step;
    if (newStep || finished)
        endStep();
    if (finished) {
        m_shown = {};
        return;
    }
    if (newStep) {
        m_stepTime.start();
        if (!m_terminal)
            put(titleOf(report) + u" …\n"_s);
    }
    m_shown = report;
    if (m_terminal && (newStep || !m_lastPaint.isValid() || m_lastPaint.elapsed() >= repaintMilliseconds))
        rewrite(report);
}

void ProgressLine::endStep()
{
    if (m_shown.step == 0)
        return;
    const QString seconds = QString::number(static_cast<double>(m_stepTime.elapsed()) / 1000, 'f', 1);
    //: %1 is a step such as "[2/6] Installing packages", %2 a time in seconds
    const QString line = QCoreApplication::translate("ProgressLine", "%1: %2 s").arg(titleOf(m_shown), seconds);
    put((m_terminal ? u"\r\033[K"_s : QString()) + line + u'\n');
    m_lineOpen = false;
}

void ProgressLine::rewrite(const Progress::Report &report)
{
    QString line = u"%1 %2 %"_s.arg(titleOf(report)).arg(qRound(report.percent), 3);
    if (!report.detail.isEmpty())
        line += u" · "_s + report.detail;
    put(u"\r\033[K"_s + line.left(terminalWidth() - 1));
    m_lineOpen = true;
    m_lastPaint.start();
}

} // namespace portlight
