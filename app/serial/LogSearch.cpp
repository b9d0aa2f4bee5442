// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogSearch.h"

#include <QElapsedTimer>

namespace portlight {

namespace {

constexpr qint64 LinesPerLook = 500;
constexpr qint64 SliceMilliseconds = 8;

} // namespace

LogSearch::LogSearch(QObject *parent)
    : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &LogSearch::step);
}

void LogSearch::start(std::shared_ptr<const LineStore> store, const QString &text, qint64 from, int direction)
{
    m_store = std::move(store);
    m_text = text;
    m_begin = m_next = from;
    m_direction = direction;
    m_wrapped = false;
    m_timer.start(0);
}

void LogSearch::cancel()
{
    m_timer.stop();
}

void LogSearch::step()
{
    QElapsedTimer slice;
    slice.start();
    while (slice.elapsed() < SliceMilliseconds) {
        const auto found = m_store->find(m_text, Qt::CaseInsensitive, m_next, m_direction, LinesPerLook);
        if (found.line >= 0) {
            m_timer.stop();
            Q_EMIT finished(found.line, m_wrapped);
            return;
        }
        const bool roundDone = m_wrapped && (m_direction > 0 ? found.next > m_begin : found.next < m_begin);
        if (roundDone || (m_wrapped && found.next < 0)) {
            m_timer.stop();
            Q_EMIT finished(-1, true);
            return;
        }
        m_next = found.next;
        if (found.next < 0) {
            m_wrapped = true;
            m_next = m_direction > 0 ? 0 : m_store->lineCount() - 1;
        }
    }
}

} // namespace portlight
