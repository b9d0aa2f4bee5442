// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FaintText.h"
#include "console/SequenceLimits.h"
#include "console/TerminalLine.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <deque>
#include <utility>
#include <vector>

struct VTerm;
struct VTermScreen;

namespace portlight {

/// A terminal without a window: what a guest writes goes in, rows of characters with styles come out, and keys become
/// the bytes that a guest expects (xterm's; ECMA-48, DEC private modes). Pure; one thread at a time.
///
/// What a guest writes is hostile: everything it can make grow has a limit, and its questions to the terminal are
/// answered with a few fixed bytes that whoever holds this object may send or not (takeAnswers()).
class TerminalScreen
{
public:
    static constexpr int MostRows = 400;
    static constexpr int MostColumns = 1000;
    static constexpr qsizetype MostHistoryLines = 100'000;
    static constexpr qsizetype MostHistoryBytes = 48 * 1024 * 1024; ///< Of memory, roughly.
    static constexpr qsizetype MostAnswerBytes = 4096;
    static constexpr qsizetype MostPasteCharacters = 1024 * 1024;

    /// Sizes are kept between 2 and the limits.
    TerminalScreen(int rows, int columns);
    ~TerminalScreen();
    TerminalScreen(const TerminalScreen &) = delete;
    TerminalScreen &operator=(const TerminalScreen &) = delete;

    /// Takes what the guest wrote, cut anywhere. Scrolling costs libvterm a copy of the screen: a few MB/s.
    void write(QByteArrayView bytes);
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }

    /// A row of the screen, from 0 at the top.
    [[nodiscard]] TerminalLine line(int row) const;
    struct Cursor
    {
        enum class Shape { Block, Underline, Bar };
        int row = 0;
        int column = 0;
        bool visible = true;
        Shape shape = Shape::Block;
    };
    [[nodiscard]] const Cursor &cursor() const { return m_cursor; }
    /// What the guest calls itself, without control characters; at most 200 characters.
    [[nodiscard]] const QString &title() const { return m_title; }
    /// A program has the screen for itself (an editor, a pager); it is not the end of the log.
    [[nodiscard]] bool isAlternate() const { return m_alternate; }
    /// True once after the guest rang the bell.
    [[nodiscard]] bool takeBell() { return std::exchange(m_bell, false); }

    /// What scrolled out at the top, oldest first. Every row of history and screen keeps its number, whatever scrolls:
    /// firstRow() is that of the oldest line, and the screen's rows follow the history's.
    [[nodiscard]] const std::deque<TerminalLine> &history() const { return m_history; }
    [[nodiscard]] qint64 firstRow() const { return m_firstRow; }
    [[nodiscard]] qint64 endRow() const { return m_firstRow + qint64(m_history.size()) + m_rows; }
    /// A line by its number; empty where there is none.
    [[nodiscard]] TerminalLine lineAt(qint64 row) const;
    /// Puts older lines (oldest first) before the history, as many as its limits allow. False when nothing fitted.
    bool prependHistory(std::vector<TerminalLine> lines);
    /// History and screen down to the cursor as lines, for prependHistory() of another terminal. Empties the history.
    [[nodiscard]] std::vector<TerminalLine> takeLines();

    /// The bytes for a key press; empty for keys that a terminal does not have. `text` is what the key types.
    [[nodiscard]] QByteArray keyBytes(int key, Qt::KeyboardModifiers modifiers, const QString &text);
    /// The bytes for pasted text: line ends as the Enter key sends them, other control characters left out, in brackets
    /// (xterm's mode 2004) when the guest asked for that.
    [[nodiscard]] QByteArray pasteBytes(const QString &text);
    /// What the guest asked the terminal, answered; to be sent only if the terminal is really there for it.
    [[nodiscard]] QByteArray takeAnswers();

private:
    struct Callbacks;

    void writeText(QByteArrayView bytes);
    void settle();
    void writeFiltered(QByteArrayView bytes);
    void pushHistory(TerminalLine line);
    void trimHistory();
    [[nodiscard]] QByteArray specialKey(int key, Qt::KeyboardModifiers modifiers);

    VTerm *m_terminal;
    VTermScreen *m_screen;
    const int m_rows;
    const int m_columns;
    Cursor m_cursor;
    QString m_title;
    bool m_alternate = false;
    bool m_reverse = false;
    bool m_bell = false;
    std::deque<TerminalLine> m_history;
    qsizetype m_historyBytes = 0;
    qint64 m_firstRow = 0;
    QByteArray m_unfinished; ///< The beginning of a UTF-8 sequence whose rest has not come.
    int m_marks = 0;         ///< Combining marks in a row.
    SequenceLimits m_limits;
    FaintText m_faint;
    QByteArray m_answers;
    QByteArray *m_output; ///< Where libvterm's output goes: answers, or the bytes of a key.
};

} // namespace portlight
