// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/TerminalScreen.h"
#include "serial/TerminalSelection.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>

namespace portlight {

class ConsoleColors;

/// Paints a TerminalScreen and its history, and turns keys into what a guest expects. Sends nothing by itself. GUI
/// thread.
class TerminalView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TerminalView(QWidget *parent = nullptr);

    /// Not owned; null shows nothing. Whoever changes it calls screenChanged(). Shows its end.
    void setScreen(TerminalScreen *screen);
    void screenChanged();
    /// Keys go to the guest.
    void setKeyboard(bool taken);
    [[nodiscard]] bool hasKeyboard() const { return m_keyboard; }

    /// How many cells fit.
    [[nodiscard]] int rows() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] QString selectedText() const;
    void copy();
    void paste();
    void selectAll();
    [[nodiscard]] bool isAtEnd() const { return m_following; }

    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    /// Bytes for the guest.
    void typed(const QByteArray &bytes);
    /// Ctrl+Alt+G.
    void releaseWanted();
    /// Somebody typed who has not taken the keyboard.
    void keyboardMissed();
    /// The beginning of the history is near.
    void historyWanted();
    /// Another number of rows or columns fits.
    void cellsChanged();
    void focusChanged(bool focused);
    /// To be filled with more and shown.
    void menuWanted(const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void updateMetrics();
    void updateScrollBar();
    void scrollToEnd();
    void send(const QByteArray &bytes);
    [[nodiscard]] bool scrollKey(const QKeyEvent &event, bool shiftNeeded);
    [[nodiscard]] bool editKey(const QKeyEvent &event);
    void pasteText(const QString &text);
    [[nodiscard]] TerminalPlace placeAt(const QPoint &position) const;
    void selectWord(const TerminalPlace &place);
    void selectionFinished();
    [[nodiscard]] QPointF originOf(qint64 row) const;
    [[nodiscard]] QRectF cursorRect() const;
    void paintRow(QPainter &painter, qint64 row, const ConsoleColors &colors) const;
    void paintRun(QPainter &painter, const TerminalRun &run, QPointF origin, qint64 row,
                  const ConsoleColors &colors) const;
    void paintCursor(QPainter &painter, const ConsoleColors &colors) const;

    TerminalScreen *m_screen = nullptr;
    QFont m_font;
    qreal m_cellWidth = 8;
    int m_cellHeight = 16;
    qreal m_ascent = 12;
    int m_rows = 0;
    int m_columns = 0;
    bool m_keyboard = false;
    bool m_following = true;
    bool m_updating = false;
    qint64 m_top = 0; ///< The row at the top while not following.
    TerminalSelection m_selection;
    bool m_selecting = false;
    QPoint m_dragPosition;
    QBasicTimer m_dragTimer;
    QElapsedTimer m_sinceDoubleClick;
    QString m_composed;
};

} // namespace portlight
