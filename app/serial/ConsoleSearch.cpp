// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleSearch.h"

namespace portlight {

ConsoleSearch::ConsoleSearch(QObject *parent)
    : QObject(parent)
{
    connect(&m_filter, &LogFilter::changed, this, &ConsoleSearch::linesFound);
    connect(&m_filter, &LogFilter::progressed, this, [this] {
        answer();
        Q_EMIT progressed();
    });
}

void ConsoleSearch::setStore(std::shared_ptr<const LineStore> store)
{
    m_store = std::move(store);
    begin();
}

void ConsoleSearch::setText(const QString &text)
{
    m_text = text;
    m_problem.reset();
    m_query = {};
    if (auto query = LogQuery::parse(text)) {
        m_query = std::move(*query);
    } else {
        bool known = false;
        const int at = query.error().detail.toInt(&known);
        m_problem = {query.error().summary, known ? at : -1};
    }
    begin();
    Q_EMIT queryChanged();
}

void ConsoleSearch::begin()
{
    cancelFind();
    if (m_query.isEmpty())
        m_filter.clear();
    else
        m_filter.start(m_store, m_query);
}

void ConsoleSearch::linesChanged(qint64 first)
{
    m_filter.linesChanged(first);
}

void ConsoleSearch::find(qint64 from, int direction)
{
    if (!m_store || m_query.isEmpty())
        return;
    m_wanted = Wanted{from, direction};
    answer();
}

void ConsoleSearch::answer()
{
    if (!m_wanted)
        return;
    const auto [from, direction] = *m_wanted;
    // Forward, a match is the nearest one as soon as it is known: lines are looked at in their order. Backward, all
    // lines before the place must have been looked at; around the end, all there are.
    const bool known = direction > 0 || m_filter.isFinished() || m_filter.position() > from;
    qint64 line = known && from >= 0 ? lines().next(from, direction) : -1;
    if (!m_filter.isFinished() && line >= m_filter.position())
        line = -1; // What an older search has left.
    const bool wrapped = line < 0;
    if (wrapped) {
        if (!m_filter.isFinished())
            return; // Asked again when more is known.
        line = lines().next(direction > 0 ? 0 : m_store->lineCount() - 1, direction);
    }
    m_wanted.reset();
    Q_EMIT found(line, wrapped && line >= 0);
}

} // namespace portlight
