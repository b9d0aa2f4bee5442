// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"
#include "settings/Settings.h"

#include <QMainWindow>

class QMenu;

namespace portlight {

class DesktopPage;
class ReplayPage;
struct DesktopTarget;

/// A window of its own for a desktop that is no VM of ours, or for a recording. Deletes itself when it is closed.
class ViewerWindow : public QMainWindow
{
    Q_OBJECT

public:
    ViewerWindow(const DesktopTarget &target, const HostPointer &host, Settings &settings, QWidget *parent = nullptr);
    explicit ViewerWindow(const QString &recording, QWidget *parent = nullptr);

    /// One of the two is null.
    [[nodiscard]] DesktopPage *desktop() const { return m_desktop; }
    [[nodiscard]] ReplayPage *replay() const { return m_replay; }

private:
    void build(QWidget *page);
    void connectTo(const DesktopTarget &target, const HostPointer &host);
    void addClose(QMenu *menu);
    void toggleFullScreen();

    DesktopPage *m_desktop = nullptr;
    ReplayPage *m_replay = nullptr;
};

} // namespace portlight
