// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TerminalScreen.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <iterator>

#include <vterm.h>

namespace portlight {

namespace {

constexpr int LeastSize = 2;
constexpr qsizetype LongestTitle = 200;
/// More combining marks on one character are dropped: libvterm keeps them all, without a limit.
constexpr int MostMarks = 4;

TextColor colorOf(const VTermColor &color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color))
        return {};
    if (VTERM_COLOR_IS_INDEXED(&color))
        return {TextColor::Kind::Palette, color.indexed.idx};
    return {TextColor::Kind::Rgb, quint32(color.rgb.red << 16 | color.rgb.green << 8 | color.rgb.blue)};
}

TextStyle styleOf(const VTermScreenCell &cell, bool reverse)
{
    TextStyle style;
    style.foreground = colorOf(cell.fg);
    style.background = colorOf(cell.bg);
    style.bold = cell.attrs.bold != 0;
    style.dim = cell.attrs.font == FaintText::Font;
    style.italic = cell.attrs.italic != 0;
    style.underline = cell.attrs.underline != VTERM_UNDERLINE_OFF;
    style.inverse = (cell.attrs.reverse != 0) != reverse;
    style.strikeOut = cell.attrs.strike != 0;
    return style;
}

bool isVisibleBlank(const TextStyle &style)
{
    return style.background.kind != TextColor::Kind::Default || style.underline || style.inverse || style.strikeOut;
}

/// Nothing that a guest writes may turn the direction of what stands beside it.
char32_t shown(char32_t character)
{
    const bool isFormat = QChar::category(character) == QChar::Other_Format;
    return isFormat ? U'\ufffd' : character;
}

/// Cells become runs.
class LineBuilder
{
public:
    void add(int column, const VTermScreenCell &cell, bool reverse)
    {
        constexpr auto behindWide = quint32(-1);
        if (cell.chars[0] == behindWide)
            return;
        const TextStyle style = styleOf(cell, reverse);
        const bool isBlank = cell.chars[0] == 0 || cell.chars[0] == U' ';
        if (isBlank && !isVisibleBlank(style))
            return;
        const bool isAscii = isBlank || (cell.chars[0] < 0x7f && cell.chars[1] == 0);
        TerminalRun *last = m_line.runs.empty() ? nullptr : &m_line.runs.back();
        const int gap = last != nullptr ? column - last->column - last->columns : 0;
        // A short gap of blanks costs less than another run.
        if (isAscii && m_lastIsAscii && last != nullptr && gap <= LongestGap && last->style == style &&
            (gap == 0 || !isVisibleBlank(style))) {
            last->text.resize(last->text.size() + gap, u' ');
            last->text += isBlank ? QChar(u' ') : QChar(char16_t(cell.chars[0]));
            last->columns += gap + 1;
            return;
        }
        TerminalRun run;
        run.column = column;
        run.columns = std::max(1, int(cell.width));
        run.style = style;
        if (isBlank) {
            run.text = QChar(u' ');
        } else {
            for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; ++i)
                run.text += QString::fromUcs4(std::array{shown(cell.chars[i])}.data(), 1);
        }
        m_line.runs.push_back(std::move(run));
        m_lastIsAscii = isAscii;
    }
    [[nodiscard]] TerminalLine take(int columns)
    {
        m_line.full = m_line.length() >= columns;
        m_line.runs.shrink_to_fit();
        return std::move(m_line);
    }

private:
    static constexpr int LongestGap = 24;
    TerminalLine m_line;
    bool m_lastIsAscii = false;
};

} // namespace

struct TerminalScreen::Callbacks
{
    static TerminalScreen &self(void *user) { return *static_cast<TerminalScreen *>(user); }

