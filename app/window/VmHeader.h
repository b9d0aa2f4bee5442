// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/VmActionTable.h"

#include <QHash>
#include <QWidget>

class QMenu;
class QPushButton;

namespace portlight {

class BadgeLabel;
class ElidedLabel;
class LampRow;
class PageTabs;
struct VmEntry;

/// The top of the window: one VM, one badge, one sentence, four lamps, the actions and the tabs.
class VmHeader : public QWidget
{
    Q_OBJECT

public:
    enum Tab { DesktopTab, ConsoleTab, DetailsTab };

    /// `more`: the menu behind the three dots.
    explicit VmHeader(QMenu *more, QWidget *parent = nullptr);

    /// `busy`: a job of the window works on this VM.
    void setEntry(const VmEntry &entry, bool busy);
    [[nodiscard]] PageTabs *tabs() const { return m_tabs; }
    [[nodiscard]] BadgeLabel *badge() const { return m_badge; }
    [[nodiscard]] LampRow *lamps() const { return m_lamps; }
    [[nodiscard]] QString sentence() const;
    /// The button of an action; null when the header has none for it.
    [[nodiscard]] QPushButton *button(VmAction action) const { return m_buttons.value(action); }

Q_SIGNALS:
    void actionRequested(portlight::VmAction action);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildButtons(QMenu *more);
    void buildLayout();
    void refreshButtons(VmState state, bool busy);
    void refreshTheme();

    ElidedLabel *m_name;
    BadgeLabel *m_badge;
    ElidedLabel *m_sentence;
    LampRow *m_lamps;
    PageTabs *m_tabs;
    QHash<VmAction, QPushButton *> m_buttons;
    QPushButton *m_more;
};

} // namespace portlight
