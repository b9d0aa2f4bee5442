// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineBatchMaker.h"

#include "serial/KernelStamp.h"
#include "serial/OlderText.h"

#include <algorithm>

namespace portlight {

LineBatchMaker::LineBatchMaker(std::shared_ptr<const LineClassifier> classifier)
    : m_classifier(std::move(classifier))
{
}

void LineBatchMaker::make(QByteArrayView raw, PlainScanner::End end, ScanState &state, LineBatch &batch)
{
    m_text.clear();
    const qint64 carriedLines = state.carriedLines;
    PlainScanner::scan(raw, end, state, m_text);
    m_classifier.findRules(m_text.block);
    batch.consumed = m_text.consumed;
    batch.tags.resize(m_text.block.ends.size());
    describe(carriedLines, batch);
    if (!m_text.block.ends.empty()) {
        const QByteArrayView first = QByteArrayView(m_text.block.text).first(m_text.block.ends.front());
        if (first.size() <= MostEndBytes)
            batch.firstText = first.toByteArray();
    }
    batch.odd.swap(m_text.odd);
    batch.letGo.swap(m_text.letGo);
}

void LineBatchMaker::describe(qint64 carriedLines, LineBatch &batch)
{
    m_isRunning = false;
    auto odd = m_text.odd.cbegin();
    const char *const text = m_text.block.text.constData();
    quint32 begin = 0;
    const size_t count = m_text.block.ends.size();
    for (size_t line = 0; line < count; ++line) {
        const bool isOdd = odd != m_text.odd.cend() && odd->line == qint32(line);
        const bool isMark = isOdd && odd->nuls > 0;
        const bool isFull = batch.blocks.empty() ||
                            qint64(line) - batch.blocks.back().firstLine >= LineBatch::BlockLines ||
                            m_text.begins[line] - batch.blocks.back().begin >= LineBatch::BlockBytes;
        if (isFull || isMark)
            beginBlock(line, carriedLines, batch);
        const quint16 rule = m_classifier.ruleOf(line);
        LineTag tag = rule == BlockClassifier::NoRule ? LineTag() : m_classifier.tagOf(rule);
        carriedLines = 0;
        if (isOdd) {
            if (odd->continuation || isMark)
                tag = {LineClass::Plain, isMark ? Severity::Notice : Severity::None, false, false};
            if (odd->isVmm)
                tag.lineClass = LineClass::Vmm;
            tag.continuation = odd->continuation;
            tag.continues = odd->continues;
            carriedLines = odd->carriedAfter;
        }
        const quint32 end = m_text.block.ends[line];
        if (!(isOdd && (odd->continuation || odd->isVmm))) {
            const QByteArrayView plain(text + begin, qsizetype(end - begin));
            if (noteText(qint64(line), plain, batch) && rule == BlockClassifier::NoRule)
                tag.lineClass = LineClass::Kernel;
        }
        begin = end + 1;
        batch.tags[line] = tag.packed();
        if (isOdd)
            ++odd;
        if (tag.severity == Severity::None && (tag.lineClass == LineClass::Plain || tag.lineClass == LineClass::Kernel))
            continue;
        LineBatch::Block &block = batch.blocks.back();
        block.failures = quint8(block.failures + (tag.lineClass == LineClass::Failure ? 1 : 0));
        block.warnings = quint8(block.warnings + (tag.lineClass == LineClass::Warning ? 1 : 0));
        block.highest = std::max(block.highest, tag.severity);
    }
    for (const LineBatch::Block &block : batch.blocks) {
        batch.failures += block.failures;
        batch.warnings += block.warnings;
    }
}

/// True for a line with a kernel's stamp.
bool LineBatchMaker::noteText(qint64 line, QByteArrayView text, LineBatch &batch)
{
    if (text.startsWith('[')) {
        if (const qint64 stamp = KernelStamp::microseconds(text); stamp >= 0) {
            noteStamp(line, text, stamp, batch);
            return true;
        }
        return false;
    }
    if (!OlderText::mayBeEnd(text))
        return false;
    if (OlderText::isEndOfStamp(text))
        batch.events.push_back({line, KernelEvent::Kind::CutStamp, 0, LineBatch::Inherited, {}});
    const auto next = size_t(line) + 1;
    if (next == m_text.block.ends.size()) {
        if (text.size() <= MostEndBytes)
            batch.lastText = text.toByteArray();
        return false;
    }
    const quint32 begin = m_text.block.ends[next - 1] + 1;
    const QByteArrayView following = QByteArrayView(m_text.block.text).first(m_text.block.ends[next]).sliced(begin);
    if (following.size() <= MostEndBytes && OlderText::isEndOf(text, following))
        batch.events.push_back({line, KernelEvent::Kind::Repeated, 0, LineBatch::Inherited, {}});
    return false;
}

void LineBatchMaker::beginBlock(size_t line, qint64 carriedLines, LineBatch &batch) const
{
    LineBatch::Block block;
    block.firstLine = qint64(line);
    block.begin = m_text.begins[line];
    block.stamp = batch.lastStamp;
    block.carriedLines = quint8(carriedLines);
    batch.blocks.push_back(block);
}

void LineBatchMaker::noteStamp(qint64 line, QByteArrayView text, qint64 stamp, LineBatch &batch)
{
    const auto note = [&](KernelEvent::Kind kind, const QString &kernel = {}) {
        batch.events.push_back({line, kind, stamp, batch.lastStamp, kernel});
        m_isRunning = kind == KernelEvent::Kind::Stamp || kind == KernelEvent::Kind::Back;
    };
    // Behind the stamp, in most kernels: "[    1.322076] reboot: ", "[    0.000000] Linux".
    const bool isUsual = text.size() > 15 && text[13] == ']' && text[14] == ' ';
    const char letter = isUsual ? text[15] : '\0';
    if (stamp < 1'000'000 && (!isUsual || letter == 'L') && KernelStamp::isBanner(text))
        note(KernelEvent::Kind::Banner, KernelStamp::bannerVersion(text));
    else if ((!isUsual || letter == 'r') && KernelStamp::isGoodbye(text))
        note(KernelEvent::Kind::Goodbye);
    else if (!m_isRunning)
        note(KernelEvent::Kind::Stamp);
    else if (stamp < batch.lastStamp)
        note(KernelEvent::Kind::Back);
    batch.lastStamp = stamp;
}

} // namespace portlight
