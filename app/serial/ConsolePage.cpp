// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsolePage.h"

#include "console/SerialFollower.h"
#include "serial/ConsoleBar.h"
#include "serial/ConsoleTexts.h"
#include "serial/ConsoleView.h"
#include "settings/Theme.h"

#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

ConsolePage::ConsolePage(QWidget *parent)
    : QWidget(parent)
    , m_bar(new ConsoleBar)
    , m_view(new ConsoleView)
    , m_status(new QLabel)
    , m_note(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addSpacing(1);
    column->addWidget(m_view, 1);
    column->addSpacing(1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_status);
    row->addStretch(1);
    row->addWidget(m_note);
    column->addLayout(row);
    for (QLabel *label : {m_status, m_note}) {
        label->setFont(ThemeMetrics::font(font(), 12));
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextFormat(Qt::PlainText);
    }
    setFocusProxy(m_view);
    connectParts();
    m_clock.start(1000);
    refresh();
}

ConsolePage::~ConsolePage() = default;

void ConsolePage::connectParts()
{
    connect(&m_clock, &QTimer::timeout, this, &ConsolePage::refreshStatus);
    connect(m_view, &ConsoleView::positionChanged, this, &ConsolePage::refresh);
    connect(m_view, &ConsoleView::followingChanged, m_bar, &ConsoleBar::setFollowing);
    connect(m_view, &ConsoleView::wrappingChanged, m_bar, &ConsoleBar::setWrapping);
    connect(m_view, &ConsoleView::searchWanted, m_bar, &ConsoleBar::focusSearch);
    connect(m_view, &ConsoleView::saveWanted, this, &ConsolePage::save);
    connect(m_view, &ConsoleView::searchFinished, this, [this](bool found, bool wrapped) {
        if (!found)
            setProblem(tr("“%1” is not in this log.").arg(m_view->searchText()));
        else
            setProblem(wrapped ? tr("The search went on from the other end.") : QString());
    });
    connect(m_bar, &ConsoleBar::searchChanged, this, [this](const QString &text) {
        setProblem({});
        m_view->setSearchText(text);
    });
    connect(m_bar, &ConsoleBar::matchWanted, m_view, &ConsoleView::findNext);
    connect(m_bar, &ConsoleBar::failureWanted, m_view, &ConsoleView::goToFailure);
    connect(m_bar, &ConsoleBar::wrappingWanted, m_view, &ConsoleView::setWrapping);
    connect(m_bar, &ConsoleBar::followingWanted, m_view, &ConsoleView::setFollowing);
    connect(m_bar, &ConsoleBar::bootWanted, m_view, &ConsoleView::goToLine);
}

void ConsolePage::setLog(HostPointer host, const QString &path)
{
    const bool same = m_follower && m_host == host && m_follower->path() == path;
    if (same)
        return;
    clear();
    if (!host || path.isEmpty())
        return;
    auto store = std::make_shared<LineStore>();
    m_host = host;
    m_follower = std::make_unique<SerialFollower>(std::move(host), path, store);
    m_view->setEmptyText(tr("No console output yet"), tr("What the guest writes to its serial port appears here."));
    m_view->setStore(std::move(store));
    connectFollower();
    m_follower->start();
}

void ConsolePage::connectFollower()
{
    SerialFollower *follower = m_follower.get();
    connect(follower, &SerialFollower::linesAppended, m_view, &ConsoleView::linesAppended);
    connect(follower, &SerialFollower::missing, this, [this] {
        m_view->setEmptyText(tr("No console output yet"),
                             tr("The log appears here as soon as the VM has been started."));
    });
    connect(follower, &SerialFollower::failed, this, [this](const Error &error) { setProblem(error.text()); });
    connect(follower, &SerialFollower::resumed, this, [this] { setProblem({}); });
}

void ConsolePage::setStore(std::shared_ptr<LineStore> store)
{
    m_follower.reset();
    m_host.reset();
    setProblem({});
    m_view->setStore(std::move(store));
    refresh();
}

void ConsolePage::clear()
{
    setStore(nullptr);
}

void ConsolePage::goToFailure(int direction)
{
    m_view->goToFailure(direction);
}

qint64 ConsolePage::failureCount() const
{
    return m_view->store() ? m_view->store()->failureCount() : 0;
}

void ConsolePage::refresh()
{
    const auto &store = m_view->store();
    const qint64 place = m_view->currentLine() >= 0 ? m_view->currentLine() : m_view->lastVisibleLine();
    m_bar->setBoots(store ? store->boots() : QList<SerialBoot>(), store ? store->bootOf(place) : -1);
    m_bar->setFailureCount(failureCount());
    refreshStatus();
    if (const qint64 count = failureCount(); count != m_announcedFailures) {
        m_announcedFailures = count;
        Q_EMIT failureCountChanged(count);
    }
}

void ConsolePage::refreshStatus()
{
    const auto &store = m_view->store();
    const qint64 count = store ? store->lineCount() : 0;
    if (count == 0) {
        m_status->clear();
        return;
    }
    const qint64 place = m_view->currentLine() >= 0 ? m_view->currentLine() : m_view->lastVisibleLine();
    const QLocale locale;
    const QString line = tr("Line %1 of %2").arg(locale.toString(place + 1), locale.toString(count));
    const QString size = ConsoleTexts::size(store->byteCount(), store->lastArrival(), QDateTime::currentDateTimeUtc());
    m_status->setText(line + u"     "_s + size);
}

QString ConsolePage::statusText() const
{
    return m_status->text();
}

void ConsolePage::setProblem(const QString &text)
{
    m_note->setText(text);
}

void ConsolePage::save()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the log"), folder + u"/serial-console.log"_s,
                                                      tr("Logs (*.log *.txt);;All files (*)"));
    if (path.isEmpty())
        return;
    const Result<void> saved = m_view->saveAll(path);
    setProblem(saved ? tr("The log was saved to %1.").arg(path) : saved.error().text());
}

void ConsolePage::paintEvent(QPaintEvent *)
{
    const ThemeColors &theme = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    const int bottom = m_view->geometry().bottom() + 1;
    painter.fillRect(QRect(0, bottom, width(), height() - bottom), theme.side);
    painter.fillRect(QRect(0, m_bar->geometry().bottom() + 1, width(), 1), theme.border);
    painter.fillRect(QRect(0, bottom, width(), 1), theme.border);
}

void ConsolePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        for (QLabel *label : {m_status, m_note})
            label->setFont(ThemeMetrics::font(font(), 12));
        update();
    }
}

} // namespace portlight
