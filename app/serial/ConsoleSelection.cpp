// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleSelection.h"

#include "serial/ConsoleTexts.h"

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

ConsoleSelection::Range ConsoleSelection::rangeIn(qint64 line, int length) const
{
    if (isEmpty() || line < first().line || line > last().line)
        return {};
    const int from = line == first().line ? std::min(first().column, length) : 0;
    const int to = line == last().line ? std::min(last().column, length) : length;
    return {from, std::max(0, to - from)};
}

QString ConsoleSelection::shown(const SerialLine &line)
{
    return line.mark.kind != LineMark::Kind::None ? ConsoleTexts::mark(line.mark) : line.text;
}

void ConsoleSelection::append(QString &text, const SerialLine &line, Range part, Form form)
{
    const QString whole = shown(line);
    if (form.numbers && !line.continuation)
        text += u"%1\t"_s.arg(line.fileLine > 0 ? QString::number(line.fileLine) : QString());
    if (form.times && !line.continuation)
        text += ConsoleTexts::sinceBoot(line) + u'\t';
    text += QStringView(whole).mid(part.start, part.length);
}

std::optional<QString> ConsoleSelection::text(const LineStore &store, const LineSet *only, Form form) const
{
    constexpr qint64 LinesAtOnce = 1000;
    QString result;
    if (isEmpty())
        return result;
    // A line has its line feed at least: what cannot fit need not be read.
    const qint64 count = only ? only->rowOf(last().line) - only->rowOf(first().line) : last().line - first().line;
    if (count > MostCharacters)
        return std::nullopt;
    for (qint64 at = first().line; at <= last().line; at += LinesAtOnce) {
        for (const SerialLine &line : store.lines(at, std::min(LinesAtOnce, last().line - at + 1))) {
            const bool untouched = line.number == last().line && last().column == 0;
            if (untouched || (only && !only->contains(line.number)))
                continue;
            append(result, line, rangeIn(line.number, int(shown(line).size())), form);
            if (line.number < last().line && !line.continues)
                result += u'\n';
        }
        if (result.size() > MostCharacters)
            return std::nullopt;
    }
    return result;
}

} // namespace portlight
