// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/Sidebar.h"

#include "fleet/VmListDelegate.h"
#include "fleet/VmListModel.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>

namespace portlight {

Sidebar::Sidebar(VmListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_searchIcon(m_search->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_searchHint(new QLabel(tr("Ctrl+F"), m_search))
    , m_machineIcon(new QLabel(this))
    , m_machine(new QLabel(tr("This machine"), this))
    , m_summary(new QLabel(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_newVm(new QPushButton(tr("New VM"), this))
{
    setAutoFillBackground(true);
    build();
    connectList();
    refreshTheme();
    refreshSummary();
}

void Sidebar::build()
{
    m_filter->setSourceModel(&m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Find a VM"));
    m_search->setAccessibleName(tr("Find a VM"));
    m_search->setClearButtonEnabled(true);
    auto *hint = new QHBoxLayout(m_search);
    hint->setContentsMargins(0, 0, 8, 0);
    hint->addStretch();
    hint->addWidget(m_searchHint);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new VmListDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("VMs"));
    m_list->viewport()->setAutoFillBackground(false);
    QPalette clear;
    clear.setResolveMask(0);
    clear.setColor(QPalette::Base, Qt::transparent);
    m_list->setPalette(clear);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(10, 8, 10, 0);
    m_newVm->setIconSize(ThemeMetrics::buttonIcon(font()));
    m_newVm->setToolTip(tr("Make a new VM (Ctrl+N)."));

    auto *machine = new QHBoxLayout;
    machine->setContentsMargins(8, 8, 6, 4);
    machine->setSpacing(8);
    machine->addWidget(m_machineIcon);
    machine->addWidget(m_machine, 1);
    machine->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addLayout(machine);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_newVm);
    m_search->installEventFilter(this);
    setTabOrder(m_search, m_list);
    setTabOrder(m_list, m_newVm);
}

void Sidebar::connectList()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text.trimmed());
        m_searchHint->setVisible(text.isEmpty());
        refreshSummary();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT vmSelected(current.data(VmListModel::IdRole).toString());
        else if (m_model.rowCount() == 0)
            Q_EMIT vmSelected({});
    });
    // A click beside the rows must not leave a VM shown that no row marks.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndex current = m_list->currentIndex();
        if (current.isValid() && !m_list->selectionModel()->hasSelection())
            m_list->selectionModel()->select(current, QItemSelectionModel::Select);
    });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT vmActivated(index.data(VmListModel::IdRole).toString()); });
    connect(m_list, &QListView::customContextMenuRequested, this, [this](QPoint where) {
        const QModelIndex index = m_list->indexAt(where);
        if (index.isValid())
            Q_EMIT menuRequested(index.data(VmListModel::IdRole).toString(), m_list->viewport()->mapToGlobal(where));
    });
    connect(m_newVm, &QPushButton::clicked, this, &Sidebar::newVmRequested);
    connect(&m_model, &VmListModel::changed, this, [this] {
        refreshSummary();
        if (!m_wanted.isEmpty())
            selectVm(m_wanted);
    });
}

QString Sidebar::selectedVm() const
{
    return m_list->currentIndex().data(VmListModel::IdRole).toString();
}

void Sidebar::selectVm(const QString &id)
{
    const int row = m_model.rowOf(id);
    m_wanted = row < 0 ? id : QString();
    if (row < 0)
        return;
    QModelIndex index = m_filter->mapFromSource(m_model.index(row));
    if (!index.isValid()) {
        m_search->clear();
        index = m_filter->mapFromSource(m_model.index(row));
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Sidebar::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

QString Sidebar::summary() const
{
    return m_summary->text();
}

void Sidebar::refreshSummary()
{
    const int count = m_model.rowCount();
    m_summary->setText(count == 0 ? tr("no VMs") : tr("%n running", nullptr, m_model.runningCount()));
    const bool nothingFound = count > 0 && m_filter->rowCount() == 0;
    m_nothing->setVisible(nothingFound);
    m_nothing->setText(tr("No VM has “%1” in its name.").arg(m_search->text().trimmed()));
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return) {
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_filter->index(0, 0));
            m_list->setFocus();
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_search->clear();
            m_list->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshTheme(); }, Qt::QueuedConnection);
    QWidget::changeEvent(event);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), ThemeColors::of(palette()).side);
}

void Sidebar::refreshTheme()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    m_searchIcon->setIcon(Icons::icon(Icon::Search, colors.dim));
    m_machineIcon->setPixmap(
        Icons::pixmap(Icon::Server, ThemeMetrics::length(16, font()), colors.text, devicePixelRatioF()));
    m_machine->setFont(ThemeMetrics::font(font(), 13, QFont::DemiBold));
    for (QLabel *label : {m_summary, m_searchHint, m_nothing}) {
        label->setFont(ThemeMetrics::font(font(), label == m_nothing ? 13 : 11.5));
        ThemeColors::setTextColor(label, colors.dim);
    }
    m_searchHint->setForegroundRole(QPalette::PlaceholderText);
    m_newVm->setIcon(Icons::icon(Icon::Plus, colors.text));
}

} // namespace portlight
