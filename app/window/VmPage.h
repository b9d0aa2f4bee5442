// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"
#include "settings/Settings.h"

#include <QWidget>

class QKeySequence;
class QMenu;
class QStackedWidget;

namespace portlight {

class ConsolePage;
class DesktopPage;
class DetailsPage;
class VmHeader;
struct VmEntry;

/// One VM: its header and the pages below it.
class VmPage : public QWidget
{
    Q_OBJECT

public:
    VmPage(Settings &settings, QMenu *more, QWidget *parent = nullptr);

    void setEntry(const VmEntry &entry, bool busy, const HostPointer &host);
    /// No VM is selected any more.
    void clear();
    /// VmHeader::Tab.
    void showTab(int tab);
    void setHeaderShown(bool shown);

    [[nodiscard]] VmHeader *header() const { return m_header; }
    [[nodiscard]] DesktopPage *desktop() const { return m_desktop; }
    [[nodiscard]] ConsolePage *console() const { return m_console; }
    [[nodiscard]] DetailsPage *details() const { return m_details; }

private:
    void addFailureKey(const QKeySequence &keys, int direction);

    VmHeader *m_header;
    QStackedWidget *m_pages;
    DesktopPage *m_desktop;
    ConsolePage *m_console;
    DetailsPage *m_details;
};

} // namespace portlight
