// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LogFilter.h"

#include <QList>
#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace portlight {

class ConsoleSearch;
class ConsoleView;

/// The matching lines alone, below the log: those that the search finds, of the kinds and the boot that its buttons ask
/// for. Looks for nothing while it is hidden. GUI thread.
class FilterPane : public QWidget
{
    Q_OBJECT

public:
    /// `search` outlives it.
    explicit FilterPane(ConsoleSearch &search, QWidget *parent = nullptr);

    void setStore(std::shared_ptr<LineStore> store);
    /// The lines of the boot that is being looked at; `last` is -1 for the last boot.
    void setBoot(LogFilter::Range boot);
    /// Lines from `first` on are new or changed.
    void linesAppended(qint64 first, qint64 count);

    [[nodiscard]] ConsoleView *view() const { return m_view; }
    [[nodiscard]] QPushButton *thisBoot() const { return m_thisBoot; }
    /// The buttons of the kinds of lines, in the order in which they are shown.
    [[nodiscard]] const QList<QPushButton *> &kinds() const { return m_kinds; }
    /// "345 lines", and how far it has looked.
    [[nodiscard]] QString countText() const;
    /// Something is asked for.
    [[nodiscard]] bool isFiltering() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user went to this line.
    void lineWanted(qint64 line);
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHeader(QHBoxLayout *row);
    QPushButton *addToggle(QHBoxLayout *row, const QString &text, const QString &toolTip, const QString &term);
    void connectParts();
    /// Looks anew for what is asked for now.
    void restart();
    /// What the buttons ask for, as part of a query; empty for every kind.
    [[nodiscard]] QString kindsText() const;
    [[nodiscard]] bool isSearchEnough() const;
    [[nodiscard]] const LineSet &lines() const;
    void updateCount();
    void updateLook();
    void fit();

    ConsoleSearch &m_search;
    std::shared_ptr<LineStore> m_store;
    LogFilter m_filter;
    LogFilter::Range m_boot;
    QHBoxLayout *m_header;
    ConsoleView *m_view;
    QLabel *m_count;
    QPushButton *m_thisBoot = nullptr;
    QList<QPushButton *> m_kinds;
    QPushButton *m_close;
};

} // namespace portlight
