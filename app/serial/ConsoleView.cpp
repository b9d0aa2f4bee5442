// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleView.h"

#include "serial/ConsoleTexts.h"
#include "serial/HeatStrip.h"
#include "serial/LogSearch.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

ConsoleView::ConsoleView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_cache(ThemeColors::of(palette()))
    , m_scroll([this](qint64 line) { return m_wrapping ? m_cache.line(line)->rows : 1; })
    , m_strip(new HeatStrip(this))
    , m_jump(new QPushButton(viewport()))
    , m_search(new LogSearch(this))
{
    setAccessibleName(tr("Serial console"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 0, m_strip->width(), 0);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    m_jump->setCursor(Qt::ArrowCursor);
    m_jump->setFocusPolicy(Qt::NoFocus);
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(m_strip, &HeatStrip::lineWanted, this, [this](qint64 line) {
        m_scroll.setTop(m_scroll.topFor(line, m_scroll.pageRows() / 2));
        settleAfterUserScroll();
    });
    connect(m_search, &LogSearch::finished, this, [this](qint64 line, bool wrapped) {
        if (line >= 0)
            goToLine(line);
        Q_EMIT searchFinished(line >= 0, wrapped);
    });
    setEmptyText(tr("No console output yet"), tr("What the guest writes to its serial port appears here."));
    updateLook();
    m_jump->setIcon(Icons::icon(Icon::Follow, m_cache.colors().theme().text));
}

ConsoleView::~ConsoleView() = default;

void ConsoleView::setStore(std::shared_ptr<LineStore> store)
{
    m_search->cancel();
    m_store = std::move(store);
    m_cache.setStore(m_store);
    m_strip->setStore(m_store);
    m_selection = {};
    m_currentLine = -1;
    m_widest = 0;
    m_scroll.setTop({});
    linesAppended(0, m_store ? m_store->lineCount() : 0);
    setFollowing(true);
}

void ConsoleView::setEmptyText(const QString &title, const QString &text)
{
    m_emptyTitle = title;
    m_emptyText = text;
    viewport()->update();
}

void ConsoleView::linesAppended(qint64 first, qint64)
{
    m_cache.forgetFrom(first);
    m_strip->refresh();
    updateLook();
    updateExtent();
    if (m_following)
        goToEnd();
    updateJump();
    viewport()->update();
    Q_EMIT positionChanged();
}

qint64 ConsoleView::newLineCount() const
{
    return m_following ? 0 : std::max<qint64>(0, m_scroll.lines() - m_seenCount);
}

qint64 ConsoleView::newFailureCount() const
{
    return m_store && !m_following ? m_store->failuresIn(m_seenCount, newLineCount()) : 0;
}

void ConsoleView::setFollowing(bool following)
{
    const bool changed = m_following != following;
    m_following = following;
    m_seenCount = m_scroll.lines();
    if (following)
        goToEnd();
    updateJump();
    if (changed)
        Q_EMIT followingChanged(following);
}

void ConsoleView::setWrapping(bool wrapping)
{
    if (m_wrapping == wrapping)
        return;
    m_wrapping = wrapping;
    const auto top = m_scroll.top();
    updateLook();
    updateExtent();
    m_scroll.setTop({top.line, 0});
    if (m_following)
        goToEnd();
    updateExtent();
    viewport()->update();
    Q_EMIT wrappingChanged(wrapping);
}

void ConsoleView::goToEnd()
{
    m_scroll.setTop(m_scroll.end());
    updateExtent();
    viewport()->update();
    Q_EMIT positionChanged();
}

void ConsoleView::goToLine(qint64 line)
{
    if (!m_store || line < 0 || line >= m_scroll.lines())
        return;
    setFollowing(false);
    m_currentLine = line;
    const bool comfortable = line > m_scroll.top().line + 2 && line < lastVisibleLine() - 2;
    if (!comfortable)
        m_scroll.setTop(m_scroll.topFor(line, m_scroll.pageRows() / 3));
    updateExtent();
    viewport()->update();
    Q_EMIT positionChanged();
}

bool ConsoleView::goToFailure(int direction)
{
    if (!m_store)
        return false;
    const qint64 count = m_scroll.lines();
    // Without a current line one begins at the side that lies in the direction of the search.
    const qint64 none = direction > 0 ? 0 : count - 1;
    qint64 line = m_store->findFailure(m_currentLine < 0 ? none : m_currentLine + direction, direction);
    if (line < 0)
        line = m_store->findFailure(none, direction);
    if (line < 0)
        return false;
    goToLine(line);
    return true;
}

void ConsoleView::setSearchText(const QString &text)
{
    m_search->cancel();
    m_searchText = text;
    viewport()->update();
}

void ConsoleView::findNext(int direction)
{
    if (!m_store || m_searchText.isEmpty())
        return;
    const qint64 from = m_currentLine < 0 ? m_scroll.top().line : m_currentLine + direction;
    m_search->start(m_store, m_searchText, from, direction);
}

QString ConsoleView::selectedText() const
{
    return m_store ? m_selection.text(*m_store) : QString();
}

void ConsoleView::selectAll()
{
    m_selection.begin({0, 0});
    m_selection.extend({m_scroll.lines(), 0});
    viewport()->update();
}

void ConsoleView::copySelection()
{
    if (!m_selection.isEmpty())
        QGuiApplication::clipboard()->setText(selectedText());
}

Result<void> ConsoleView::saveAll(const QString &path) const
{
    constexpr qint64 PieceBytes = 1024 * 1024;
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    for (qint64 at = m_store ? m_store->firstKeptByte() : 0; good && m_store;) {
        const QByteArray piece = m_store->rawBytes(at, PieceBytes);
        if (piece.isEmpty())
            break;
        good = file.write(piece) == piece.size();
        at += piece.size();
    }
    if (good && file.commit())
        return {};
    return failure(ErrorKind::Failed, u"file.failed"_s, tr("The log could not be saved to %1.").arg(path),
                   tr("Choose another folder, or make room."), file.errorString());
}

qint64 ConsoleView::lastVisibleLine() const
{
    qint64 line = m_scroll.top().line;
    int rows = -m_scroll.top().row;
    for (; line < m_scroll.lines(); ++line) {
        rows += m_wrapping ? m_cache.line(line)->rows : 1;
        if (rows >= m_scroll.pageRows())
            break;
    }
    return std::min(line, m_scroll.lines() - 1);
}

QRectF ConsoleView::lineArea(qint64 line) const
{
    qreal y = -m_scroll.top().row * m_metrics.rowHeight;
    for (qint64 at = m_scroll.top().line; at < m_scroll.lines() && y < viewport()->height(); ++at) {
        const qreal height = (m_wrapping ? m_cache.line(at)->rows : 1) * m_metrics.rowHeight;
        if (at == line)
            return {0, y, qreal(viewport()->width()), height};
        y += height;
    }
    return {};
}

void ConsoleView::updateLook()
{
    m_metrics = ConsoleMetrics::of(font(), m_store ? m_store->lineCount() : 0);
    const qreal room = viewport()->width() - m_metrics.textLeft - 4;
    m_cache.setLook(ThemeColors::of(palette()), m_metrics.font, m_metrics.rowHeight,
                    m_wrapping ? std::max<qreal>(room, 80) : 0);
}

void ConsoleView::updateExtent()
{
    m_scroll.setExtent(m_store ? m_store->lineCount() : 0, int(viewport()->height() / m_metrics.rowHeight));
    const qint64 last = lastVisibleLine();
    for (qint64 line = m_scroll.top().line; line <= last; ++line)
        m_widest = std::max(m_widest, m_cache.line(line)->width);
    const qreal room = viewport()->width() - m_metrics.textLeft;
    horizontalScrollBar()->setRange(0, m_wrapping ? 0 : int(std::ceil(std::max<qreal>(0, m_widest + 8 - room))));
    horizontalScrollBar()->setPageStep(int(std::max<qreal>(1, room)));
    horizontalScrollBar()->setSingleStep(20);
    m_strip->setVisibleLines(m_scroll.top().line, last - m_scroll.top().line + 1);
}

void ConsoleView::updateJump()
{
    const qint64 lines = newLineCount();
    m_jump->setVisible(lines > 0);
    if (lines == 0)
        return;
    m_jump->setText(ConsoleTexts::newLines(lines, newFailureCount()));
    m_jump->setToolTip(tr("To the end of the log, and follow it (End)"));
    m_jump->resize(m_jump->sizeHint());
    m_jump->move((viewport()->width() - m_jump->width()) / 2, viewport()->height() - m_jump->height() - 12);
}

qreal ConsoleView::scrolledBy() const
{
    return m_wrapping ? 0 : horizontalScrollBar()->value();
}

void ConsoleView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_cache.colors().ground());
    if (m_scroll.lines() == 0) {
        paintEmpty(painter);
        return;
    }
    ConsolePainter lines(painter, m_metrics, m_cache.colors(),
                         {m_currentLine, m_searchText, &m_selection, scrolledBy(), qreal(viewport()->width())});
    qreal y = -m_scroll.top().row * m_metrics.rowHeight;
    for (qint64 at = m_scroll.top().line; at < m_scroll.lines() && y < viewport()->height(); ++at) {
        const auto line = m_cache.line(at);
        lines.paint(*line, y);
        y += line->rows * m_metrics.rowHeight;
    }
}

void ConsoleView::paintEmpty(QPainter &painter)
{
    const ThemeColors &theme = m_cache.colors().theme();
    const QRect area = viewport()->rect().adjusted(24, 0, -24, -viewport()->height() / 8);
    const int line = ThemeMetrics::length(24, font());
    painter.setFont(ThemeMetrics::font(font(), 15, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(area.adjusted(0, 0, 0, -line), Qt::AlignCenter, m_emptyTitle);
    painter.setFont(font());
    painter.setPen(theme.dim);
    painter.drawText(area.adjusted(0, line, 0, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void ConsoleView::resizeEvent(QResizeEvent *)
{
    m_strip->setGeometry(viewport()->geometry().right() + 1, 0, m_strip->width(), height());
    updateLook();
    updateExtent();
    if (m_following)
        m_scroll.setTop(m_scroll.end());
    updateExtent();
    updateJump();
    Q_EMIT positionChanged();
}

void ConsoleView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    const bool isLook = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
                        event->type() == QEvent::StyleChange;
    if (!isLook || !m_strip)
        return;
    updateLook();
    updateExtent();
    m_jump->setIcon(Icons::icon(Icon::Follow, m_cache.colors().theme().text));
    m_strip->update();
    viewport()->update();
}

} // namespace portlight
