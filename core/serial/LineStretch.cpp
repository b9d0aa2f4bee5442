// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineStretch.h"

#include "serial/AnsiParser.h"

#include <algorithm>

namespace portlight {

LineStretch::LineStretch(const LineStore::Private &store, qint64 first, qint64 last, qint64 mostBytes)
    : m_first(first)
    , m_last(first + 1)
    , m_firstRead(first)
{
    const LineIndex &index = store.index;
    if (first >= index.size()) {
        planOpenLine(store);
        planWholeLines(store);
        return;
    }
    const auto isMark = [&](size_t block) {
        return store.marks.count(index.block(block).firstLine) > 0;
    };
    size_t block = index.blockOf(first);
    m_clock = index.block(block).clock;
    m_isMark = isMark(block) && index.block(block).firstLine == first;
    if (m_isMark)
        return;
    size_t end = block;
    while (end + 1 < index.blockCount() && index.block(end + 1).firstLine < last && !isMark(end + 1) &&
           index.lastByte(end + 1) - index.block(block).begin <= mostBytes)
        ++end;
    m_last = index.lastLine(end);
    m_end = index.lastByte(end);
    // What a cut line of the guest began with stands a few lines earlier.
    const qint64 carrying = index.block(block).firstLine - index.block(block).carriedLines;
    while (block > 0 && index.block(block).firstLine > carrying && !isMark(block))
        --block;
    const qint64 markLines = isMark(block) ? 1 : 0;
    m_firstRead = index.block(block).firstLine + markLines;
    m_begin = index.block(block).begin + store.markBytes(index.block(block).firstLine);
    m_clock = index.block(block).clock;
    const LineTag tag = index.tag(m_firstRead);
    m_state.continuation = tag.continuation;
    m_state.isVmm = tag.lineClass == LineClass::Vmm;
    m_state.carriedLines = index.block(block).carriedLines;
    if (m_state.carriedLines > 0)
        m_state.carried = " "; // Whatever it was, it belongs to lines before those asked for.
    planWholeLines(store);
}

void LineStretch::planOpenLine(const LineStore::Private &store)
{
    m_isOpen = true;
    m_openTag = store.open.tag;
    m_clock = store.clock;
    m_state = store.open.state;
    m_raw = store.open.raw;
}

void LineStretch::planWholeLines(const LineStore::Private &store)
{
    auto lines = std::upper_bound(store.letGo.begin(), store.letGo.end(), m_first,
                                  [](qint64 line, const ScannedText::LetGo &range) { return line < range.last; });
    for (; lines != store.letGo.end() && lines->first < m_last; ++lines)
        m_whole.push_back(*lines);
    if (!store.open.isStitched && store.firstWaiting() < m_last)
        m_whole.push_back({store.firstWaiting(), m_last});
}

bool LineStretch::showsAll(qint64 line) const
{
    return std::any_of(m_whole.begin(), m_whole.end(),
                       [&](const ScannedText::LetGo &range) { return range.first <= line && line < range.last; });
}

/// Where a line of the hypervisor keeps a part of the guest's, it is a part of its text.
void LineStretch::showAll()
{
    QByteArray text;
    std::vector<quint32> ends;
    for (qint64 line = m_firstRead; line - m_firstRead < m_text.count(); ++line) {
        const ScannedText::Odd *const found = odd(line);
        if (found && found->vmmAt > 0 && showsAll(line))
            text += AnsiParser::plainUtf8(raw(line));
        else
            text += plain(line);
        ends.push_back(quint32(text.size()));
        text += '\n';
    }
    m_text.block.text.swap(text);
    m_text.block.ends.swap(ends);
}

void LineStretch::read(const LogBytes &bytes)
{
    if (m_isMark)
        return;
    auto end = PlainScanner::End::Final;
    if (m_end > m_begin) {
        m_raw = bytes.read(m_begin, m_end - m_begin);
        if (m_raw.size() < m_end - m_begin)
            end = PlainScanner::End::Open;
    }
    ScanState state = m_state;
    PlainScanner::scan(m_raw, end, state, m_text);
}

QByteArrayView LineStretch::raw(qint64 line) const
{
    const auto at = size_t(line - m_firstRead);
    const auto end = at + 1 < m_text.begins.size() ? qsizetype(m_text.begins[at + 1]) : m_text.consumed;
    QByteArrayView bytes = QByteArrayView(m_raw).first(end).sliced(m_text.begins[at]);
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    return bytes;
}

QByteArrayView LineStretch::plain(qint64 line) const
{
    const auto at = size_t(line - m_firstRead);
    const quint32 begin = at > 0 ? m_text.block.ends[at - 1] + 1 : 0;
    return QByteArrayView(m_text.block.text).first(m_text.block.ends[at]).sliced(begin);
}

const ScannedText::Odd *LineStretch::odd(qint64 line) const
{
    const auto at = qint32(line - m_firstRead);
    const auto found = std::lower_bound(m_text.odd.begin(), m_text.odd.end(), at,
                                        [](const ScannedText::Odd &odd, qint32 wanted) { return odd.line < wanted; });
    return found != m_text.odd.end() && found->line == at ? &*found : nullptr;
}

QByteArray LineStretch::stitched(qint64 line, const ScannedText::Odd &odd) const
{
    QByteArray parts = line - odd.stitchedOf < m_firstRead ? m_state.carried : QByteArray();
    for (qint64 part = std::max(m_firstRead, line - odd.stitchedOf); part < line; ++part) {
        if (const auto *vmm = this->odd(part); vmm && vmm->isVmm)
            parts.append(raw(part).first(vmm->vmmAt));
    }
    return parts + raw(line).toByteArray();
}

void LineStretch::take(PlainBlock &block)
{
    const bool hasWhole = std::any_of(m_text.odd.begin(), m_text.odd.end(), [&](const ScannedText::Odd &found) {
        return found.vmmAt > 0 && showsAll(m_firstRead + found.line);
    });
    if (hasWhole)
        showAll();
    block.text.swap(m_text.block.text);
    block.ends.swap(m_text.block.ends);
    block.first = m_first;
    const auto before = std::min(block.ends.size(), size_t(m_first - m_firstRead));
    if (before > 0) {
        const quint32 bytes = block.ends[before - 1] + 1;
        block.text.remove(0, bytes);
        block.ends.erase(block.ends.begin(), block.ends.begin() + qptrdiff(before));
        for (quint32 &end : block.ends)
            end -= bytes;
    }
    const auto lines = size_t(m_last - m_first);
    if (block.ends.size() > lines) {
        block.ends.resize(lines);
        block.text.truncate(block.ends.back() + 1);
    }
    while (block.ends.size() < lines) {
        block.ends.push_back(quint32(block.text.size()));
        block.text.append('\n');
    }
}

} // namespace portlight
