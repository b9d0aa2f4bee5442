// SPDX-License-Identifier: GPL-3.0-or-later
// Queries as somebody might type them: an error has its place within the text; what is understood finds the same lines
// in one block as line by line, and its negation all others.
#include "serial/LogQuery.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

const QByteArrayList &lines()
{
    static const QByteArrayList all{"",         "a",         "aab",  "a and b", "not (a)", "A1_", "[F] x",
                                    "/usr/bin", "say \"a\"", "- -.", "äÄb",     "aaaa",    "0",   "class:failure",
                                    "€ 5",      "(a)[b]{c}"};
    return all;
}

std::vector<qint64> scan(const LogQuery &query, qsizetype first, qsizetype count)
{
    PlainBlock block;
    block.first = first;
    std::vector<LineClass> classes;
    for (qsizetype line = first; line < first + count; ++line) {
        block.text += lines()[line];
        block.ends.push_back(quint32(block.text.size()));
        block.text += '\n';
        classes.push_back(LineClass(line % 8));
    }
    std::vector<qint64> found;
    LogQuery::Scanner(query).scan(block, classes, found);
    return found;
}

void checkMarks(const LogQuery &query, const QString &line)
{
    int end = 0;
    for (const LogQuery::Match &match : query.matchesIn(line)) {
        require(match.start >= end && match.length > 0);
        end = match.start + match.length;
    }
    require(end <= line.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto query = LogQuery::parse(text);
    if (!query) {
        bool isNumber = false;
        const int at = query.error().detail.toInt(&isNumber);
        require(isNumber && at >= 0 && at <= text.size() && !query.error().summary.isEmpty());
        return 0;
    }
    const std::vector<qint64> found = scan(*query, 0, lines().size());
    std::vector<qint64> oneByOne;
    for (qsizetype line = 0; line < lines().size(); ++line) {
        for (const qint64 match : scan(*query, line, 1))
            oneByOne.push_back(match);
        checkMarks(*query, QString::fromUtf8(lines()[line]));
    }
    require(found == oneByOne);
    if (query->isEmpty())
        return 0;
    const auto negated = LogQuery::parse(u"not ("_s + text + u" )"_s);
    require(!negated || scan(*negated, 0, lines().size()).size() + found.size() == size_t(lines().size()));
    return 0;
}
