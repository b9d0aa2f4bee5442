// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ConsolePage that deals with searching, filtering, saving, and what is remembered.
#include "serial/Bookmarks.h"
#include "serial/ConsoleActions.h"
#include "serial/ConsoleBar.h"
#include "serial/ConsolePage.h"
#include "serial/ConsoleSearch.h"
#include "serial/ConsoleView.h"
#include "serial/FilterPane.h"
#include "serial/LogWriter.h"
#include "serial/SearchField.h"
#include "settings/Settings.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QShortcut>
#include <QSplitter>
#include <QStandardPaths>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int problemPauseMilliseconds = 700;
/// A search of one letter is hardly worth finding again.
constexpr qsizetype shortestRemembered = 2;

constexpr std::pair<ConsoleTime, QLatin1StringView> timeWords[] = {{ConsoleTime::SinceBoot, "boot"_L1},
                                                                   {ConsoleTime::Arrival, "arrival"_L1},
                                                                   {ConsoleTime::Difference, "difference"_L1}};

} // namespace

void ConsolePage::connectActions()
{
    connect(m_actions->wrap(), &QAction::toggled, m_view, &ConsoleView::setWrapping);
    connect(m_actions->follow(), &QAction::toggled, m_view, &ConsoleView::setFollowing);
    connect(m_actions->filter(), &QAction::toggled, this, &ConsolePage::setFilterShown);
    connect(m_actions->vmm(), &QAction::toggled, this, &ConsolePage::setVmmShown);
    connect(m_actions->notices(), &QAction::toggled, this, &ConsolePage::takeNotices);
    connect(m_actions, &ConsoleActions::silenceChosen, this, &ConsolePage::takeNotices);
    connect(m_actions->numbers(), &QAction::toggled, this, [this](bool shown) {
        m_view->setNumbersShown(shown);
        m_pane->view()->setNumbersShown(shown);
    });
    connect(m_actions->copyNumbers(), &QAction::toggled, this, [this](bool copying) {
        m_view->setCopyingNumbers(copying);
        m_pane->view()->setCopyingNumbers(copying);
    });
    connect(m_actions, &ConsoleActions::timeChosen, this, [this](ConsoleTime time) {
        m_view->setTimeColumn(time);
        m_pane->view()->setTimeColumn(time);
    });
    connect(m_actions->bookmark(), &QAction::triggered, m_view, &ConsoleView::toggleBookmark);
    connect(m_actions->bookmarkNote(), &QAction::triggered, m_view, &ConsoleView::editBookmarkNote);
    connect(m_actions->nextBookmark(), &QAction::triggered, m_view, [this] { m_view->goToBookmark(1); });
    connect(m_actions->previousBookmark(), &QAction::triggered, m_view, [this] { m_view->goToBookmark(-1); });
    connect(m_actions->copyBookmarks(), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_bookmarks->asText());
        setNote(tr("The bookmarks were copied."));
    });
    connect(m_actions->save(), &QAction::triggered, this, [this] { save(false); });
    connect(m_actions->saveSelection(), &QAction::triggered, this, [this] { save(true); });
    connect(m_actions->rules(), &QAction::triggered, this, &ConsolePage::rulesWanted);
    connect(m_actions->forgetSearches(), &QAction::triggered, this, [this] {
        if (m_settings)
            m_settings->clearConsoleSearches();
        m_bar->search()->setHistory({});
    });
    for (QAction *action : {m_actions->wrap(), m_actions->filter(), m_actions->vmm(), m_actions->notices(),
                            m_actions->numbers(), m_actions->copyNumbers()})
        connect(action, &QAction::toggled, this, &ConsolePage::saveOptions);
    connect(m_actions, &ConsoleActions::timeChosen, this, &ConsolePage::saveOptions);
    connect(m_actions, &ConsoleActions::silenceChosen, this, &ConsolePage::saveOptions);
    connect(m_splitter, &QSplitter::splitterMoved, this, &ConsolePage::saveOptions);
    addKey(QKeySequence(u"Ctrl+Shift+F"_s), [this] { m_actions->filter()->toggle(); });
}

