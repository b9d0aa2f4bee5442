// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "hosts/Host.h"
#include "serial/LineStore.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;

namespace portlight {

class ConsoleBar;
class ConsoleView;
class SerialFollower;

/// The Console tab: a bar (boot, search, failures, up, down, wrap, follow), the log, a status line. GUI thread.
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
    /// To the next (1) or previous (-1) failure line, as F8 and Shift+F8 do.
    void goToFailure(int direction);

    [[nodiscard]] ConsoleView *view() const { return m_view; }
    [[nodiscard]] ConsoleBar *bar() const { return m_bar; }
    [[nodiscard]] qint64 failureCount() const;
    /// "Line 478 of 566   44 kB · ends 3 s ago".
    [[nodiscard]] QString statusText() const;

Q_SIGNALS:
    /// For the badge on the tab.
    void failureCountChanged(qint64 count);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void connectFollower();
    void refresh();
    void refreshStatus();
    void setProblem(const QString &text);
    void save();

    ConsoleBar *m_bar;
    ConsoleView *m_view;
    QLabel *m_status;
    QLabel *m_note;
    QTimer m_clock;
    HostPointer m_host;
    std::unique_ptr<SerialFollower> m_follower;
    qint64 m_announcedFailures = 0;
};

} // namespace portlight
