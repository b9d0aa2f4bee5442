// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"
#include "serial/LineStore.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QToolButton;

namespace portlight {

class ConsoleView;
class SerialFollower;

/// The Console tab: a bar (boot, search, failures, up, down, wrap, follow), the log, a status line.
class ConsolePage : public QWidget
{
    Q_OBJECT

public:
    explicit ConsolePage(QWidget *parent = nullptr);
    ~ConsolePage() override;

    /// Shows and follows the serial log of a VM; an empty path shows the empty state. The same file again: no change.
    void setLog(HostPointer host, const QString &path);
    /// Shows a store that somebody else fills; whoever fills it calls view()->linesAppended().
    void setStore(std::shared_ptr<LineStore> store);
    /// Stops following and shows the empty state.
    void clear();

    [[nodiscard]] ConsoleView *view() const { return m_view; }
    [[nodiscard]] qint64 failureCount() const;

Q_SIGNALS:
    /// For the badge on the tab.
    void failureCountChanged(qint64 count);

private:
    struct Widgets;
    void buildBar();
    void buildStatus();
    void connectView();
    void refresh();
    void refreshStatus();
    void refreshBoots();
    void applyTheme();
    void changeEvent(QEvent *event) override;

    ConsoleView *m_view = nullptr;
    std::unique_ptr<Widgets> m_widgets;
    std::unique_ptr<SerialFollower> m_follower;
    std::shared_ptr<LineStore> m_store;
    QString m_problem;
    qint64 m_announcedFailures = 0;
};

} // namespace portlight
