// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsolePage.h"

#include "console/SerialFollower.h"
#include "serial/Bookmarks.h"
#include "serial/ConsoleActions.h"
#include "serial/ConsoleBar.h"
#include "serial/ConsoleNote.h"
#include "serial/ConsoleSearch.h"
#include "serial/ConsoleTexts.h"
#include "serial/ConsoleView.h"
#include "serial/FilterPane.h"
#include "serial/LogWriter.h"
#include "serial/RuleLibrary.h"
#include "serial/SearchField.h"
#include "serial/TerminalPane.h"
#include "settings/Settings.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

ConsolePage::ConsolePage(QWidget *parent)
    : ConsolePage(static_cast<Settings *>(nullptr), parent)
{
}

ConsolePage::ConsolePage(Settings &settings, QWidget *parent)
    : ConsolePage(&settings, parent)
{
}

ConsolePage::ConsolePage(Settings *settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_actions(new ConsoleActions(this))
    , m_search(new ConsoleSearch(this))
    , m_guestLines(new LogFilter(this))
    , m_bookmarks(new Bookmarks(settings ? settings->bookmarksFolder() : QString(), this))
    , m_writer(new LogWriter(this))
    , m_bar(new ConsoleBar(m_actions))
    , m_pages(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_view(new ConsoleView)
    , m_pane(new FilterPane(*m_search))
    , m_terminal(new TerminalPane)
    , m_statusRow(new QWidget)
    , m_status(new QLabel)
    , m_note(new ConsoleNote)
{
    build();
    connectView();
    connectActions();
    connectSearch();
    connectWriter();
    connectTerminal();
    loadOptions();
    m_clock.start(1000);
    refresh();
}

ConsolePage::~ConsolePage()
{
    // Nobody is told any more: those who listen may be half gone.
    blockSignals(true);
    for (QObject *part : {static_cast<QObject *>(m_view), static_cast<QObject *>(m_pane->view()),
                          static_cast<QObject *>(m_search), static_cast<QObject *>(m_bookmarks),
                          static_cast<QObject *>(m_guestLines), static_cast<QObject *>(m_terminal)})
        part->disconnect(this);
    if (m_follower)
        m_follower->disconnect(this);
    m_follower.reset();
    // The views look at sets and bookmarks that go before them.
    m_view->setStore(nullptr);
    m_view->setBookmarks(nullptr);
    m_pane->setStore(nullptr);
}

void ConsolePage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addSpacing(1);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setHandleWidth(5);
    m_pane->hide();
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_terminal);
    column->addWidget(m_pages, 1);
    column->addSpacing(1);
    auto *row = new QHBoxLayout(m_statusRow);
    row->setContentsMargins(12, 1, 8, 1);
    row->setSpacing(12);
    buildStatus(row);
    column->addWidget(m_statusRow);
    setFocusProxy(m_view);
    m_view->setBookmarks(m_bookmarks);
    m_view->installEventFilter(this);
    m_pane->view()->installEventFilter(this);
}

void ConsolePage::buildStatus(QHBoxLayout *row)
{
    m_status->setTextFormat(Qt::PlainText);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_status);
    row->addStretch(1);
    row->addWidget(m_note, 1);
    row->addWidget(m_terminal->keyboardButton());
    updateStatusLook();
}

/// As high with the button as without.
void ConsolePage::updateStatusLook()
{
    for (QLabel *label : {m_status, static_cast<QLabel *>(m_note)})
        label->setFont(ThemeMetrics::font(font(), 12));
    m_statusRow->setMinimumHeight(ThemeMetrics::length(28, font()));
}

void ConsolePage::setLog(HostPointer host, const QString &path)
{
    const bool same = m_follower && m_host == host && m_follower->path() == path;
    if (same)
        return;
    clear();
    if (!host || path.isEmpty())
        return;
    setEmptyText(tr("No console output yet"), tr("What the guest writes to its serial port appears here."),
                 tr("The log appears here as soon as the VM has been started."));
    follow(std::move(host), path);
}

void ConsolePage::follow(HostPointer host, const QString &path)
{
    m_classifier = m_rules ? m_rules->classifier() : LineClassifier::shipped();
    auto store = std::make_shared<LineStore>(m_classifier);
    m_host = host;
    const QString key = host->isThisMachine() ? path : host->name() + u':' + path;
    m_follower = std::make_unique<SerialFollower>(std::move(host), path, store);
    takeStore(std::move(store), key);
    connectFollower();
    m_follower->start();
}

void ConsolePage::setRules(RuleLibrary *rules)
{
    m_rules = rules;
    connect(rules, &RuleLibrary::changed, this, &ConsolePage::takeRules);
    takeRules();
}

/// A log that is followed is read again, which gives its lines their new classes.
void ConsolePage::takeRules()
{
    const QString problem = m_rules->problems().isEmpty() ? QString() : m_rules->problems().first().text();
    if (m_follower && m_classifier != m_rules->classifier()) {
        const qint64 line = m_view->isFollowing() ? -1 : place();
        const QString path = m_follower->path();
        m_follower.reset();
        follow(m_host, path);
        m_returnTo = line;
    }
    setNote(problem.isEmpty() ? QString() : tr("A highlighting rule of yours is wrong: %1").arg(problem));
}

