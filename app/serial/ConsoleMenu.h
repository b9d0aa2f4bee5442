// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace portlight {

class ConsoleView;

/// What one can do with the log, under the right mouse button.
class ConsoleMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ConsoleMenu(ConsoleView *view);

private:
    void addCopying();
    void addTravel();
    void addBookmarks();
    void addTimes();
    void addSaving();

    ConsoleView *m_view;
};

} // namespace portlight
