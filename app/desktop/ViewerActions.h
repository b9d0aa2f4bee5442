// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Client.h"
#include "settings/ViewerOptions.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace portlight {

/// What one can do with a desktop, as actions and menus: the tool bar, the menu bar and the keyboard all use the same
/// ones. What is chosen comes out as whole ViewerOptions, so that nothing has to be put together again.
class ViewerActions : public QObject
{
    Q_OBJECT

public:
    enum class Command {
        ViewOnly,
        SaveScreenshot,
        CopyScreenshot,
        Record,
        FromGuest,
        ToGuest,
        TypeClipboard,
        Figures,
        FullScreen,
        CopyLink,
        ForgetPassword,
        Reconnect,
        Disconnect,
    };
    enum class Menu { Keys, Clipboard, Scale, Quality, Power };

    /// The shortcuts work in the window of `owner`.
    explicit ViewerActions(QWidget *owner);

    [[nodiscard]] QAction *action(Command command) const { return m_actions.value(command); }
    [[nodiscard]] QMenu *menu(Menu menu) const { return m_menus.value(menu); }
    /// Adds everything, for a menu bar.
    void fill(QMenu *menu) const;
    /// Adds what the tool bar has no button for.
    void fillMore(QMenu *menu) const;
    /// A word for the button: "Fit".
    [[nodiscard]] QString scaleWord() const;

    void setOptions(const ViewerOptions &options);
    /// What needs a live picture is enabled by it, what needs a connection to end or begin by `connected`.
    void setState(bool live, bool connected, bool hasDesktop);
    void setAbilities(const rfb::ServerAbilities &abilities);
    void setRecording(bool on);

Q_SIGNALS:
    void optionsChosen(const portlight::ViewerOptions &options);
    void powerChosen(portlight::rfb::PowerAction action);

private:
    QAction *add(Command command, const QString &text, const QString &toolTip, const QKeySequence &shortcut = {});
    QMenu *addMenu(Menu menu, const QString &title);
    void buildClipboard();
    void buildScale();
    void buildQuality();
    QMenu *buildLevels(const QString &title, int PictureQuality::*level, QList<QAction *> &actions);
    void buildPower();
    void choose(const ViewerOptions &options);
    void refreshPower();

    QWidget *m_owner;
    QHash<Command, QAction *> m_actions;
    QHash<Menu, QMenu *> m_menus;
    QHash<ScaleMode, QAction *> m_scales;
    QHash<PictureQuality::Mode, QAction *> m_qualities;
    QList<QAction *> m_levels; ///< Quality 0 to 9.
    QList<QAction *> m_compressions;
    ViewerOptions m_options;
    rfb::ServerAbilities m_abilities;
    bool m_live = false;
};

} // namespace portlight
