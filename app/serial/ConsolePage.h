// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "hosts/Host.h"
#include "serial/ConsoleTime.h"
#include "serial/LineStore.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLabel;
class QSplitter;
class QStackedWidget;

namespace portlight {

class Bookmarks;
class ConsoleActions;
class ConsoleBar;
class ConsoleNote;
class ConsoleSearch;
class ConsoleView;
class FilterPane;
class LineClassifier;
class LogFilter;
class LogWriter;
class RuleLibrary;
class SerialFollower;
class TerminalPane;
class Settings;

/// The Console tab: a bar (boot, search, failures, up, down, bookmark, wrap, follow), the log, the matching lines alone
/// below it, a status line. GUI thread.
class ConsolePage : public QWidget
{
    Q_OBJECT

public:
    /// Remembers nothing.
    explicit ConsolePage(QWidget *parent = nullptr);
    /// `settings` outlive it.
    explicit ConsolePage(Settings &settings, QWidget *parent = nullptr);
    ~ConsolePage() override;

    /// Colours logs by these rules, and again when they change; they outlive the page. Without them, by those shipped.
    void setRules(RuleLibrary *rules);
    /// Shows and follows the serial log of a VM, or any other file; an empty path shows the empty state. The same file
    /// again: no change.
    void setLog(HostPointer host, const QString &path);
    /// Where the keyboard of this log's VM can be taken; empty while it does not run.
    void setConsoleSocket(const QString &path);
    /// Shows a store that somebody else fills; whoever fills it calls linesAppended(). `key` says for good which log it
    /// is; without it, bookmarks are not kept.
    void setStore(std::shared_ptr<LineStore> store, const QString &key = {});
    /// Stops following and shows the empty state.
    void clear();
    /// What stands in the middle while the log has no line, and while there is no file; until another log is shown.
    void setEmptyText(const QString &title, const QString &text, const QString &missing);
    /// A sentence at the right of the status line.
    void setNote(const QString &text);
    /// To the next (1) or previous (-1) failure line, as F8 and Shift+F8 do.
    void goToFailure(int direction);
    /// To the next or previous match of the search.
    void findNext(int direction);
    /// Asks where, and writes the log or the selected part of it.
    void save(bool selectionOnly);

    [[nodiscard]] ConsoleView *view() const { return m_view; }
    [[nodiscard]] ConsoleBar *bar() const { return m_bar; }
    [[nodiscard]] ConsoleActions *actions() const { return m_actions; }
    [[nodiscard]] FilterPane *filterPane() const { return m_pane; }
    [[nodiscard]] TerminalPane *terminal() const { return m_terminal; }
    /// The terminal is shown in place of the log.
    [[nodiscard]] bool isTerminalShown() const;
    [[nodiscard]] ConsoleSearch *search() const { return m_search; }
    [[nodiscard]] qint64 failureCount() const;
    /// "Line 478 of 566   44 kB · ends 3 s ago".
    [[nodiscard]] QString statusText() const;
    /// The sentence at the right of the status line.
    [[nodiscard]] QString noteText() const;

public Q_SLOTS:
    /// Lines from `first` on are new or changed.
    void linesAppended(qint64 first, qint64 count);

Q_SIGNALS:
    /// For the badge on the tab.
    void failureCountChanged(qint64 count);
    /// The user wants to see the rules that colour the lines.
    void rulesWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ConsolePage(Settings *settings, QWidget *parent);
    void build();
    void buildStatus(QHBoxLayout *row);
    void updateStatusLook();
    void connectView();
    void connectActions();
    void connectSearch();
    void connectFollower();
    void connectWriter();
    void connectTerminal();
    void showTerminal(bool shown);
    void follow(HostPointer host, const QString &path);
    void takeRules();
    void addKey(const QKeySequence &keys, const std::function<void()> &act);
    void takeStore(std::shared_ptr<LineStore> store, const QString &key);

    void loadOptions();
    void saveOptions();
    void setFilterShown(bool shown);
    void setVmmShown(bool shown);
    void takeNotices();
    void searchFor(const QString &text);
    void showSearchProblem();
    void updateTally();
    void rememberSearch();
    void write(const QString &path, bool selectionOnly);

    void refresh();
    void refreshStatus();
    void refreshBoots();
    void setLost(const Error &error);
    [[nodiscard]] qint64 place() const;
    [[nodiscard]] QString lineText() const;

    Settings *m_settings;
    RuleLibrary *m_rules = nullptr;
    std::shared_ptr<const LineClassifier> m_classifier; ///< Of the log that is shown.
    ConsoleActions *m_actions;
    ConsoleSearch *m_search;
    LogFilter *m_guestLines; ///< All lines but the hypervisor's; works while
                             ///< those are hidden.
    Bookmarks *m_bookmarks;
    LogWriter *m_writer;
    ConsoleBar *m_bar;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    ConsoleView *m_view;
    FilterPane *m_pane;
    TerminalPane *m_terminal;
    QWidget *m_statusRow;
    QLabel *m_status;
    ConsoleNote *m_note;
    QTimer m_clock;
    QTimer m_problemPause; ///< Nobody is told about a mistake while he types on.
    HostPointer m_host;
    QString m_socket;
    std::unique_ptr<SerialFollower> m_follower;
    QDateTime m_lostSince; ///< Invalid while the log can be read.
    QString m_lostReason;
    QString m_emptyTitle;
    QString m_missingText;
    qint64 m_returnTo = -1; ///< The line to go to as soon as the log is there again.
    qint64 m_announcedFailures = 0;
};

} // namespace portlight
