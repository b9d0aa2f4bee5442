// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleLineCache.h"

#include "serial/ConsoleTexts.h"

#include <algorithm>

namespace portlight {

namespace {

constexpr int MostLines = 1200;
constexpr qint64 RowsAtOnce = 48;

} // namespace

ConsoleLineCache::ConsoleLineCache(const ThemeColors &theme, const ConsoleRows &rows)
    : m_rows(rows)
    , m_colors(theme)
    , m_lines(MostLines)
{
}

void ConsoleLineCache::setStore(std::shared_ptr<const LineStore> store)
{
    m_store = std::move(store);
    m_boots.clear();
    forgetAll();
}

void ConsoleLineCache::setTheme(const ThemeColors &theme)
{
    if (&m_colors.theme() == &theme)
        return;
    m_colors = ConsoleColors(theme);
    forgetAll();
}

void ConsoleLineCache::setLook(const Look &look)
{
    if (m_look == look)
        return;
    m_look = look;
    forgetAll();
}

void ConsoleLineCache::setMatcher(Matcher matcher)
{
    m_matcher = std::move(matcher);
    forgetAll();
}

void ConsoleLineCache::forgetFrom(qint64 first)
{
    QList<SerialBoot> boots = m_store ? m_store->boots() : QList<SerialBoot>();
    // Every notice says how many boots there are.
    const bool sameBoots =
        std::equal(boots.cbegin(), boots.cend(), m_boots.cbegin(), m_boots.cend(),
                   [](const SerialBoot &a, const SerialBoot &b) { return a.firstLine == b.firstLine; });
    m_boots = std::move(boots);
    if (!sameBoots) {
        forgetAll();
        return;
    }
    for (const qint64 number : m_lines.keys()) {
        if (number >= first)
            m_lines.remove(number);
    }
}

bool ConsoleLineCache::isLoaded(qint64 row) const
{
    return row >= 0 && m_lines.contains(m_rows.lineAt(row));
}

ConsoleLineCache::Pointer ConsoleLineCache::lineIn(qint64 row)
{
    const qint64 number = m_rows.lineAt(row);
    if (const auto *known = m_lines.object(number))
        return *known;
    // Whoever scrolls up wants the lines above next.
    const qint64 first = isLoaded(row + 1) ? std::max<qint64>(0, row - RowsAtOnce + 1) : row;
    load(first, std::min(first + RowsAtOnce, m_rows.count()));
    if (const auto *known = m_lines.object(number))
        return *known;
    SerialLine none;
    none.number = number;
    return made(none, nullptr);
}

QList<SerialLine> ConsoleLineCache::fetch(qint64 firstRow, qint64 lastRow) const
{
    QList<SerialLine> lines;
    for (qint64 row = firstRow; row < lastRow;) {
        // Lines that follow one another are had together.
        const qint64 line = m_rows.lineAt(row);
        qint64 count = 1;
        while (row + count < lastRow && m_rows.lineAt(row + count) == line + count)
            ++count;
        lines += m_store->lines(line, count);
        row += count;
    }
    return lines;
}

void ConsoleLineCache::load(qint64 firstRow, qint64 lastRow)
{
    if (!m_store || firstRow >= lastRow)
        return;
    const QList<SerialLine> lines = fetch(std::max<qint64>(0, firstRow - 1), lastRow);
    const qint64 first = m_rows.lineAt(firstRow);
    const SerialLine *before = nullptr;
    for (const SerialLine &line : lines) {
        if (line.number >= first && !m_lines.contains(line.number))
            m_lines.insert(line.number, new Pointer(made(line, before)));
        before = &line;
    }
}

QColor ConsoleLineCache::groundOf(const SerialLine &line) const
{
    const ThemeColors &theme = m_colors.theme();
    if (line.mark.kind != LineMark::Kind::None)
        return theme.startingTint;
    if (line.lineClass == LineClass::Failure)
        return theme.failingTint;
    if (line.lineClass == LineClass::Warning)
        return theme.warningTint;
    return m_colors.ground();
}

QString ConsoleLineCache::textOf(const SerialLine &line) const
{
    if (line.mark.kind != LineMark::Kind::None)
        return ConsoleTexts::mark(line.mark);
    if (line.dropped)
        return ConsoleTexts::tr("This line is older than what is kept.");
    // A sign that is not the guest's: its text can hold everything but it stands in a colour of its own.
    return line.continues ? line.text + QChar(0x21b5) : line.text;
}

ConsoleLineCache::Pointer ConsoleLineCache::made(const SerialLine &data, const SerialLine *before) const
{
    auto line = std::make_shared<ConsoleLine>();
    line->data = data;
    line->text = CellText(textOf(data));
    line->ground = groundOf(data);
    addPieces(*line);
    addNotices(*line, before);
    line->time = ConsoleTexts::time(m_look.time, data, before);
    if (m_matcher && !line->isMark())
        line->matches = m_matcher(data.text);
    if (m_look.columns > 0)
        line->textRows = std::max(1, (line->text.cells() + m_look.columns - 1) / m_look.columns);
    return line;
}

void ConsoleLineCache::addPieces(ConsoleLine &line) const
{
    const ThemeColors &theme = m_colors.theme();
    const bool own = line.isMark() || line.data.dropped;
    line.standard.front = own ? theme.starting : line.data.lineClass == LineClass::Vmm ? theme.dim : theme.text;
    line.standard.front = ConsoleColors::readable(line.standard.front, line.ground);
    line.standard.italic = own;
    if (own)
        return;
    line.pieces.reserve(size_t(line.data.spans.size()) + 1);
    for (const TextSpan &span : line.data.spans)
        line.pieces.push_back({span.start, span.length, m_colors.style(span.style, line.ground)});
    if (line.data.continues) {
        CellStyle sign;
        sign.front = ConsoleColors::readable(theme.starting, line.ground);
        line.pieces.push_back({int(line.text.text().size()) - 1, 1, sign});
    }
}

qsizetype ConsoleLineCache::bootOf(qint64 line) const
{
    const auto behind = std::upper_bound(m_boots.cbegin(), m_boots.cend(), line,
                                         [](qint64 l, const SerialBoot &boot) { return l < boot.firstLine; });
    return behind - m_boots.cbegin() - 1;
}

void ConsoleLineCache::addNotices(ConsoleLine &line, const SerialLine *before) const
{
    if (!m_look.notices)
        return;
    const qsizetype boot = bootOf(line.data.number);
    const bool begins = m_boots.size() > 1 && boot >= 0 && (!before || bootOf(before->number) != boot);
    const bool marked = line.isMark() || (before && before->mark.kind != LineMark::Kind::None);
    const qint64 silence = before && !marked ? ConsoleTexts::between(*before, line.data).value_or(0) : 0;
    if (m_look.silence > 0 && silence >= m_look.silence)
        line.notices.append({ConsoleNotice::Kind::Silence, ConsoleTexts::silence(silence)});
    if (begins)
        line.notices.append(
            {ConsoleNotice::Kind::Boot, ConsoleTexts::bootBegins(boot + 1, m_boots.size(), m_boots.at(boot))});
}

} // namespace portlight
