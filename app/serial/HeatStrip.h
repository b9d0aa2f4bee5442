// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/ConsoleRows.h"
#include "serial/LineStore.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace portlight {

class Bookmarks;

/// The whole log as a strip: warnings, failures, good news, boots, bookmarks and matches at their places, and a frame
/// for what is on screen. Stands where a scroll bar would and works like one. What it costs to paint depends on its
/// height, not on the log.
class HeatStrip : public QWidget
{
    Q_OBJECT

public:
    /// `rows` must outlive it.
    HeatStrip(const ConsoleRows &rows, QWidget *parent);

    void setStore(std::shared_ptr<const LineStore> store);
    /// Lines from `first` on were added or changed, or the rows did.
    void refresh(qint64 first);
    /// Rows [first, first + count) are on screen.
    void setVisibleRows(qint64 first, qint64 count);
    /// Null: none. Somebody else's.
    void setBookmarks(const Bookmarks *bookmarks);
    void setMatches(const LineSet *matches);

    [[nodiscard]] QSize sizeHint() const override;
    /// What the tooltip says at this height.
    [[nodiscard]] QString textAt(int y) const;

Q_SIGNALS:
    /// The user wants this row in the middle of the screen.
    void rowWanted(qint64 row);
    /// The user drags the frame: this row is to be at the top.
    void topWanted(qint64 row);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    enum class Kind : quint8 { Boot, Match, Severity, Bookmark };
    struct Mark
    {
        int y = 0;
        Kind kind = Kind::Severity;
        Severity severity = Severity::None;
        int height = 0; ///< Up to the next one: nothing shines through between them.
    };
    void updateMarks();
    void updateBlocks();
    void addSeverities(int parts);
    [[nodiscard]] Severity severityOfRows(qint64 first, qint64 last) const;
    [[nodiscard]] Severity severityOfLines(qint64 first, qint64 last) const;
    [[nodiscard]] qint64 rowAt(double y) const;
    [[nodiscard]] QRectF frame() const;
    [[nodiscard]] QColor colorOf(const Mark &mark) const;
    void paintMark(QPainter &painter, const Mark &mark) const;

    const ConsoleRows &m_rows;
    std::shared_ptr<const LineStore> m_store;
    const Bookmarks *m_bookmarks = nullptr;
    const LineSet *m_matches = nullptr;
    std::vector<Mark> m_marks;
    std::vector<Severity> m_blocks; ///< The highest severity of each full block of lines.
    bool m_dirty = true;
    qint64 m_first = 0;
    qint64 m_count = 0;
    double m_grip = -1; ///< Where in the frame it is held; negative: it is not.
};

} // namespace portlight
