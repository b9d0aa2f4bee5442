// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTabBar>

namespace portlight {

/// The header's tabs: plain words, the current one underlined with the accent, a red count where something failed.
class PageTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit PageTabs(QWidget *parent = nullptr);

    /// 0 shows no count.
    void setCount(int tab, qint64 count);
    [[nodiscard]] qint64 countOf(int tab) const { return m_counts.value(tab); }

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

private:
    [[nodiscard]] QString countText(int tab) const;
    [[nodiscard]] int countWidth(int tab) const;
    [[nodiscard]] QFont countFont() const;
    void paintTab(QPainter &painter, int tab);

    QHash<int, qint64> m_counts;
    bool m_focusShown = false;
};

} // namespace portlight