    static int setProperty(VTermProp property, VTermValue *value, void *user)
    {
        TerminalScreen &screen = self(user);
        switch (property) {
        case VTERM_PROP_CURSORVISIBLE:
            screen.m_cursor.visible = value->boolean != 0;
            break;
        case VTERM_PROP_CURSORSHAPE:
            screen.m_cursor.shape = value->number == VTERM_PROP_CURSORSHAPE_UNDERLINE  ? Cursor::Shape::Underline
                                    : value->number == VTERM_PROP_CURSORSHAPE_BAR_LEFT ? Cursor::Shape::Bar
                                                                                       : Cursor::Shape::Block;
            break;
        case VTERM_PROP_ALTSCREEN:
            screen.m_alternate = value->boolean != 0;
            break;
        case VTERM_PROP_REVERSE:
            screen.m_reverse = value->boolean != 0;
            break;
        case VTERM_PROP_TITLE:
            setTitle(screen, value->string);
            break;
        default:
            break;
        }
        return 1;
    }
    static void setTitle(TerminalScreen &screen, const char *title)
    {
        QString text;
        const QString whole = QString::fromUtf8(title);
        for (const QChar character : whole) {
            if (character.isPrint() && text.size() < LongestTitle)
                text += character;
        }
        screen.m_title = text;
    }
    static int bell(void *user)
    {
        self(user).m_bell = true;
        return 1;
    }
    static int pushLine(int columns, const VTermScreenCell *cells, void *user)
    {
        TerminalScreen &screen = self(user);
        LineBuilder line;
        for (int column = 0; column < columns; ++column)
            line.add(column, cells[column], screen.m_reverse);
        screen.pushHistory(line.take(columns));
        return 1;
    }
    static void output(const char *bytes, size_t length, void *user)
    {
        QByteArray &output = *self(user).m_output;
        if (output.size() + qsizetype(length) <= MostAnswerBytes)
            output.append(bytes, qsizetype(length));
    }
};

TerminalScreen::TerminalScreen(int rows, int columns)
    : m_terminal(vterm_new(std::clamp(rows, LeastSize, MostRows), std::clamp(columns, LeastSize, MostColumns)))
    , m_screen(vterm_obtain_screen(m_terminal))
    , m_rows(std::clamp(rows, LeastSize, MostRows))
    , m_columns(std::clamp(columns, LeastSize, MostColumns))
    , m_output(&m_answers)
{
    static const VTermScreenCallbacks callbacks{.damage = nullptr,
                                                .moverect = nullptr,
                                                .movecursor = nullptr,
                                                .settermprop = Callbacks::setProperty,
                                                .bell = Callbacks::bell,
                                                .resize = nullptr,
                                                .sb_pushline = Callbacks::pushLine,
                                                .sb_popline = nullptr};
    vterm_set_utf8(m_terminal, 1);
    vterm_output_set_callback(m_terminal, Callbacks::output, this);
    vterm_screen_set_callbacks(m_screen, &callbacks, this);
    vterm_screen_enable_altscreen(m_screen, 1);
    vterm_screen_set_damage_merge(m_screen, VTERM_DAMAGE_SCROLL);
    vterm_screen_reset(m_screen, 1);
    // REP (CSI b) before any character reads what was never set.
    writeText(" \r");
    settle();
}

TerminalScreen::~TerminalScreen()
{
    vterm_free(m_terminal);
}

void TerminalScreen::write(QByteArrayView bytes)
{
    m_output = &m_answers;
    const bool isAscii = m_unfinished.isEmpty() &&
                         std::all_of(bytes.begin(), bytes.end(), [](char byte) { return quint8(byte) < 0x80; });
    if (isAscii) {
        m_marks = bytes.isEmpty() ? m_marks : 0;
        writeText(bytes);
    } else {
        writeFiltered(bytes);
    }
    settle();
}

void TerminalScreen::settle()
{
    vterm_screen_flush_damage(m_screen);
    VTermPos position{};
    vterm_state_get_cursorpos(vterm_obtain_state(m_terminal), &position);
    m_cursor.row = std::clamp(position.row, 0, m_rows - 1);
    m_cursor.column = std::clamp(position.col, 0, m_columns - 1);
}

void TerminalScreen::writeText(QByteArrayView bytes)
{
    QByteArray safe;
    if (!m_limits.isUntouched(bytes)) {
        safe = m_limits.pass(bytes);
        bytes = safe;
    }
    QByteArray changed;
    if (!m_faint.isUntouched(bytes)) {
        changed = m_faint.translate(bytes);
        bytes = changed;
    }
    vterm_input_write(m_terminal, bytes.data(), size_t(bytes.size()));
}

