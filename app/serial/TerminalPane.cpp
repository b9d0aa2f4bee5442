// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/TerminalPane.h"

#include "console/ConsoleConnection.h"
#include "console/TerminalReplay.h"
#include "serial/TerminalSign.h"
#include "serial/TerminalView.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QEvent>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A round plays no more than this, so that a flood leaves time for keys and painting.
constexpr qint64 MostPlayed = 128 * 1024;
constexpr int RoundMilliseconds = 16;

} // namespace

struct TerminalPane::Private
{
    TerminalPane *pane = nullptr;
    TerminalSign *sign = nullptr;
    TerminalView *view = nullptr;
    QPointer<QPushButton> button; ///< Has another parent by now, perhaps.
    QTimer round;
    HostPointer host;
    QString socketPath;
    std::unique_ptr<TerminalReplay> replay;
    std::unique_ptr<TerminalScreen> screen;
    std::unique_ptr<ConsoleConnection> connection;
    bool taken = false;
    QString problemText;

    void build();
    void connectView();
    /// A new screen of the view's size, with the end of the log.
    void rebuild();
    void play();
    void older();
    void opened();
    void ended(const QString &why);
    void send(const QByteArray &bytes);
    void setProblem(const QString &text);
    void refresh();
    void refreshButton();
    void showMenu(const QPoint &position);
};

TerminalPane::TerminalPane(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->pane = this;
    d->build();
}

TerminalPane::~TerminalPane()
{
    // The parts say goodbye (lost focus) when there is nobody left to hear it.
    d->view->disconnect(this);
    if (d->button)
        d->button->disconnect(this);
    d->view->setScreen(nullptr);
}

