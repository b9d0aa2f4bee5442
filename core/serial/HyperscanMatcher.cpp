// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/HyperscanMatcher.h"

#include "serial/FirstMatchSink.h"
#include "serial/HyperscanPattern.h"

#include <QCryptographicHash>

#include <hs/hs.h>

#include <algorithm>

namespace portlight {

/// Looks at a block as a whole and finds the line of each finding.
class HyperscanMatcher::BlockScanner final : public PatternMatcher::Scanner
{
public:
    explicit BlockScanner(const HyperscanMatcher &matcher)
        : m_matcher(matcher)
    {
        hs_scratch_t *scratch = nullptr;
        if (matcher.m_database && hs_alloc_scratch(matcher.m_database.get(), &scratch) == HS_SUCCESS)
            m_scratch.reset(scratch);
    }

    void scan(const PlainBlock &block, Sink &sink) override
    {
        m_block = &block;
        m_sink = &sink;
        m_line = 0;
        m_lastLine.assign(m_matcher.m_entries.size(), -1);
        m_doubtful.clear();
        if (block.ends.empty())
            return;
        QByteArrayView text(block.text);
        QByteArray ascii;
        if (m_matcher.m_needsUtf8 && !text.isValidUtf8()) {
            ascii = text.toByteArray(); // Hyperscan may do anything with text that is not what it was promised.
            std::replace_if(
                ascii.begin(), ascii.end(), [](char byte) { return uchar(byte) >= 0x80; }, '?');
            text = ascii;
        }
        if (m_scratch)
            hs_scan(m_matcher.m_database.get(), text.data(), unsigned(block.ends.back()), 0, m_scratch.get(),
                    &BlockScanner::onFound, this);
        for (const int pattern : m_matcher.m_always) {
            for (qsizetype line = 0; line < qsizetype(block.ends.size()); ++line)
                m_doubtful.push_back({line, pattern});
        }
        decide();
    }

private:
    struct Doubtful
    {
        qsizetype line = 0;
        int pattern = 0;
    };

    static int onFound(unsigned pattern, unsigned long long, unsigned long long to, unsigned, void *context)
    {
        static_cast<BlockScanner *>(context)->note(pattern, quint32(to));
        return 0;
    }

    void note(unsigned pattern, quint32 to)
    {
        const auto &ends = m_block->ends;
        if (m_line > 0 && to <= ends[m_line - 1])
            m_line = size_t(std::lower_bound(ends.begin(), ends.end(), to) - ends.begin());
        while (ends[m_line] < to)
            ++m_line;
        const auto line = qsizetype(m_line);
        if (m_lastLine[pattern] == line)
            return;
        m_lastLine[pattern] = line;
        if (m_matcher.m_entries[pattern].certain)
            m_sink->found(int(pattern), line);
        else
            m_doubtful.push_back({line, int(pattern)});
    }

    /// Asks the regular expressions where Hyperscan is not sure.
    void decide()
    {
        std::sort(m_doubtful.begin(), m_doubtful.end(), [](const Doubtful &a, const Doubtful &b) {
            return a.line != b.line ? a.line < b.line : a.pattern < b.pattern;
        });
        qsizetype decoded = -1;
        QString text;
        for (const Doubtful &doubtful : m_doubtful) {
            if (!m_sink->wants(doubtful.pattern, doubtful.line))
                continue;
            if (decoded != doubtful.line) {
                decoded = doubtful.line;
                const qsizetype begin = decoded == 0 ? 0 : qsizetype(m_block->ends[size_t(decoded) - 1]) + 1;
                const qsizetype end = m_block->ends[size_t(decoded)];
                text = QString::fromUtf8(m_block->text.constData() + begin, end - begin);
            }
            if (m_matcher.m_entries[size_t(doubtful.pattern)].regex.matches(text))
                m_sink->found(doubtful.pattern, doubtful.line);
        }
    }

