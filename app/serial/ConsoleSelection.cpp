// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleSelection.h"

#include "serial/ConsoleTexts.h"

#include <algorithm>

namespace portlight {

ConsoleSelection::Range ConsoleSelection::rangeIn(qint64 line, int length) const
{
    if (isEmpty() || line < first().line || line > last().line)
        return {};
    const int from = line == first().line ? std::min(first().column, length) : 0;
    const int to = line == last().line ? std::min(last().column, length) : length;
    return {from, std::max(0, to - from)};
}

QString ConsoleSelection::text(const LineStore &store) const
{
    constexpr qint64 LinesAtOnce = 1000;
    QString result;
    if (isEmpty())
        return result;
    for (qint64 at = first().line; at <= last().line && result.size() < MostCharacters; at += LinesAtOnce) {
        for (const SerialLine &line : store.lines(at, std::min(LinesAtOnce, last().line - at + 1))) {
            const bool isMark = line.mark.kind != LineMark::Kind::None;
            const QString text = isMark ? ConsoleTexts::mark(line.mark) : line.text;
            const Range range = rangeIn(line.number, int(text.size()));
            result += QStringView(text).mid(range.start, range.length);
            if (line.number < last().line && !line.continues)
                result += u'\n';
        }
    }
    return result;
}

} // namespace portlight
