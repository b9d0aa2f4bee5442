// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/RegexMatcher.h"

#include "serial/FirstMatchSink.h"

#include <algorithm>

namespace portlight {

namespace {

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) { return uchar(byte) < 0x80; });
}

} // namespace

class RegexMatcher::BlockScanner final : public PatternMatcher::Scanner
{
public:
    explicit BlockScanner(const RegexMatcher &matcher)
        : m_matcher(matcher)
    {
    }

    void scan(const PlainBlock &block, Sink &sink) override
    {
        quint32 begin = 0;
        for (size_t line = 0; line < block.ends.size(); ++line) {
            const quint32 end = block.ends[line];
            m_matcher.matchLine(QByteArrayView(block.text).sliced(begin, end - begin), qsizetype(line), m_candidates,
                                sink);
            begin = end + 1;
        }
    }

private:
    const RegexMatcher &m_matcher;
    std::vector<quint8> m_candidates;
};

RegexMatcher::RegexMatcher(const QList<LinePattern> &patterns)
{
    for (const LinePattern &pattern : patterns) {
        const int index = int(m_entries.size());
        Entry entry{LineRegex(pattern), pattern.pattern.toUtf8(), Proof::Maybe};
        QByteArrayList literals = pattern.literals;
        if (pattern.isText && !entry.text.isEmpty() && (isAscii(entry.text) || !pattern.ignoreCase)) {
            entry.proof = pattern.ignoreCase ? Proof::Certain : Proof::CaseMatters;
            literals = {entry.text};
        }
        m_entries.push_back(entry);
        if (!entry.regex.expression().isValid())
            continue;
        if (literals.isEmpty())
            m_always.push_back(index);
        for (const QByteArray &literal : std::as_const(literals))
            m_literals.add(literal, index);
    }
    m_literals.compile();
}

std::unique_ptr<PatternMatcher::Scanner> RegexMatcher::makeScanner() const
{
    return std::make_unique<BlockScanner>(*this);
}

int RegexMatcher::firstMatch(QByteArrayView line) const
{
    std::vector<quint8> candidates;
    FirstMatchSink sink;
    matchLine(line, 0, candidates, sink);
    return sink.first;
}

void RegexMatcher::matchLine(QByteArrayView text, qsizetype line, std::vector<quint8> &candidates, Sink &sink) const
{
    bool any = !m_always.empty();
    const auto mark = [&](int pattern) {
        if (!any || candidates.size() != m_entries.size())
            candidates.assign(m_entries.size(), 0);
        any = true;
        candidates[size_t(pattern)] = 1;
    };
    candidates.clear();
    for (const int pattern : m_always)
        mark(pattern);
    m_literals.search(text, mark);
    if (!any)
        return;
    QString decoded;
    for (size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i] == 0 || !sink.wants(int(i), line))
            continue;
        const Entry &entry = m_entries[i];
        if (entry.proof == Proof::Maybe && decoded.isEmpty())
            decoded = QString::fromUtf8(text);
        const bool matches =
            entry.proof == Proof::Certain ||
            (entry.proof == Proof::CaseMatters ? text.contains(entry.text) : entry.regex.matches(decoded));
        if (matches)
            sink.found(int(i), line);
    }
}

} // namespace portlight
