// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "serial/ConsoleLineCache.h"
#include "serial/ConsolePainter.h"
#include "serial/ConsoleScroll.h"
#include "serial/ConsoleSelection.h"
#include "serial/LineStore.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <memory>

class QPushButton;

namespace portlight {

class HeatStrip;
class LogSearch;

/// A serial log to read: only the lines on screen are fetched, laid out and painted. Follows the end until the user
/// scrolls up. GUI thread; the store may be written by another thread, which tells through linesAppended().
///
/// Keys: F8 and Shift+F8 next and previous failure, F3 and Shift+F3 next and previous match, arrows, Page Up and
/// Down, Home, End (follows again), Ctrl+A, Ctrl+C, Ctrl+F.
class ConsoleView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ConsoleView(QWidget *parent = nullptr);
    ~ConsoleView() override;

    /// Shows another log from its end; null shows the empty state.
    void setStore(std::shared_ptr<LineStore> store);
    [[nodiscard]] const std::shared_ptr<LineStore> &store() const { return m_store; }
    /// What stands in the middle while there is no line.
    void setEmptyText(const QString &title, const QString &text);

    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] bool isWrapping() const { return m_wrapping; }
    /// Lines (and failures among them) that came since it stopped following.
    [[nodiscard]] qint64 newLineCount() const;
    [[nodiscard]] qint64 newFailureCount() const;

    /// The line the user is at; -1 for none.
    [[nodiscard]] qint64 currentLine() const { return m_currentLine; }
    /// Makes it the current line and brings it on screen; stops following.
    void goToLine(qint64 line);
    /// To the next (1) or previous (-1) failure from the current line, around the end. False when there is none.
    bool goToFailure(int direction);

    /// Marks every match; an empty text marks none. Does not move.
    void setSearchText(const QString &text);
    [[nodiscard]] const QString &searchText() const { return m_searchText; }
    /// Looks for the text from the current line on; searchFinished() tells the end.
    void findNext(int direction);

    [[nodiscard]] QString selectedText() const;
    void selectAll();
    void copySelection();
    /// Writes the log as it came, all that is kept. Error: "file.failed".
    [[nodiscard]] Result<void> saveAll(const QString &path) const;

    [[nodiscard]] qint64 firstVisibleLine() const { return m_scroll.top().line; }
    [[nodiscard]] qint64 lastVisibleLine() const;
    /// Where a line is painted, in the viewport; empty when it is not on screen.
    [[nodiscard]] QRectF lineArea(qint64 line) const;

public Q_SLOTS:
    /// Lines from `first` on are new or changed.
    void linesAppended(qint64 first, qint64 count);
    /// Following goes to the end and stays there.
    void setFollowing(bool following);
    void setWrapping(bool wrapping);

Q_SIGNALS:
    void followingChanged(bool following);
    void wrappingChanged(bool wrapping);
    /// Current line, visible lines or the number of lines changed.
    void positionChanged();
    /// `found` is false when the text is nowhere; `wrapped` when the search went on from the other end.
    void searchFinished(bool found, bool wrapped);
    /// Ctrl+F.
    void searchWanted();
    /// From the context menu.
    void saveWanted();

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
    void updateLook();
    void updateExtent();
    void updateJump();
    void scrollByUser(int rows);
    void settleAfterUserScroll();
    void goToEnd();
    bool handleCommand(QKeyEvent *event);
    [[nodiscard]] int rowsForKey(int key) const;
    void paintEmpty(QPainter &painter);
    [[nodiscard]] ConsolePosition positionAt(const QPointF &point) const;
    [[nodiscard]] qreal scrolledBy() const;

    std::shared_ptr<LineStore> m_store;
    mutable ConsoleLineCache m_cache;
    ConsoleMetrics m_metrics;
    ConsoleScroll m_scroll;
    ConsoleSelection m_selection;
    HeatStrip *m_strip;
    QPushButton *m_jump;
    LogSearch *m_search;
    QBasicTimer m_dragScroll;
    QPointF m_dragPoint;
    QString m_emptyTitle;
    QString m_emptyText;
    QString m_searchText;
    qint64 m_currentLine = -1;
    qint64 m_seenCount = 0; ///< Lines there were when it stopped following.
    qreal m_widest = 0;
    qreal m_wheelRest = 0;
    bool m_following = true;
    bool m_wrapping = false;
};

} // namespace portlight