    const HyperscanMatcher &m_matcher;
    Scratch m_scratch;
    const PlainBlock *m_block = nullptr;
    Sink *m_sink = nullptr;
    size_t m_line = 0;                 ///< Of the last finding; they come nearly in order.
    std::vector<qsizetype> m_lastLine; ///< Of each pattern: repeats within a line say nothing new.
    std::vector<Doubtful> m_doubtful;
};

void HyperscanMatcher::FreeScratch::operator()(hs_scratch *scratch) const
{
    hs_free_scratch(scratch);
}

HyperscanMatcher::~HyperscanMatcher() = default;

bool HyperscanMatcher::worksHere()
{
    return hs_valid_platform() == HS_SUCCESS;
}

std::unique_ptr<HyperscanMatcher> HyperscanMatcher::make(const QList<LinePattern> &patterns, const QString &cacheFolder)
{
    std::unique_ptr<HyperscanMatcher> matcher(new HyperscanMatcher);
    for (const LinePattern &pattern : patterns)
        matcher->add(pattern);
    const HyperscanCache cache(matcher->m_expressions.empty() ? QString() : cacheFolder);
    const QByteArray key = cache.isOn() ? matcher->cacheKey() : QByteArray();
    matcher->m_database = cache.read(key);
    if (matcher->m_database)
        return matcher;
    const size_t expressions = matcher->m_expressions.size();
    if (!matcher->compile(patterns))
        return {};
    // Where Hyperscan knows less than was thought, what is kept would not fit to what is made of the patterns.
    if (matcher->m_database && matcher->m_expressions.size() == expressions)
        cache.write(key, *matcher->m_database);
    return matcher;
}

void HyperscanMatcher::add(const LinePattern &pattern)
{
    const HyperscanPattern rewritten = HyperscanPattern::of(pattern);
    const unsigned flags = HS_FLAG_MULTILINE | (pattern.ignoreCase ? unsigned(HS_FLAG_CASELESS) : 0U) |
                           (rewritten.needsUtf8 ? unsigned(HS_FLAG_UTF8) : 0U);
    const int index = int(m_entries.size());
    m_entries.push_back({});
    if (rewritten.trust == HyperscanPattern::Trust::Exact && addExpression(rewritten.expression, flags)) {
        m_entries.back().certain = true;
        return;
    }
    m_entries.back().regex = LineRegex(pattern);
    if (!m_entries.back().regex.expression().isValid())
        return;
    const bool prefiltered = rewritten.trust != HyperscanPattern::Trust::None &&
                             addExpression(rewritten.expression, flags | HS_FLAG_PREFILTER);
    if (prefiltered)
        return;
    if (pattern.literals.isEmpty())
        m_always.push_back(index);
    for (const QByteArray &literal : pattern.literals) {
        const LinePattern text{QString::fromUtf8(literal), true, true, {}};
        if (!addExpression(HyperscanPattern::of(text).expression, HS_FLAG_CASELESS)) {
            m_always.push_back(index);
            return;
        }
    }
}

bool HyperscanMatcher::addExpression(const QByteArray &text, unsigned flags)
{
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *error = nullptr;
    const bool good = hs_expression_info(text.constData(), flags, &info, &error) == HS_SUCCESS;
    // What matches nothing matches everywhere, and Hyperscan would say so at each byte.
    const bool useful = good && info && info->min_width > 0;
    free(info); // NOLINT: Hyperscan's default allocator is malloc.
    hs_free_compile_error(error);
    if (useful) {
        m_needsUtf8 = m_needsUtf8 || (flags & HS_FLAG_UTF8) != 0;
        m_expressions.push_back({text, flags, int(m_entries.size()) - 1});
    }
    return useful;
}

void HyperscanMatcher::leaveToRegex(int pattern)
{
    std::erase_if(m_expressions, [pattern](const Expression &expression) { return expression.pattern == pattern; });
    m_always.push_back(pattern);
}

/// For any processor, though this one may do more: what Hyperscan 5.4.0 compiles for AVX2 takes twice as long for some
/// dozens of texts in logs, and was not faster for anything that was measured. It still runs the code that fits the
/// processor best.
constexpr hs_platform_info_t Platform = {};

QByteArray HyperscanMatcher::cacheKey() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    hs_platform_info_t here = {};
    hs_populate_platform(&here);
    add(hs_version());
    for (const hs_platform_info_t &platform : {Platform, here}) {
        add(QByteArray::number(platform.tune));
        add(QByteArray::number(platform.cpu_features));
    }
    for (const Expression &expression : m_expressions) {
        add(expression.text);
        add(QByteArray::number(expression.flags));
        add(QByteArray::number(expression.pattern));
    }
    return hash.result().first(KeyBytes).toHex();
}

bool HyperscanMatcher::compile(const QList<LinePattern> &patterns)
{
    while (!m_expressions.empty()) {
        std::vector<const char *> texts;
        std::vector<unsigned> flags;
        std::vector<unsigned> ids;
        for (const Expression &expression : m_expressions) {
            texts.push_back(expression.text.constData());
            flags.push_back(expression.flags);
            ids.push_back(unsigned(expression.pattern));
        }
        hs_database_t *database = nullptr;
        hs_compile_error_t *error = nullptr;
        const auto result = hs_compile_multi(texts.data(), flags.data(), ids.data(), unsigned(texts.size()),
                                             HS_MODE_BLOCK, &Platform, &database, &error);
        const int broken = result == HS_SUCCESS || !error ? -1 : error->expression;
        hs_free_compile_error(error);
        if (result == HS_SUCCESS) {
            m_database.reset(database);
            return true;
        }
        if (broken < 0 || broken >= int(m_expressions.size()))
            return false;
        const int pattern = m_expressions[size_t(broken)].pattern;
        Entry &entry = m_entries[size_t(pattern)];
        entry.certain = false;
        entry.regex = LineRegex(patterns[pattern]);
        leaveToRegex(pattern);
    }
    return true;
}

std::unique_ptr<PatternMatcher::Scanner> HyperscanMatcher::makeScanner() const
{
    return std::make_unique<BlockScanner>(*this);
}

int HyperscanMatcher::firstMatch(QByteArrayView line) const
{
    std::unique_ptr<Scanner> scanner;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            scanner = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (!scanner)
        scanner = makeScanner();
    PlainBlock block;
    block.text = QByteArray::fromRawData(line.data(), line.size());
    block.ends = {quint32(line.size())};
    FirstMatchSink sink;
    scanner->scan(block, sink);
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(scanner));
    return sink.first;
}

} // namespace portlight
