// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/KeyCombination.h"

#include <QHash>
#include <QObject>

class QAction;
class QMenu;

namespace portlight {

class Settings;

/// Fills the viewer's menu of keys: combinations that this machine would keep for itself, ones the user has added,
/// modifiers that stay held in the guest until they are chosen again, and the keyboard grab. What is to be sent to the
/// guest comes as single presses and releases; releases in reverse order. GUI thread.
class KeyMenu : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it. `menu` is filled now, and again when the user's own combinations change.
    KeyMenu(QMenu *menu, Settings &settings);

    /// Presses and releases it. Modifiers that are held already stay held.
    void send(const KeyCombination &combination);
    /// Adds to the user's own combinations, unless it is among them.
    void add(const KeyCombination &combination);
    void remove(const KeyCombination &combination);
    [[nodiscard]] QList<KeyCombination> own() const;
    /// Lets go of held modifiers: before the connection ends, or when the view becomes one without input. `silently`
    /// sends nothing: a new connection has nothing held.
    void releaseHeld(bool silently = false);
    [[nodiscard]] bool isHolding() const { return !m_held.isEmpty(); }
    /// Shows whether the canvas has the whole keyboard wanted (DesktopCanvas::setGrabWanted).
    void setGrabWanted(bool wanted);

Q_SIGNALS:
    /// As DesktopCanvas::keyChanged: for DesktopLink::sendKey.
    void keyChanged(quint32 keysym, quint32 scanCode, bool down);
    /// One was sent or a modifier held: the keyboard should go to the picture now.
    void used();
    /// The modifiers held now, for a mark ("Ctrl+Alt"); empty: none.
    void heldChanged(const QString &names);
    void grabWantedChanged(bool wanted);

private:
    void fill();
    void addCombination(QMenu *menu, const KeyCombination &combination);
    void addHold(const QString &text, quint32 keysym);
    void hold(quint32 keysym, bool on);
    void record();
    void change(quint32 keysym, bool down);
    void tellHeld();

    QMenu *m_menu;
    Settings &m_settings;
    QHash<quint32, QAction *> m_holds;
    QList<quint32> m_held; ///< In the order of their presses.
    QAction *m_grab = nullptr;
};

} // namespace portlight
