// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStore.h"

#include <QWidget>

#include <memory>

namespace portlight {

/// The whole log as a strip: warnings, failures, good news and boots at their places, and a frame for what is on
/// screen. Stands where a scroll bar would and works like one.
class HeatStrip : public QWidget
{
    Q_OBJECT

public:
    explicit HeatStrip(QWidget *parent = nullptr);

    void setStore(std::shared_ptr<const LineStore> store);
    /// Something was added or the store was cleared.
    void refresh();
    /// Lines [first, first + count) are on screen.
    void setVisibleLines(qint64 first, qint64 count);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user wants this line in the middle of the screen.
    void lineWanted(qint64 line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    struct Mark
    {
        int y = 0;
        Severity severity = Severity::None;
        bool boot = false;
    };
    void updateMarks();
    void want(const QPointF &position);
    [[nodiscard]] QColor colorOf(const Mark &mark) const;

    std::shared_ptr<const LineStore> m_store;
    std::vector<Mark> m_marks;
    bool m_dirty = true;
    qint64 m_lineCount = 0;
    qint64 m_first = 0;
    qint64 m_count = 0;
};

} // namespace portlight
