// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/VmPage.h"

#include "desktop/DesktopPage.h"
#include "fleet/VmEntry.h"
#include "serial/ConsolePage.h"
#include "window/DetailsPage.h"
#include "window/PageTabs.h"
#include "window/VmHeader.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace portlight {

VmPage::VmPage(Settings &settings, QMenu *more, QWidget *parent)
    : QWidget(parent)
    , m_header(new VmHeader(more, this))
    , m_pages(new QStackedWidget(this))
    , m_desktop(new DesktopPage(settings, this))
    , m_console(new ConsolePage(settings, this))
    , m_details(new DetailsPage(this))
{
    m_pages->insertWidget(VmHeader::DesktopTab, m_desktop);
    m_pages->insertWidget(VmHeader::ConsoleTab, m_console);
    m_pages->insertWidget(VmHeader::DetailsTab, m_details);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);
    connect(m_header->tabs(), &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_console, &ConsolePage::failureCountChanged, this,
            [this](qint64 count) { m_header->tabs()->setCount(VmHeader::ConsoleTab, count); });
    addFailureKey(QKeySequence(Qt::Key_F8), 1);
    addFailureKey(QKeySequence(Qt::SHIFT | Qt::Key_F8), -1);
}

/// Wherever the focus is while the console is shown; on the other pages the key is the guest's.
void VmPage::addFailureKey(const QKeySequence &keys, int direction)
{
    auto *shortcut = new QShortcut(keys, this);
    const auto allow = [this, shortcut] {
        shortcut->setEnabled(m_pages->currentIndex() == VmHeader::ConsoleTab);
    };
    connect(m_pages, &QStackedWidget::currentChanged, shortcut, allow);
    connect(shortcut, &QShortcut::activated, m_console, [this, direction] { m_console->goToFailure(direction); });
    allow();
}

void VmPage::setEntry(const VmEntry &entry, bool busy, const HostPointer &host)
{
    m_header->setEntry(entry, busy);
    m_desktop->setVm(entry.vm, host);
    m_console->setLog(host, entry.vm.machine.consoleLog);
    m_console->setConsoleSocket(entry.vm.machine.consoleSocket);
    m_details->setEntry(entry);
}

void VmPage::clear()
{
    m_desktop->clear();
    m_console->clear();
}

void VmPage::showTab(int tab)
{
    m_header->tabs()->setCurrentIndex(tab);
    m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void VmPage::setHeaderShown(bool shown)
{
    m_header->setVisible(shown);
}

} // namespace portlight
