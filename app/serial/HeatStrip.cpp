// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/HeatStrip.h"

#include "serial/Bookmarks.h"
#include "serial/ConsoleColors.h"
#include "serial/ConsoleTexts.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int StripWidth = 16;
constexpr int MarkHeight = 3;
constexpr double LeastFrame = 12;
constexpr qint64 BlockLines = 256;

} // namespace

HeatStrip::HeatStrip(const ConsoleRows &rows, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
{
    setAccessibleName(tr("Overview of the whole log"));
    setCursor(Qt::ArrowCursor);
    setFixedWidth(StripWidth);
}

QSize HeatStrip::sizeHint() const
{
    return {StripWidth, 100};
}

void HeatStrip::setStore(std::shared_ptr<const LineStore> store)
{
    m_store = std::move(store);
    m_matches = nullptr;
    refresh(0);
}

void HeatStrip::refresh(qint64 first)
{
    m_dirty = true;
    m_blocks.resize(std::min(m_blocks.size(), size_t(std::max<qint64>(0, first) / BlockLines)));
    update();
}

void HeatStrip::setBookmarks(const Bookmarks *bookmarks)
{
    m_bookmarks = bookmarks;
    m_dirty = true;
    update();
}

void HeatStrip::setMatches(const LineSet *matches)
{
    m_matches = matches;
    m_dirty = true;
    update();
}

void HeatStrip::setVisibleRows(qint64 first, qint64 count)
{
    if (m_first == first && m_count == count)
        return;
    m_first = first;
    m_count = count;
    update();
}

void HeatStrip::updateBlocks()
{
    const auto known = qint64(m_blocks.size());
    const qint64 full = m_rows.lineCount() / BlockLines;
    if (full <= known)
        return;
    const auto more = m_store->severityProfile(known * BlockLines, (full - known) * BlockLines, int(full - known));
    m_blocks.insert(m_blocks.end(), more.begin(), more.end());
}

Severity HeatStrip::severityOfLines(qint64 first, qint64 last) const
{
    constexpr qint64 Exact = 4 * BlockLines;
    if (last - first <= Exact) {
        const auto profile = m_store->severityProfile(first, last - first, 1);
        return profile.empty() ? Severity::None : profile.front();
    }
    // A block belongs to where it begins, which is off by less than a pixel.
    const auto from = std::min(m_blocks.size(), size_t((first + BlockLines - 1) / BlockLines));
    const auto to = std::min(m_blocks.size(), size_t((last + BlockLines - 1) / BlockLines));
    Severity highest = Severity::None;
    for (size_t block = from; block < to; ++block)
        highest = std::max(highest, m_blocks[block]);
    return highest;
}

Severity HeatStrip::severityOfRows(qint64 first, qint64 last) const
{
    const qint64 firstLine = m_rows.lineAt(first);
    const qint64 lastLine = m_rows.lineAt(last - 1) + 1;
    const bool dense = (last - first) * 2 >= lastLine - firstLine;
    if (firstLine < 0 || dense)
        return firstLine < 0 ? Severity::None : severityOfLines(firstLine, lastLine);
    // Few of many lines: looking at some of them is enough for a pixel.
    constexpr qint64 Samples = 16;
    Severity highest = Severity::None;
    for (qint64 row = first; row < last; row += std::max<qint64>(1, (last - first) / Samples)) {
        const qint64 line = m_rows.lineAt(row);
        highest = std::max(highest, severityOfLines(line, line + 1));
    }
    return highest;
}

void HeatStrip::addSeverities(int parts)
{
    const qint64 rows = m_rows.count();
    for (int part = 0; part < parts; ++part) {
        const qint64 first = rows * part / parts;
        const qint64 last = std::max(first + 1, rows * (part + 1) / parts);
        const int y = part * height() / parts;
        const int tall = (part + 1) * height() / parts - y;
        const bool matched = m_matches && m_matches->rowOf(m_rows.lineAt(std::min(last, rows) - 1) + 1) >
                                              m_matches->rowOf(m_rows.lineAt(first));
        if (matched)
            m_marks.push_back({y, Kind::Match, Severity::None, tall});
        if (const Severity severity = severityOfRows(first, std::min(last, rows)); severity != Severity::None)
            m_marks.push_back({y, Kind::Severity, severity, tall});
    }
}

void HeatStrip::updateMarks()
{
    m_dirty = false;
    m_marks.clear();
    const int parts = height() / MarkHeight;
    const qint64 rows = m_rows.count();
    if (rows == 0 || parts <= 0 || !m_store)
        return;
    updateBlocks();
    // More boots than that would only be grey.
    const QList<SerialBoot> boots = m_store->boots();
    if (boots.size() <= parts / 3) {
        for (const SerialBoot &boot : boots)
            m_marks.push_back(
                {int(m_rows.rowsBefore(boot.firstLine) * height() / rows), Kind::Boot, Severity::None, 1});
    }
    addSeverities(parts);
    if (m_bookmarks) {
        for (const Bookmarks::Bookmark &bookmark : m_bookmarks->list()) {
            if (m_rows.contains(bookmark.line))
                m_marks.push_back(
                    {int(m_rows.rowsBefore(bookmark.line) * height() / rows), Kind::Bookmark, Severity::None, 1});
        }
    }
    // What matters most is painted last.
    std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark &a, const Mark &b) {
        return a.kind != b.kind ? a.kind < b.kind : a.severity < b.severity;
    });
}

