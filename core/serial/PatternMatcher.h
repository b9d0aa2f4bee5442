// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/PlainBlock.h"

#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

namespace portlight {

/// Something that a line may hold.
struct LinePattern
{
    QString pattern;     ///< Perl-compatible regular expression, or a plain text.
    bool isText = false; ///< `pattern` is a plain text.
    bool ignoreCase = false;
    /// A line that holds none of these (ASCII, in any case) cannot match; empty: nothing is known.
    QByteArrayList literals;
};

/// Which of many patterns the lines of a log match: yes or no per line, never where. One automaton for all patterns
/// (Hyperscan) or regular expressions one by one; whoever asks does not notice. Text is valid UTF-8
/// (AnsiParser::plainUtf8). A broken pattern never matches. Immutable once made; any thread.
class PatternMatcher
{
public:
    enum class Engine { Best, Regex };

    /// What becomes of the findings in a block. Lines count from 0 in the block.
    class Sink
    {
    public:
        virtual ~Sink() = default;
        /// Whether it still matters that `line` matches `pattern`; asked before slow checks.
        [[nodiscard]] virtual bool wants(int pattern, qsizetype line) const = 0;
        /// `line` matches `pattern`. May come more than once, in any order, also where it was not wanted.
        virtual void found(int pattern, qsizetype line) = 0;
    };

    /// One thread's working memory for blocks. Does not outlive its matcher.
    class Scanner
    {
    public:
        virtual ~Scanner() = default;
        virtual void scan(const PlainBlock &block, Sink &sink) = 0;
    };

    virtual ~PatternMatcher() = default;

    [[nodiscard]] virtual std::unique_ptr<Scanner> makeScanner() const = 0;
    /// Index of the first pattern, in the order given to the maker, that the line matches; -1 for none.
    [[nodiscard]] virtual int firstMatch(QByteArrayView line) const = 0;

    /// The best there is in this program and on this processor, or plain regular expressions. What takes long to make
    /// is kept in `cacheFolder` for the next time, unless that is empty.
    [[nodiscard]] static std::unique_ptr<PatternMatcher>
    make(const QList<LinePattern> &patterns, Engine engine = Engine::Best, const QString &cacheFolder = {});
    /// Whether Best is Hyperscan.
    [[nodiscard]] static bool hasHyperscan();
};

} // namespace portlight