void ConsolePage::takeNotices()
{
    const bool shown = m_actions->notices()->isChecked();
    m_view->setNotices(shown, shown ? qint64(m_actions->silence()) * 1000 : 0);
}

void ConsolePage::addKey(const QKeySequence &keys, const std::function<void()> &act)
{
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
}

void ConsolePage::connectSearch()
{
    SearchField *field = m_bar->search();
    m_problemPause.setSingleShot(true);
    m_problemPause.setInterval(problemPauseMilliseconds);
    connect(&m_problemPause, &QTimer::timeout, this, &ConsolePage::showSearchProblem);
    connect(field, &SearchField::textChanged, this, &ConsolePage::searchFor);
    connect(field, &SearchField::matchWanted, this, [this](int direction) {
        showSearchProblem();
        rememberSearch();
        findNext(direction);
    });
    connect(field, &SearchField::leaveWanted, m_view, [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    connect(m_search, &ConsoleSearch::linesFound, this, [this] { m_view->matchesChanged(); });
    connect(m_search, &ConsoleSearch::progressed, this, &ConsolePage::updateTally);
    connect(m_search, &ConsoleSearch::found, this, [this](qint64 line, bool wrapped) {
        if (line >= 0)
            m_view->goToLine(line);
        if (line < 0)
            setNote(tr("“%1” is not in this log.").arg(m_search->text()));
        else
            setNote(wrapped ? tr("The search went on from the other end.") : QString());
    });
    connect(m_pane, &FilterPane::lineWanted, m_view, &ConsoleView::goToLine);
    connect(m_pane, &FilterPane::closeWanted, m_actions->filter(), [this] {
        m_actions->filter()->setChecked(false);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_guestLines, &LogFilter::changed, this, [this](qint64 first) {
        if (m_view->filter() == &m_guestLines->lines())
            m_view->filterChanged(first);
    });
    connect(m_guestLines, &LogFilter::finished, this, [this] {
        // Not before all are known: rows that come and go under the eyes of the reader help nobody.
        if (!m_actions->vmm()->isChecked() && m_view->filter() != &m_guestLines->lines())
            m_view->setFilter(&m_guestLines->lines());
    });
}

void ConsolePage::searchFor(const QString &text)
{
    m_problemPause.stop();
    m_bar->setProblem({});
    setNote({});
    m_search->setText(text);
    m_view->setQuery(m_search->query());
    m_view->matchesChanged();
    updateTally();
    if (m_search->problem())
        m_problemPause.start();
}

void ConsolePage::showSearchProblem()
{
    m_problemPause.stop();
    const auto &problem = m_search->problem();
    m_bar->setProblem(problem ? problem->sentence : QString());
    m_bar->search()->setErrorAt(problem ? problem->at : -1);
}

void ConsolePage::findNext(int direction)
{
    if (m_search->query().isEmpty() || !m_view->store())
        return;
    const qint64 current = m_view->currentLine();
    const qint64 screen = direction > 0 ? m_view->firstVisibleLine() : m_view->lastVisibleLine();
    setNote({});
    m_search->find(current < 0 ? screen : current + direction, direction);
    if (m_search->isFinding())
        setNote(tr("Looking for “%1”…").arg(m_search->text()));
}

void ConsolePage::updateTally()
{
    QString text;
    if (!m_search->query().isEmpty()) {
        const QLocale locale;
        const LineSet &lines = m_search->lines();
        const qint64 current = m_view->currentLine();
        if (current >= 0 && lines.contains(current))
            text =
                tr("%1 of %2", "matches").arg(locale.toString(lines.rowOf(current) + 1), locale.toString(lines.size()));
        else
            text = lines.size() == 1 ? tr("1 match") : tr("%1 matches").arg(locale.toString(lines.size()));
        if (!m_search->isFinished() && m_search->progress() < 0.995)
            text = tr("%1 · %2 %", "matches, per cent").arg(text).arg(int(m_search->progress() * 100));
    }
    m_bar->search()->setTally(text);
}

void ConsolePage::rememberSearch()
{
    const QString text = m_search->text().trimmed();
    if (text.size() < shortestRemembered || m_search->problem())
        return;
    if (m_settings) {
        m_settings->addConsoleSearch(text);
        m_bar->search()->setHistory(m_settings->consoleSearches());
    }
}

void ConsolePage::setFilterShown(bool shown)
{
    m_pane->setVisible(shown);
    if (!shown)
        return;
    const int wanted = m_settings ? m_settings->consoleOptions().filterHeight : 0;
    const int all = m_splitter->height();
    const int height = std::clamp(wanted > 0 ? wanted : all / 3, 80, std::max(80, all - 80));
    m_splitter->setSizes({all - height, height});
}

void ConsolePage::setVmmShown(bool shown)
{
    const auto hidden = LogQuery::parse(u"not class:vmm"_s);
    if (shown || !m_view->store() || !hidden) {
        m_view->setFilter(nullptr);
        m_guestLines->clear();
    } else {
        m_guestLines->start(m_view->store(), *hidden);
    }
}

void ConsolePage::loadOptions()
{
    if (!m_settings)
        return;
    const ConsoleOptions options = m_settings->consoleOptions();
    m_actions->wrap()->setChecked(options.wrapping);
    m_actions->vmm()->setChecked(options.vmmShown);
    m_actions->setSilence(options.silence);
    m_actions->notices()->setChecked(options.noticesShown);
    takeNotices();
    m_actions->numbers()->setChecked(options.numbersShown);
    m_actions->copyNumbers()->setChecked(options.copyNumbers);
    for (const auto &[time, word] : timeWords) {
        if (options.time == word)
            m_actions->time(time)->trigger();
    }
    m_actions->filter()->setChecked(options.filterShown);
    m_bar->search()->setHistory(m_settings->consoleSearches());
}

void ConsolePage::saveOptions()
{
    if (!m_settings)
        return;
    ConsoleOptions options = m_settings->consoleOptions();
    options.wrapping = m_actions->wrap()->isChecked();
    options.vmmShown = m_actions->vmm()->isChecked();
    options.noticesShown = m_actions->notices()->isChecked();
    options.silence = m_actions->silence();
    options.numbersShown = m_actions->numbers()->isChecked();
    options.copyNumbers = m_actions->copyNumbers()->isChecked();
    options.filterShown = m_actions->filter()->isChecked();
    if (m_pane->isVisible() && m_splitter->sizes().value(1) > 0)
        options.filterHeight = m_splitter->sizes().value(1);
    for (const auto &[time, word] : timeWords) {
        if (m_actions->time(time)->isChecked())
            options.time = word;
    }
    if (options != m_settings->consoleOptions())
        m_settings->setConsoleOptions(options);
}

void ConsolePage::connectWriter()
{
    connect(m_writer, &LogWriter::progress, this,
            [this](double share) { setNote(tr("Saving: %1 %").arg(int(share * 100))); });
    connect(m_writer, &LogWriter::saved, this,
            [this](const QString &path) { setNote(tr("The log was saved to %1.").arg(path)); });
    connect(m_writer, &LogWriter::failed, this, [this](const Error &error) { setNote(error.text()); });
}

void ConsolePage::save(bool selectionOnly)
{
    if (!m_view->store() || m_writer->isRunning())
        return;
    QString folder = m_settings ? m_settings->logFolder() : QString();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, selectionOnly ? tr("Save the selection") : tr("Save the log"), folder,
                                   tr("Logs (*.log *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // Asks before it writes over a file.
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(u"serial-console.log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, selectionOnly](const QString &path) {
        if (m_settings)
            m_settings->setLogFolder(QFileInfo(path).absolutePath());
        write(path, selectionOnly);
    });
    dialog->open();
}

void ConsolePage::write(const QString &path, bool selectionOnly)
{
    if (!m_view->store() || m_writer->isRunning())
        return;
    const bool numbers = m_actions->copyNumbers()->isChecked();
    if (selectionOnly)
        m_writer->start(m_view->store(), path, {false, numbers, numbers}, m_view->selection(), m_view->filter());
    else
        m_writer->start(m_view->store(), path, {true, false, false});
}

bool ConsolePage::eventFilter(QObject *watched, QEvent *event)
{
    // The search may still be under way, of which a view knows nothing.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F3) {
        findNext(static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace portlight