QColor HeatStrip::colorOf(const Mark &mark) const
{
    const ThemeColors &theme = ThemeColors::of(palette());
    if (mark.kind == Kind::Boot)
        return theme.dim;
    if (mark.kind != Kind::Severity)
        return theme.accent;
    if (mark.severity >= Severity::Error)
        return theme.failing;
    return mark.severity == Severity::Warning ? theme.warning : theme.starting;
}

void HeatStrip::paintMark(QPainter &painter, const Mark &mark) const
{
    switch (mark.kind) {
    case Kind::Boot: // Over the whole width: the kinds differ in form too.
        painter.fillRect(QRect(1, mark.y, width() - 1, 1), colorOf(mark));
        break;
    case Kind::Match:
        painter.fillRect(QRect(1, mark.y, 3, mark.height), colorOf(mark));
        break;
    case Kind::Severity:
        painter.fillRect(QRect(5, mark.y, width() - 7, mark.height), colorOf(mark));
        break;
    case Kind::Bookmark: {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorOf(mark));
        const double middle = std::clamp(mark.y + 1.5, 4.0, height() - 4.0);
        painter.drawPolygon(QPolygonF({{0.5, middle - 4}, {7.5, middle}, {0.5, middle + 4}}));
        painter.setRenderHint(QPainter::Antialiasing, false);
        break;
    }
    }
}

QRectF HeatStrip::frame() const
{
    const auto rows = double(m_rows.count());
    if (m_count >= m_rows.count())
        return {};
    const double tall = std::max(LeastFrame, double(m_count) / rows * height());
    // The first row stands at the upper end and the last at the lower one, however small the frame would be.
    const double share = double(m_first) / (rows - double(m_count));
    return {2.5, 0.5 + std::clamp(share, 0.0, 1.0) * (height() - tall - 1), double(width()) - 4, tall};
}

void HeatStrip::paintEvent(QPaintEvent *)
{
    if (m_dirty)
        updateMarks();
    const ThemeColors &theme = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), ConsoleColors(theme).ground());
    if (m_rows.count() == 0)
        return;
    painter.fillRect(QRect(0, 0, 1, height()), theme.border);
    for (const Mark &mark : m_marks)
        paintMark(painter, mark);
    const QRectF visible = frame();
    if (visible.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.dim, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(visible, 2, 2);
}

void HeatStrip::resizeEvent(QResizeEvent *)
{
    m_dirty = true;
}

qint64 HeatStrip::rowAt(double y) const
{
    const double share = std::clamp(y / std::max(1, height()), 0.0, 1.0);
    return std::min(m_rows.count() - 1, qint64(share * double(m_rows.count())));
}

QString HeatStrip::textAt(int y) const
{
    const qint64 line = m_store ? m_rows.lineAt(rowAt(y)) : -1;
    if (line < 0)
        return {};
    constexpr qsizetype MostCharacters = 80;
    const SerialLine shown = m_store->line(line);
    const bool isMark = shown.mark.kind != LineMark::Kind::None;
    QStringList head;
    if (shown.fileLine > 0)
        head.append(tr("Line %1").arg(QLocale().toString(shown.fileLine)));
    if (const QString time = ConsoleTexts::sinceBoot(shown); !time.isEmpty())
        head.append(time);
    QString text = isMark ? ConsoleTexts::mark(shown.mark) : shown.text;
    if (text.size() > MostCharacters)
        text = text.first(MostCharacters) + u'…';
    return head.join(u" · "_s) + u'\n' + text;
}

bool HeatStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // What a guest wrote is text, whatever it looks like.
        QToolTip::showText(help->globalPos(), textAt(help->pos().y()).toHtmlEscaped().replace(u'\n', u"<br>"_s), this);
        return true;
    }
    return QWidget::event(event);
}

void HeatStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_rows.count() == 0)
        return;
    QRectF held = frame();
    if (held.isEmpty())
        return;
    if (event->position().y() < held.top() || event->position().y() > held.bottom()) {
        Q_EMIT rowWanted(rowAt(event->position().y()));
        held = frame();
    }
    m_grip = std::clamp(event->position().y() - held.top(), 0.0, held.height());
}

void HeatStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip < 0 || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const double room = height() - frame().height() - 1;
    const double share = room > 0 ? (event->position().y() - m_grip) / room : 0;
    Q_EMIT topWanted(qint64(std::clamp(share, 0.0, 1.0) * double(m_rows.count() - m_count) + 0.5));
}

void HeatStrip::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = -1;
}

} // namespace portlight
