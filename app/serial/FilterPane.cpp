// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/FilterPane.h"

#include "serial/ConsoleSearch.h"
#include "serial/ConsoleView.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

const char termProperty[] = "term";

} // namespace

FilterPane::FilterPane(ConsoleSearch &search, QWidget *parent)
    : QWidget(parent)
    , m_search(search)
    , m_header(new QHBoxLayout)
    , m_view(new ConsoleView)
    , m_count(new QLabel)
    , m_close(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_header->setContentsMargins(12, 4, 8, 4);
    m_header->setSpacing(2);
    buildHeader(m_header);
    column->addLayout(m_header);
    column->addWidget(m_view, 1);
    m_view->setAccessibleName(tr("Matching lines"));
    m_view->setFilter(&m_filter.lines());
    connectParts();
    updateLook();
    updateCount();
}

void FilterPane::buildHeader(QHBoxLayout *row)
{
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumWidth(0);
    m_thisBoot = addToggle(row, tr("This boot"), tr("Only lines of the boot that the log above shows"), {});
    const std::tuple<QString, QString, QString> kinds[] = {
        {tr("Failures"), tr("Lines that say that something failed"), u"class:failure"_s},
        {tr("Warnings"), tr("Lines that warn"), u"class:warning"_s},
        {tr("Services"), tr("Services that start and stop"), u"class:service"_s},
        {tr("Kernel"), tr("Lines of the kernel"), u"class:kernel"_s},
        {tr("Reports"), tr("Lines of health reports"), u"class:report"_s},
        {tr("Hypervisor"), tr("Lines of the hypervisor's own log"), u"class:vmm"_s}};
    for (const auto &[text, toolTip, term] : kinds)
        m_kinds.append(addToggle(row, text, toolTip, term));
    row->addStretch(1);
    row->addWidget(m_count);
    m_close->setToolTip(tr("Hides the matching lines (Ctrl+Shift+F)"));
    m_close->setAccessibleName(m_close->toolTip());
    m_close->setProperty("quiet", true);
    row->addWidget(m_close);
}

QPushButton *FilterPane::addToggle(QHBoxLayout *row, const QString &text, const QString &toolTip, const QString &term)
{
    auto *button = new QPushButton(text);
    button->setCheckable(true);
    button->setToolTip(toolTip);
    button->setProperty("quiet", true);
    button->setProperty("status", true);
    button->setProperty(termProperty, term);
    connect(button, &QPushButton::toggled, this, &FilterPane::restart);
    row->addWidget(button);
    return button;
}

void FilterPane::connectParts()
{
    connect(m_close, &QPushButton::clicked, this, &FilterPane::closeWanted);
    connect(&m_search, &ConsoleSearch::queryChanged, this, &FilterPane::restart);
    connect(&m_search, &ConsoleSearch::linesFound, this, [this](qint64 first) {
        if (m_view->filter() == &m_search.lines())
            m_view->filterChanged(first);
    });
    connect(&m_search, &ConsoleSearch::progressed, this, &FilterPane::updateCount);
    connect(&m_filter, &LogFilter::changed, this, [this](qint64 first) {
        if (m_view->filter() == &m_filter.lines())
            m_view->filterChanged(first);
    });
    connect(&m_filter, &LogFilter::progressed, this, &FilterPane::updateCount);
    connect(m_view, &ConsoleView::lineActivated, this, &FilterPane::lineWanted);
    connect(m_view, &ConsoleView::currentLineChanged, this, [this](qint64 line) {
        if (line >= 0 && m_view->hasFocus())
            Q_EMIT lineWanted(line);
    });
}

void FilterPane::setStore(std::shared_ptr<LineStore> store)
{
    m_store = std::move(store);
    m_filter.clear();
    m_view->setStore(m_store);
    m_view->setFilter(&m_filter.lines());
    restart();
}

void FilterPane::setBoot(LogFilter::Range boot)
{
    if (boot.first == m_boot.first && boot.last == m_boot.last)
        return;
    m_boot = boot;
    if (m_thisBoot->isChecked())
        restart();
}

