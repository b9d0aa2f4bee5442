// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ConsoleGlyphs.h"
#include "serial/ConsoleLineCache.h"
#include "serial/ConsolePainter.h"
#include "serial/ConsoleRows.h"
#include "serial/ConsoleScroll.h"
#include "serial/ConsoleSelection.h"
#include "serial/ConsoleTime.h"
#include "serial/LineStore.h"
#include "serial/LogQuery.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <memory>

class QPushButton;

namespace portlight {

class Bookmarks;
class HeatStrip;

/// A serial log to read: only the lines on screen are fetched and painted. Follows the end until the user scrolls up.
/// Shows all lines or only those of a set; line numbers everywhere below are those of the store. GUI thread; the store
/// may be written by another thread, which tells through linesAppended().
/// Its keys: see ConsoleViewInput.cpp.
class ConsoleView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ConsoleView(QWidget *parent = nullptr);
    ~ConsoleView() override;

    /// Shows another log from its end; null shows the empty state. Forgets the filter and the matches.
    void setStore(std::shared_ptr<LineStore> store);
    [[nodiscard]] const std::shared_ptr<LineStore> &store() const { return m_store; }
    /// What stands in the middle while there is no line.
    void setEmptyText(const QString &title, const QString &text);

    /// Shows only the lines of the set; null shows all. The set stays the caller's, who calls filterChanged() after
    /// each change and sets another before it goes. What is on screen and the current line stay where they are, or
    /// make room for the nearest line that is left.
    void setFilter(const LineSet *lines);
    [[nodiscard]] const LineSet *filter() const { return m_rows.lines(); }
    /// How many lines are shown.
    [[nodiscard]] qint64 rowCount() const { return m_rows.count(); }

    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] bool isWrapping() const { return m_wrapping; }
    /// Lines shown (and failures among them) that came since it stopped following.
    [[nodiscard]] qint64 newLineCount() const;
    [[nodiscard]] qint64 newFailureCount() const;

    [[nodiscard]] ConsoleTime timeColumn() const { return m_time; }
    /// On at first.
    [[nodiscard]] bool areNumbersShown() const { return m_numbers; }
    [[nodiscard]] bool isCopyingNumbers() const { return m_copyNumbers; }
    /// Notices between lines: where a boot begins, and where nothing came for longer than this many milliseconds
    /// (0: never). On at first, with 5 seconds.
    void setNotices(bool shown, qint64 silence = 5000);

    /// The line the user is at; -1 for none. Always one that is shown.
    [[nodiscard]] qint64 currentLine() const { return m_currentLine; }
    /// Makes it (or the nearest line shown) the current line and brings it on screen; stops following.
    void goToLine(qint64 line);
    /// Makes the row the first on screen, as dragging the strip does.
    void scrollToTop(qint64 row);
    /// To the next (1) or previous (-1) one from the current line, around the end. False when there is none.
    bool goToFailure(int direction);
    bool goToBookmark(int direction);

    /// Bookmarks of this log, somebody else's; null: none. They must outlive the view or be taken away.
    void setBookmarks(Bookmarks *bookmarks);
    [[nodiscard]] Bookmarks *bookmarks() const { return m_bookmarks; }

    /// Marks every match of a query in the text. Does not move.
    void setQuery(const LogQuery &query);
    /// The lines that match, for the strip and for goToMatch(); the caller's, as in setFilter(). Null: none known.
    void setMatches(const LineSet *lines);
    /// To the next or previous of the matches, around the end (then `wrapped` becomes true). False when there is none.
    bool goToMatch(int direction, bool *wrapped = nullptr);

    [[nodiscard]] const ConsoleSelection &selection() const { return m_selection; }
    [[nodiscard]] QString selectedText() const;
    void selectAll();
    /// Copies; where that would be too much for the clipboard, copyRefused() tells.
    void copySelection();

    [[nodiscard]] qint64 firstVisibleLine() const { return m_rows.lineAt(m_scroll.top().row); }
    [[nodiscard]] qint64 lastVisibleLine() const { return m_rows.lineAt(lastVisibleRow()); }
    /// Where a line is painted, in the viewport, without the notices above it; empty when it is not on screen.
    [[nodiscard]] QRectF lineArea(qint64 line) const;
    /// What a screen reader says of a line: its number, what it is, its text.
    [[nodiscard]] QString spokenLine(qint64 line) const;

