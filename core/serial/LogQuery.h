// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "serial/LineClass.h"
#include "serial/PlainBlock.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace portlight {

/// What to look for in a log, as typed: words and "quoted text" (in any case unless a capital letter stands in it),
/// /regular expressions/ (/…/i in any case, /…/c as written), `and`, `or`, `not`, parentheses; words beside one another
/// without an operator are one text, as typed; quoted texts, expressions and classes beside one another must all be
/// there. `class:failure`, `class:vmm` … mean lines of a class. An empty query matches every line. Immutable; any
/// thread.
class LogQuery
{
public:
    /// Errors: "query.invalid" (Usage); the sentence names what is wrong and at which character (`at`, from 0, is in
    /// Error::detail as a number).
    [[nodiscard]] static Result<LogQuery> parse(const QString &text);
    LogQuery();
    ~LogQuery();
    LogQuery(const LogQuery &);
    LogQuery &operator=(const LogQuery &);

    [[nodiscard]] const QString &text() const;
    [[nodiscard]] bool isEmpty() const;
    /// Where the query's own texts and expressions (those not under a `not`) stand in a line: start and length in
    /// UTF-16 units, sorted, without overlap; for marking matches on screen.
    struct Match
    {
        int start = 0;
        int length = 0;
        friend bool operator==(const Match &, const Match &) = default;
    };
    [[nodiscard]] QList<Match> matchesIn(const QString &lineText) const;

    /// One thread's working memory for looking at many lines.
    class Scanner
    {
    public:
        explicit Scanner(const LogQuery &query);
        ~Scanner();
        Scanner(const Scanner &) = delete;
        Scanner &operator=(const Scanner &) = delete;
        /// Which lines of the block match: appends their numbers (in the store) to `lines`, ascending.
        /// `classes` has one entry per line of the block.
        void scan(const PlainBlock &block, const std::vector<LineClass> &classes, std::vector<qint64> &lines);

    private:
        struct Private;
        std::unique_ptr<Private> d;
    };

private:
    struct Private;
    std::shared_ptr<const Private> d;
};

} // namespace portlight
