// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineRegex.h"
#include "serial/LiteralSearch.h"
#include "serial/PatternMatcher.h"

#include <vector>

namespace portlight {

/// Regular expressions behind one search for all literals, which says which of them are worth trying. Most lines need
/// none at all; plain ASCII text needs none ever.
class RegexMatcher final : public PatternMatcher
{
public:
    explicit RegexMatcher(const QList<LinePattern> &patterns);

    [[nodiscard]] std::unique_ptr<Scanner> makeScanner() const override;
    [[nodiscard]] int firstMatch(QByteArrayView line) const override;

private:
    class BlockScanner;
    /// What finding its literal means for a pattern.
    enum class Proof : quint8 { Maybe, Certain, CaseMatters };
    struct Entry
    {
        LineRegex regex;
        QByteArray text; ///< For CaseMatters.
        Proof proof = Proof::Maybe;
    };

    /// Calls sink.found() for every pattern wanted that the line matches. `candidates` is working memory.
    void matchLine(QByteArrayView text, qsizetype line, std::vector<quint8> &candidates, Sink &sink) const;

    std::vector<Entry> m_entries;
    std::vector<int> m_always;
    LiteralSearch m_literals;
};

} // namespace portlight
