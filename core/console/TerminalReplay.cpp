// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TerminalReplay.h"

#include <algorithm>

namespace portlight {

TerminalReplay::TerminalReplay(std::shared_ptr<LineStore> store)
    : m_store(std::move(store))
{
}

qint64 TerminalReplay::lineBegin(qint64 from, qint64 end) const
{
    constexpr qint64 longestLine = 16 * 1024;
    const qint64 first = m_store->firstKeptByte();
    if (from <= first)
        return std::min(first, end);
    const QByteArray bytes = m_store->rawBytes(from, std::min(longestLine, end - from));
    const qsizetype feed = bytes.indexOf('\n');
    return feed < 0 ? from : from + feed + 1;
}

std::unique_ptr<TerminalScreen> TerminalReplay::begin(int rows, int columns, bool alternate)
{
    auto screen = std::make_unique<TerminalScreen>(rows, columns);
    const qint64 end = m_store->byteCount();
    m_begin = m_next = lineBegin(end - TailBytes, end);
    if (alternate)
        screen->write("\x1b[?1049h");
    (void)advance(*screen, TailBytes);
    (void)screen->takeAnswers(); // to questions of long ago
    (void)screen->takeBell();
    (void)prependOlder(*screen);
    return screen;
}

bool TerminalReplay::advance(TerminalScreen &screen, qint64 most)
{
    const qint64 end = m_store->byteCount();
    if (end - m_next > MostBehind || m_next < m_store->firstKeptByte() || m_next > end)
        return m_next == end;
    const QByteArray bytes = m_store->rawBytes(m_next, std::min(most, end - m_next));
    screen.write(bytes);
    m_next += bytes.size();
    return true;
}

bool TerminalReplay::isAtEnd() const
{
    return m_next >= m_store->byteCount();
}

bool TerminalReplay::prependOlder(TerminalScreen &screen)
{
    if (m_begin <= m_store->firstKeptByte())
        return false;
    const qint64 begin = lineBegin(m_begin - OlderBytes, m_begin);
    const QByteArray bytes = m_store->rawBytes(begin, m_begin - begin);
    if (bytes.isEmpty())
        return false;
    // Two rows: scrolling a small screen is quick, and lines are all that is wanted of it.
    TerminalScreen older(2, screen.columns());
    older.write(bytes);
    m_begin = begin;
    return screen.prependHistory(older.takeLines());
}

} // namespace portlight