void TerminalPane::Private::build()
{
    sign = new TerminalSign(pane);
    view = new TerminalView(pane);
    button = new QPushButton(pane);
    button->setProperty("quiet", true);
    button->setProperty("status", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->hide(); // until somebody gives it a place
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(sign);
    column->addWidget(view, 1);
    pane->setFocusProxy(view);
    round.setSingleShot(true);
    round.setInterval(RoundMilliseconds);
    QObject::connect(&round, &QTimer::timeout, pane, [this] { play(); });
    QObject::connect(button, &QPushButton::clicked, pane,
                     [this] { pane->hasKeyboard() ? pane->releaseKeyboard() : pane->takeKeyboard(); });
    connectView();
    refresh();
}

void TerminalPane::Private::connectView()
{
    QObject::connect(view, &TerminalView::typed, pane, [this](const QByteArray &bytes) { send(bytes); });
    QObject::connect(view, &TerminalView::releaseWanted, pane, &TerminalPane::releaseKeyboard);
    QObject::connect(view, &TerminalView::cellsChanged, pane, [this] { rebuild(); });
    QObject::connect(
        view, &TerminalView::historyWanted, pane, [this] { older(); }, Qt::QueuedConnection);
    QObject::connect(view, &TerminalView::focusChanged, pane, [this] { refresh(); });
    QObject::connect(view, &TerminalView::menuWanted, pane, [this](const QPoint &at) { showMenu(at); });
    QObject::connect(sign, &TerminalSign::menuWanted, pane, [this](const QPoint &at) { showMenu(at); });
    QObject::connect(view, &TerminalView::keyboardMissed, pane, [this] {
        sign->setRemark(socketPath.isEmpty()
                            ? tr("The VM does not run, so nobody reads what you type.")
                            : tr("To type, take the keyboard first: the button is at the lower right."));
    });
}

void TerminalPane::setConsole(HostPointer host, const QString &socketPath, std::shared_ptr<LineStore> store)
{
    const bool sameConsole = host == d->host && socketPath == d->socketPath;
    const bool sameLog = (d->replay ? d->replay->store() : nullptr) == store;
    if (!sameConsole) {
        const bool could = canTakeKeyboard();
        releaseKeyboard();
        d->host = std::move(host);
        d->socketPath = socketPath;
        d->setProblem({});
        if (could != canTakeKeyboard())
            Q_EMIT canTakeKeyboardChanged(canTakeKeyboard());
    }
    if (!sameLog) {
        d->view->setScreen(nullptr);
        d->screen.reset();
        d->replay = store ? std::make_unique<TerminalReplay>(std::move(store)) : nullptr;
        d->rebuild();
    }
    d->refresh();
}

void TerminalPane::Private::rebuild()
{
    if (!replay)
        return;
    const bool alternate = screen && screen->isAlternate();
    view->setScreen(nullptr);
    screen = replay->begin(view->rows(), view->columns(), alternate);
    view->setScreen(screen.get());
}

void TerminalPane::logGrew()
{
    if (d->replay && !d->round.isActive())
        d->play();
}

void TerminalPane::Private::play()
{
    if (!replay || !screen)
        return;
    if (!replay->advance(*screen, MostPlayed))
        rebuild();
    const QByteArray answers = screen->takeAnswers();
    if (taken && !answers.isEmpty())
        send(answers);
    view->screenChanged();
    // Also when nothing is left: what comes within this time is played together.
    if (!replay->isAtEnd())
        round.start();
}

void TerminalPane::Private::older()
{
    if (!replay || !screen)
        return;
    if (replay->prependOlder(*screen))
        view->screenChanged();
    else if (!screen->history().empty() && !view->isAtEnd())
        Q_EMIT pane->logWanted();
}

void TerminalPane::takeKeyboard()
{
    if (d->connection || !canTakeKeyboard())
        return;
    d->setProblem({});
    d->connection = std::make_unique<ConsoleConnection>(d->host, d->socketPath);
    ConsoleConnection *connection = d->connection.get();
    connect(connection, &ConsoleConnection::opened, this, [this] { d->opened(); });
    connect(connection, &ConsoleConnection::closed, this, [this] { d->ended(tr("The VM closed its console.")); });
    connect(connection, &ConsoleConnection::failed, this,
            [this](const Error &error) { d->ended(u"%1 %2"_s.arg(error.summary, error.hint).trimmed()); });
    // What comes over the socket stands in the log too, and is shown from there.
    connection->open();
    d->refresh();
}

void TerminalPane::Private::opened()
{
    taken = true;
    view->setKeyboard(true);
    refresh();
    Q_EMIT pane->keyboardChanged(true);
    view->setFocus();
}

void TerminalPane::Private::ended(const QString &why)
{
    if (connection) {
        QObject::disconnect(connection.get(), nullptr, pane, nullptr);
        connection.release()->deleteLater(); // it may be the one that calls
    }
    const bool was = std::exchange(taken, false);
    view->setKeyboard(false);
    refresh();
    setProblem(why);
    if (was)
        Q_EMIT pane->keyboardChanged(false);
}

void TerminalPane::releaseKeyboard()
{
    if (d->connection)
        d->ended({});
}

bool TerminalPane::hasKeyboard() const
{
    return d->taken;
}

bool TerminalPane::canTakeKeyboard() const
{
    return d->host != nullptr && !d->socketPath.isEmpty();
}

QString TerminalPane::problemText() const
{
    return d->problemText;
}

QPushButton *TerminalPane::keyboardButton() const
{
    return d->button;
}

void TerminalPane::Private::send(const QByteArray &bytes)
{
    if (!connection)
        return;
    if (!connection->send(bytes))
        setProblem(tr("The guest does not read what is typed; the last keys were left out."));
    else if (!problemText.isEmpty())
        setProblem({});
}

void TerminalPane::Private::setProblem(const QString &text)
{
    sign->setRemark(text);
    if (std::exchange(problemText, text) != text)
        Q_EMIT pane->problem(text);
}

void TerminalPane::Private::refresh()
{
    sign->setState(!pane->canTakeKeyboard() ? TerminalSign::State::Unavailable
                   : taken      ? (view->hasFocus() ? TerminalSign::State::Typing : TerminalSign::State::Waiting)
                   : connection ? TerminalSign::State::Connecting
                                : TerminalSign::State::Watching);
    refreshButton();
}

void TerminalPane::Private::refreshButton()
{
    if (!button)
        return;
    const ThemeColors &theme = ThemeColors::of(pane->palette());
    button->setIcon(Icons::icon(Icon::Keyboard, taken ? theme.accent : theme.dim));
    button->setIconSize(ThemeMetrics::buttonIcon(pane->font()));
    button->setFont(ThemeMetrics::font(pane->font(), 12));
    button->setText(taken ? tr("Give the keyboard back") : tr("Take the keyboard"));
    button->setToolTip(taken                      ? tr("Ctrl+Alt+G does the same.")
                       : !pane->canTakeKeyboard() ? tr("The VM does not run.")
                                                  : tr("Type into the guest's serial console."));
    button->setEnabled(pane->canTakeKeyboard() && (taken || !connection));
}

void TerminalPane::Private::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(pane);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), view, &TerminalView::copy);
    copy->setEnabled(!view->selectedText().isEmpty());
    QAction *paste = menu->addAction(tr("Paste"), view, &TerminalView::paste);
    paste->setEnabled(taken);
    menu->addAction(tr("Select all"), view, &TerminalView::selectAll);
    menu->addSeparator();
    // A serial line has no size, so the guest has to be told as a command.
    const QByteArray command =
        "stty rows " + QByteArray::number(view->rows()) + " cols " + QByteArray::number(view->columns()) + '\r';
    QAction *size = menu->addAction(tr("Type “stty rows %1 cols %2”").arg(view->rows()).arg(view->columns()), pane,
                                    [this, command] { send(command); });
    size->setToolTip(tr("Tells programs in the guest how large this terminal is."));
    size->setEnabled(taken);
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    if (taken)
        menu->addAction(tr("Give the keyboard back"), pane, &TerminalPane::releaseKeyboard);
    else
        menu->addAction(tr("Take the keyboard"), pane, &TerminalPane::takeKeyboard)
            ->setEnabled(pane->canTakeKeyboard());
    menu->popup(position);
}

void TerminalPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { d->refreshButton(); }, Qt::QueuedConnection);
}

} // namespace portlight