public Q_SLOTS:
    /// Lines from `first` on are new or changed.
    void linesAppended(qint64 first, qint64 count);
    /// Members of the filter from line `first` on are new or gone.
    void filterChanged(qint64 first);
    void matchesChanged();
    /// Following goes to the end and stays there.
    void setFollowing(bool following);
    void setWrapping(bool wrapping);
    void setTimeColumn(portlight::ConsoleTime time);
    void setNumbersShown(bool shown);
    /// Copies also number and time of each line.
    void setCopyingNumbers(bool copying) { m_copyNumbers = copying; }
    /// The bookmark of the current line (the first on screen where there is none): set or removed; its note asked for.
    void toggleBookmark();
    void editBookmarkNote();

Q_SIGNALS:
    void followingChanged(bool following);
    void wrappingChanged(bool wrapping);
    void timeColumnChanged(portlight::ConsoleTime time);
    /// Current line, visible lines or the number of lines changed.
    void positionChanged();
    void currentLineChanged(qint64 line); ///< -1: there is none any more.
    void lineActivated(qint64 line);      ///< Return or a double click.
    void searchWanted();                  ///< Ctrl+F.
    void saveWanted();                    ///< From the menu: the whole log, the selected lines.
    void saveSelectionWanted();
    /// The selection is too large for the clipboard; `sentence` says so and that it can be saved instead.
    void copyRefused(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Anchor
    {
        qint64 line = -1;
        int above = 0; ///< Parts between the top of the screen and its first one; negative when that is off screen.
    };
    void rememberAnchor();
    void rowsChanged(const Anchor &anchor);
    void updateLook();
    void updateExtent();
    void updateJump();
    void scrollByUser(int parts);
    void bringIntoView(qint64 row);
    void settleAfterUserScroll();
    void goToEnd();
    void setCurrentLine(qint64 line);
    void moveCurrent(int rows, bool select);
    [[nodiscard]] qint64 memberFromCurrent(const LineSet &lines, int direction, bool &wrapped) const;
    bool handleCommand(QKeyEvent *event);
    [[nodiscard]] int partsForKey(int key) const;
    void paintEmpty(QPainter &painter);
    void hover(const QPointF &point);
    [[nodiscard]] QString toolTipAt(const QPointF &point) const;
    void announceCurrent();
    void announceFailures();
    [[nodiscard]] int partsOf(qint64 row) const;
    [[nodiscard]] std::shared_ptr<const ConsoleLine> lineIn(qint64 row) const;
    [[nodiscard]] qint64 lastVisibleRow() const;
    [[nodiscard]] ConsolePosition positionAt(const QPointF &point) const;
    [[nodiscard]] qreal scrolledBy() const;

    std::shared_ptr<LineStore> m_store;
    ConsoleRows m_rows;
    mutable ConsoleLineCache m_cache;
    ConsoleGlyphs m_glyphs;
    ConsoleMetrics m_metrics;
    ConsoleScroll m_scroll;
    ConsoleSelection m_selection;
    Bookmarks *m_bookmarks = nullptr;
    const LineSet *m_matches = nullptr;
    HeatStrip *m_strip;
    QPushButton *m_jump;
    QBasicTimer m_dragScroll;
    QPointF m_dragPoint;
    qint64 m_hoveredMark = -1;
    Anchor m_anchor; ///< What stays where it is when the rows change.
    QString m_emptyTitle;
    QString m_emptyText;
    qint64 m_currentLine = -1;
    qint64 m_seenCount = 0;          ///< Lines of the log there were when it stopped following.
    qint64 m_announcedFailures = -1; ///< -1: the log has only just been opened.
    qreal m_widest = 0;
    qreal m_wheelRest = 0;
    ConsoleTime m_time = ConsoleTime::SinceBoot;
    bool m_following = true;
    bool m_wrapping = false;
    bool m_numbers = true;
    bool m_copyNumbers = false;
};

} // namespace portlight
