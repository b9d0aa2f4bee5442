// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/HyperscanCache.h"
#include "serial/PatternMatcher.h"
#include "serial/RegexMatcher.h"

#include <memory>
#include <mutex>
#include <vector>

struct hs_scratch;

namespace portlight {

/// One automaton for all patterns (Hyperscan). Patterns it does not know are narrowed down by it (their literals, or
/// HS_FLAG_PREFILTER) and decided by their regular expression, or left to the regular expression alone.
class HyperscanMatcher final : public PatternMatcher
{
public:
    ~HyperscanMatcher() override;

    /// False on processors that Hyperscan does not run on.
    [[nodiscard]] static bool worksHere();
    /// Nothing where Hyperscan fails altogether.
    [[nodiscard]] static std::unique_ptr<HyperscanMatcher> make(const QList<LinePattern> &patterns,
                                                                const QString &cacheFolder = {});

    [[nodiscard]] std::unique_ptr<Scanner> makeScanner() const override;
    [[nodiscard]] int firstMatch(QByteArrayView line) const override;

private:
    static constexpr qsizetype KeyBytes = 16;

    struct FreeScratch
    {
        void operator()(hs_scratch *scratch) const;
    };
    using Scratch = std::unique_ptr<hs_scratch, FreeScratch>;
    class BlockScanner;
    struct Entry
    {
        bool certain = false; ///< What Hyperscan finds needs no second look.
        LineRegex regex;      ///< For the others.
    };
    struct Expression
    {
        QByteArray text;
        unsigned flags = 0;
        int pattern = 0;
    };

    HyperscanMatcher() = default;
    void add(const LinePattern &pattern);
    [[nodiscard]] bool addExpression(const QByteArray &text, unsigned flags);
    void leaveToRegex(int pattern);
    /// Of all that the automaton depends on.
    [[nodiscard]] QByteArray cacheKey() const;
    [[nodiscard]] bool compile(const QList<LinePattern> &patterns);

    std::vector<Entry> m_entries;
    std::vector<Expression> m_expressions;
    std::vector<int> m_always; ///< Patterns that are tried on every line.
    bool m_needsUtf8 = false;
    HyperscanCache::Database m_database; ///< Null when m_expressions is empty.

    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<Scanner>> m_idle; ///< For single lines.
};

} // namespace portlight