void FilterPane::linesAppended(qint64 first, qint64 count)
{
    m_filter.linesChanged(first);
    if (isVisible())
        m_view->linesAppended(first, count);
}

QString FilterPane::kindsText() const
{
    QStringList terms;
    for (const QPushButton *button : m_kinds) {
        if (button->isChecked())
            terms.append(button->property(termProperty).toString());
    }
    return terms.join(u" or "_s);
}

bool FilterPane::isFiltering() const
{
    return !m_search.query().isEmpty() || m_thisBoot->isChecked() || !kindsText().isEmpty();
}

bool FilterPane::isSearchEnough() const
{
    return !m_thisBoot->isChecked() && kindsText().isEmpty();
}

const LineSet &FilterPane::lines() const
{
    return isSearchEnough() ? m_search.lines() : m_filter.lines();
}

void FilterPane::restart()
{
    m_view->setQuery(m_search.query());
    if (!isVisible() || !m_store || isSearchEnough()) {
        m_filter.clear();
    } else {
        // Each of the two is a query of its own right, so that they can be put together.
        QStringList parts;
        for (const QString &part : {m_search.query().text().trimmed(), kindsText()}) {
            if (!part.isEmpty())
                parts.append(u'(' + part + u')');
        }
        const auto query = LogQuery::parse(parts.join(u" and "_s));
        m_filter.start(m_store, query ? *query : LogQuery(), m_thisBoot->isChecked() ? m_boot : LogFilter::Range());
    }
    if (m_view->filter() != &lines())
        m_view->setFilter(&lines());
    updateCount();
}

void FilterPane::updateCount()
{
    const bool finished = isSearchEnough() ? m_search.isFinished() : m_filter.isFinished();
    const double progress = isSearchEnough() ? m_search.progress() : m_filter.progress();
    const qint64 count = lines().size();
    QString text;
    if (isFiltering()) {
        text = count == 1 ? tr("1 line") : tr("%1 lines").arg(QLocale().toString(count));
        if (!finished && progress < 0.995)
            text = tr("%1 · %2 % looked at", "lines, per cent").arg(text).arg(int(progress * 100));
    }
    if (m_search.problem())
        text = tr("The search cannot be understood");
    m_count->setText(text);
    fit();
    if (!isFiltering())
        m_view->setEmptyText(tr("Nothing is asked for yet"),
                             tr("Type into the search field above, or choose a kind of lines."));
    else if (finished)
        m_view->setEmptyText(tr("No line matches"), tr("New lines that match appear here."));
    else
        m_view->setEmptyText(tr("Looking for matching lines"), {});
}

QString FilterPane::countText() const
{
    return m_count->text();
}

void FilterPane::updateLook()
{
    m_close->setIcon(Icons::icon(Icon::Cross, ThemeColors::of(palette()).dim));
    m_count->setFont(ThemeMetrics::font(font(), 12));
    m_count->setForegroundRole(QPalette::PlaceholderText);
}

/// Where the window is too narrow, first the count goes, then the kinds that are asked for least.
void FilterPane::fit()
{
    m_count->show();
    for (QPushButton *button : m_kinds)
        button->show();
    const auto isTooNarrow = [this] {
        m_header->invalidate();
        return m_header->minimumSize().width() > width();
    };
    if (isTooNarrow())
        m_count->hide();
    for (auto button = m_kinds.rbegin(); button != m_kinds.rend() && isTooNarrow(); ++button)
        (*button)->setVisible((*button)->isChecked());
}

QSize FilterPane::minimumSizeHint() const
{
    return {ThemeMetrics::length(240, font()), m_header->minimumSize().height() + 2 * fontMetrics().height()};
}

void FilterPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FilterPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_view->linesAppended(0, m_store ? m_store->lineCount() : 0);
    restart();
}

void FilterPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_filter.clear();
}

void FilterPane::paintEvent(QPaintEvent *)
{
    const ThemeColors &theme = ThemeColors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.side);
    painter.fillRect(QRect(0, m_view->geometry().top() - 1, width(), 1), theme.border);
}

void FilterPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_close)
        updateLook();
}

} // namespace portlight