void ConsolePage::connectFollower()
{
    SerialFollower *follower = m_follower.get();
    connect(follower, &SerialFollower::linesAppended, this, &ConsolePage::linesAppended);
    connect(follower, &SerialFollower::missing, this, [this] {
        if (m_view->store()->lineCount() == 0)
            m_view->setEmptyText(m_emptyTitle, m_missingText);
    });
    connect(follower, &SerialFollower::endReached, this, [this] {
        if (m_returnTo >= 0)
            m_view->goToLine(m_returnTo);
        m_returnTo = -1;
    });
    connect(follower, &SerialFollower::failed, this, &ConsolePage::setLost);
    connect(follower, &SerialFollower::resumed, this, [this] {
        m_lostSince = {};
        setNote({});
        refreshStatus();
    });
    connect(follower, &SerialFollower::indexed, this, [this](qint64 done, qint64 size) {
        const QString all = QLocale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat);
        setNote(done >= size ? QString() : tr("Reading %1: %2 %").arg(all).arg(size > 0 ? 100 * done / size : 100));
    });
}

void ConsolePage::setStore(std::shared_ptr<LineStore> store, const QString &key)
{
    m_follower.reset();
    m_host.reset();
    m_socket.clear();
    m_lostSince = {};
    m_returnTo = -1;
    setNote({});
    takeStore(std::move(store), key);
}

void ConsolePage::takeStore(std::shared_ptr<LineStore> store, const QString &key)
{
    m_guestLines->clear();
    m_bookmarks->open(key, store);
    m_search->setStore(store);
    m_view->setStore(store);
    m_pane->setStore(std::move(store));
    m_view->setMatches(&m_search->lines());
    m_view->setQuery(m_search->query());
    setVmmShown(m_actions->vmm()->isChecked());
    m_terminal->setConsole(m_host, m_socket, m_view->store());
    refresh();
}

void ConsolePage::linesAppended(qint64 first, qint64 count)
{
    m_bookmarks->linesChanged(first);
    m_view->linesAppended(first, count);
    m_pane->linesAppended(first, count);
    m_search->linesChanged(first);
    m_guestLines->linesChanged(first);
    if (isTerminalShown())
        m_terminal->logGrew();
}

void ConsolePage::clear()
{
    setStore(nullptr);
}

void ConsolePage::setConsoleSocket(const QString &path)
{
    if (m_socket == path || !m_host)
        return;
    m_socket = path;
    m_terminal->setConsole(m_host, m_socket, m_view->store());
    m_terminal->keyboardButton()->setVisible(m_terminal->canTakeKeyboard());
}

void ConsolePage::connectTerminal()
{
    QPushButton *button = m_terminal->keyboardButton();
    button->setVisible(m_terminal->canTakeKeyboard());
    connect(m_terminal, &TerminalPane::canTakeKeyboardChanged, button, &QWidget::setVisible);
    connect(m_terminal, &TerminalPane::keyboardChanged, m_actions->terminal(), &QAction::setChecked);
    connect(m_actions->terminal(), &QAction::toggled, this, &ConsolePage::showTerminal);
    connect(m_terminal, &TerminalPane::problem, this, &ConsolePage::setNote);
    connect(m_terminal, &TerminalPane::logWanted, this, [this] { m_actions->terminal()->setChecked(false); });
    // What concerns the log is to be seen in the log.
    const auto toLog = [this] {
        m_actions->terminal()->setChecked(false);
    };
    connect(m_bar, &ConsoleBar::failureWanted, this, toLog);
    connect(m_bar, &ConsoleBar::bootWanted, this, toLog);
    connect(m_bar->search(), &SearchField::textEdited, this, toLog);
    connect(m_bar->search(), &SearchField::matchWanted, this, toLog);
}

/// The log keeps its place meanwhile.
void ConsolePage::showTerminal(bool shown)
{
    m_pages->setCurrentWidget(shown ? static_cast<QWidget *>(m_terminal) : m_splitter);
    if (shown)
        m_terminal->logGrew();
    else
        m_terminal->releaseKeyboard();
    setFocusProxy(shown ? static_cast<QWidget *>(m_terminal) : m_view);
    // Whoever is typing a search goes on typing.
    if (isVisible() && !m_bar->search()->hasFocus())
        setFocus(Qt::OtherFocusReason);
}

bool ConsolePage::isTerminalShown() const
{
    return m_pages->currentWidget() == m_terminal;
}

void ConsolePage::setEmptyText(const QString &title, const QString &text, const QString &missing)
{
    m_emptyTitle = title;
    m_missingText = missing;
    m_view->setEmptyText(title, text);
}

void ConsolePage::goToFailure(int direction)
{
    m_view->goToFailure(direction);
}

qint64 ConsolePage::failureCount() const
{
    return m_view->store() ? m_view->store()->failureCount() : 0;
}

void ConsolePage::paintEvent(QPaintEvent *)
{
    const ThemeColors &theme = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    const int bottom = m_statusRow->geometry().top() - 1;
    painter.fillRect(QRect(0, bottom, width(), height() - bottom), theme.side);
    painter.fillRect(QRect(0, m_bar->geometry().bottom() + 1, width(), 1), theme.border);
    painter.fillRect(QRect(0, bottom, width(), 1), theme.border);
}

void ConsolePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateStatusLook();
        update();
    }
}

} // namespace portlight