/// UTF-8 as it is, but for long rows of combining marks and for what is no UTF-8.
void TerminalScreen::writeFiltered(QByteArrayView bytes)
{
    QByteArray whole = std::exchange(m_unfinished, {});
    whole.append(bytes);
    QByteArray kept;
    kept.reserve(whole.size());
    for (qsizetype at = 0; at < whole.size();) {
        const auto lead = quint8(whole[at]);
        if (lead < 0x80) {
            kept += whole[at++];
            m_marks = 0;
            continue;
        }
        const int length = lead >= 0xc2 && lead < 0xe0   ? 2
                           : lead >= 0xe0 && lead < 0xf0 ? 3
                           : lead >= 0xf0 && lead < 0xf5 ? 4
                                                         : 0;
        int followers = 0;
        while (length > 0 && followers < length - 1 && at + followers + 1 < whole.size() &&
               (quint8(whole[at + followers + 1]) & 0xc0) == 0x80)
            ++followers;
        if (length > 0 && followers < length - 1 && at + followers + 1 == whole.size()) {
            m_unfinished = whole.mid(at);
            break;
        }
        if (length == 0 || followers < length - 1) {
            kept += "\xef\xbf\xbd";
            at += 1 + followers;
            m_marks = 0;
            continue;
        }
        const QByteArrayView sequence = QByteArrayView(whole).sliced(at, length);
        at += length;
        const QList<uint> character = QString::fromUtf8(sequence).toUcs4();
        const bool isMark = character.size() == 1 && QChar::isMark(character.first());
        m_marks = isMark ? m_marks + 1 : 0;
        if (m_marks <= MostMarks)
            kept += sequence;
    }
    writeText(kept);
}

TerminalLine TerminalScreen::line(int row) const
{
    LineBuilder line;
    if (row < 0 || row >= m_rows)
        return {};
    for (int column = 0; column < m_columns; ++column) {
        VTermScreenCell cell = {};
        if (vterm_screen_get_cell(m_screen, {row, column}, &cell) != 0)
            line.add(column, cell, m_reverse);
    }
    return line.take(m_columns);
}

TerminalLine TerminalScreen::lineAt(qint64 row) const
{
    const qint64 index = row - m_firstRow;
    const auto kept = qint64(m_history.size());
    if (index < 0 || index >= kept + m_rows)
        return {};
    return index < kept ? m_history[size_t(index)] : line(int(index - kept));
}

void TerminalScreen::pushHistory(TerminalLine line)
{
    m_historyBytes += line.bytes();
    m_history.push_back(std::move(line));
    trimHistory();
}

void TerminalScreen::trimHistory()
{
    while (!m_history.empty() &&
           (qsizetype(m_history.size()) > MostHistoryLines || m_historyBytes > MostHistoryBytes)) {
        m_historyBytes -= m_history.front().bytes();
        m_history.pop_front();
        ++m_firstRow;
    }
}

bool TerminalScreen::prependHistory(std::vector<TerminalLine> lines)
{
    bool any = false;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const qsizetype bytes = line->bytes();
        if (qsizetype(m_history.size()) >= MostHistoryLines || m_historyBytes + bytes > MostHistoryBytes)
            break;
        m_historyBytes += bytes;
        m_history.push_front(std::move(*line));
        --m_firstRow;
        any = true;
    }
    return any;
}

std::vector<TerminalLine> TerminalScreen::takeLines()
{
    std::vector<TerminalLine> lines(std::make_move_iterator(m_history.begin()),
                                    std::make_move_iterator(m_history.end()));
    m_history.clear();
    m_historyBytes = 0;
    for (int row = 0; row <= m_cursor.row; ++row)
        lines.push_back(line(row));
    if (m_cursor.column == 0 && lines.back().runs.empty())
        lines.pop_back();
    return lines;
}

QByteArray TerminalScreen::takeAnswers()
{
    return std::exchange(m_answers, {});
}

} // namespace portlight
