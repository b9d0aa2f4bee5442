// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/SoakComparison.h"

#include "serial/AnsiParser.h"

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One line as it is shown. A line may be shown in pieces: when it is very long, or when the connection was lost or the
/// file emptied in the middle of it.
struct Row
{
    qint64 number = 0;
    QByteArray raw;
    bool mayGoOn = false;
    bool afterGap = false;
};

constexpr qint64 BatchLines = 512;

using Stretch = std::vector<Row>; ///< Between two marks of a new beginning.

bool isBeginning(LineMark::Kind kind)
{
    return kind == LineMark::Kind::Truncated || kind == LineMark::Kind::Replaced || kind == LineMark::Kind::Rewritten;
}

QString collect(const LineStore &store, std::vector<Stretch> &all)
{
    all.emplace_back();
    bool afterGap = false;
    const qint64 count = store.lineCount();
    QList<SerialLine> batch; // Each look into the store splits a block of lines anew.
    for (qint64 number = 0; number < count; ++number) {
        if (number % BatchLines == 0)
            batch = store.lines(number, BatchLines);
        const SerialLine line = batch.value(number % BatchLines);
        if (line.number != number || line.dropped)
            return u"line %1 is not there"_s.arg(number);
        if (line.mark.kind != LineMark::Kind::None) {
            if (isBeginning(line.mark.kind))
                all.emplace_back();
            else if (!all.back().empty())
                all.back().back().mayGoOn = true;
            afterGap = line.mark.kind == LineMark::Kind::Gap;
            continue;
        }
        const QByteArray raw = store.rawLine(number);
        if (!line.continues && !line.continuation && line.text != AnsiParser::parse(raw).text)
            return u"line %1 shows \"%2\""_s.arg(number).arg(line.text.left(100));
        all.back().push_back({number, raw, line.continues, std::exchange(afterGap, false)});
    }
    std::erase_if(all, [](const Stretch &stretch) { return stretch.empty(); });
    return {};
}

/// How far the rows are the beginning of this text.
struct Match
{
    bool matches = true;
    bool complete = false;
    qint64 wrongRow = -1;
    QByteArray shown;
    QByteArray expected;
};

Match match(const Stretch &rows, const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    qsizetype line = 0;
    qsizetype done = 0; // Of this line.
    for (size_t i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        // The connection was lost just before a line feed.
        if (row.raw.isEmpty() && row.afterGap && done == 0 && line > 0)
            continue;
        const bool isLast = i + 1 == rows.size();
        const QByteArray expected = line < lines.size() ? lines[line].sliced(done) : QByteArray();
        if (line < lines.size() && row.raw == expected) {
            ++line;
            done = 0;
        } else if (line < lines.size() && (row.mayGoOn || isLast) && expected.startsWith(row.raw)) {
            done += row.raw.size();
        } else {
            return {false, false, row.number, row.raw, expected};
        }
    }
    return {true, line == lines.size(), -1, rows.back().raw,
            line < lines.size() ? lines[line].sliced(done) : QByteArray()};
}

} // namespace

QString compareSoak(const LineStore &store, const std::vector<SoakWriter::Life> &lives, bool complete)
{
    std::vector<Stretch> stretches;
    if (const QString wrong = collect(store, stretches); !wrong.isEmpty())
        return wrong;
    size_t life = 0;
    for (const Stretch &stretch : stretches) {
        Match found{false, false, stretch.front().number, {}, {}};
        for (; life < lives.size() && !found.matches; ++life) {
            if (lives[life].bytes.isEmpty())
                continue;
            found = match(stretch, lives[life].bytes);
            if (complete && !(found.matches && found.complete))
                return u"line %1 of %2 is not the next one of file %3 (begun as %4): \"%5\" instead of \"%6\""_s
                    .arg(found.wrongRow < 0 ? stretch.back().number : found.wrongRow)
                    .arg(store.lineCount())
                    .arg(life)
                    .arg(int(lives[life].begin))
                    .arg(QString::fromLatin1(found.shown.left(200).toPercentEncoding(" #")),
                         QString::fromLatin1(found.expected.left(200).toPercentEncoding(" #")));
        }
        if (!found.matches)
            return u"the lines from %1 on were not written in this order"_s.arg(stretch.front().number);
    }
    for (size_t rest = life; complete && rest < lives.size(); ++rest) {
        if (!lives[rest].bytes.isEmpty())
            return u"nothing of file %1 is shown"_s.arg(rest);
    }
    if (!lives.back().bytes.isEmpty() && (stretches.empty() || !match(stretches.back(), lives.back().bytes).complete))
        return u"the last lines are missing"_s;
    return {};
}

} // namespace portlight
