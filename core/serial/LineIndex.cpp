// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineIndex.h"

#include <algorithm>
#include <cstring>

namespace portlight {

namespace {

KernelClock clockOf(qint64 stamp, const KernelClock &before, qint64 arrival)
{
    return stamp == LineBatch::Inherited ? before : KernelClock{stamp, arrival};
}

} // namespace

void LineIndex::appendTags(const quint8 *tags, qint64 count)
{
    while (count > 0) {
        const qint64 inPage = m_size % PageLines;
        if (inPage == 0)
            m_pages.push_back(std::make_unique_for_overwrite<quint8[]>(size_t(PageLines)));
        const qint64 part = std::min(count, PageLines - inPage);
        std::memcpy(m_pages.back().get() + inPage, tags, size_t(part));
        m_size += part;
        tags += part;
        count -= part;
    }
}

bool LineIndex::hasRoomFor(qint64 lines, qint64 bytes) const
{
    if (m_blocks.empty())
        return false;
    const Block &last = m_blocks.back();
    return m_size - last.firstLine + lines <= LineBatch::BlockLines &&
           m_end - last.begin + bytes <= LineBatch::BlockBytes;
}

void LineIndex::join(const LineBatch &batch, const KernelClock &clock, qint64 arrival)
{
    const qint64 lines = m_size;
    const qint64 bytes = m_end;
    const bool isMark = !batch.odd.empty() && batch.odd.front().line == 0 && batch.odd.front().nuls > 0;
    for (size_t i = 0; i < batch.blocks.size(); ++i) {
        const LineBatch::Block &added = batch.blocks[i];
        const qint64 nextLine = i + 1 < batch.blocks.size() ? batch.blocks[i + 1].firstLine : batch.count();
        const qint64 nextByte = i + 1 < batch.blocks.size() ? batch.blocks[i + 1].begin : batch.consumed;
        if (i == 0 && !isMark && hasRoomFor(nextLine, nextByte)) {
            Block &last = m_blocks.back();
            last.failures = quint8(last.failures + added.failures);
            last.warnings = quint8(last.warnings + added.warnings);
            last.highest = std::max(last.highest, added.highest);
            continue;
        }
        m_blocks.push_back({lines + added.firstLine, bytes + added.begin, clockOf(added.stamp, clock, arrival),
                            added.failures, added.warnings, added.highest, added.carriedLines});
    }
    appendTags(batch.tags.data(), batch.count());
    m_end += batch.consumed;
}

void LineIndex::appendMark(qint64 bytes, const KernelClock &clock)
{
    m_blocks.push_back({m_size, m_end, clock, 0, 0, Severity::Notice, 0});
    const quint8 tag = LineTag{LineClass::Plain, Severity::Notice, false, false}.packed();
    appendTags(&tag, 1);
    m_end += bytes;
}

void LineIndex::insertMark(qint64 line, qint64 begin, const KernelClock &clock)
{
    const size_t at = blockOf(line);
    const Block old = m_blocks[at];
    Block mark = old;
    mark.firstLine = line;
    mark.begin = begin;
    mark.clock = clock;
    mark.carriedLines = 0;
    const size_t marked = old.firstLine == line ? at : at + 1;
    if (marked == at)
        m_blocks[at] = mark;
    else
        m_blocks.insert(m_blocks.begin() + qsizetype(marked), mark);
    for (size_t i = marked + 1; i < m_blocks.size(); ++i)
        ++m_blocks[i].firstLine;
    const quint8 tag = LineTag{LineClass::Plain, Severity::Notice, false, false}.packed();
    appendTags(&tag, 1);
    for (qint64 i = m_size - 1; i > line; --i)
        m_pages[size_t(i / PageLines)][size_t(i % PageLines)] = packedTag(i - 1);
    m_pages[size_t(line / PageLines)][size_t(line % PageLines)] = tag;
    recount(at);
    recount(marked);
}

void LineIndex::recount(size_t index)
{
    Block &block = m_blocks[index];
    block.failures = block.warnings = 0;
    block.highest = Severity::None;
    for (qint64 line = block.firstLine; line < lastLine(index); ++line) {
        const LineTag found = tag(line);
        block.failures = quint8(block.failures + (found.lineClass == LineClass::Failure ? 1 : 0));
        block.warnings = quint8(block.warnings + (found.lineClass == LineClass::Warning ? 1 : 0));
        block.highest = std::max(block.highest, found.severity);
    }
}

size_t LineIndex::blockOf(qint64 line) const
{
    const auto next = std::upper_bound(m_blocks.begin(), m_blocks.end(), line,
                                       [](qint64 at, const Block &block) { return at < block.firstLine; });
    return size_t(next - m_blocks.begin()) - 1;
}

qint64 LineIndex::linesBefore(qint64 offset) const
{
    const auto next = std::lower_bound(m_blocks.begin(), m_blocks.end(), offset,
                                       [](const Block &block, qint64 at) { return block.begin < at; });
    return next == m_blocks.end() ? m_size : next->firstLine;
}

qint64 LineIndex::memory() const
{
    return qint64(m_pages.size()) * PageLines + qint64(m_blocks.size() * sizeof(Block));
}

} // namespace portlight
