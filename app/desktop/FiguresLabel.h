// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/SessionStatistics.h"

#include <QStringList>
#include <QWidget>

namespace portlight {

/// Updates per second, rate, round trip, encodings and quality in a corner of the viewer, on a dark ground of its own
/// so that any picture may stand behind it. Lets the mouse through.
class FiguresLabel : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresLabel(QWidget *parent = nullptr);

    void setStatistics(const SessionStatistics &statistics);
    /// Another connection: begins narrow again.
    void clear();
    /// What it says about them: rates and round trip, encodings' shares, quality and decoding time.
    [[nodiscard]] static QStringList linesOf(const SessionStatistics &statistics);
    [[nodiscard]] QStringList lines() const { return m_lines; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;

    QStringList m_lines;
    mutable int m_widest = 0;
};

} // namespace portlight
