// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KeyMenu.h"

#include "desktop/AddCombinationDialog.h"
#include "desktop/KeyboardGrab.h"
#include "desktop/ScanCodes.h"
#include "settings/Settings.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace portlight {

KeyMenu::KeyMenu(QMenu *menu, Settings &settings)
    : QObject(menu)
    , m_menu(menu)
    , m_settings(settings)
{
    fill();
}

void KeyMenu::fill()
{
    const bool grabWanted = m_grab != nullptr && m_grab->isChecked();
    m_holds.clear();
    const QList<QMenu *> inner = m_menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    m_menu->clear();
    qDeleteAll(inner);
    for (const KeyCombination &combination : KeyCombination::usual())
        addCombination(m_menu, combination);
    QMenu *consoles = m_menu->addMenu(tr("Ctrl+Alt+F1 to F12"));
    for (const KeyCombination &combination : KeyCombination::consoles())
        addCombination(consoles, combination);
    m_menu->addSeparator();
    const QList<KeyCombination> own = this->own();
    for (const KeyCombination &combination : own)
        addCombination(m_menu, combination);
    connect(m_menu->addAction(tr("&Add a combination…")), &QAction::triggered, this, &KeyMenu::record);
    if (!own.isEmpty()) {
        QMenu *removal = m_menu->addMenu(tr("&Remove a combination"));
        for (const KeyCombination &combination : own)
            connect(removal->addAction(combination.name()), &QAction::triggered, this,
                    [this, combination] { remove(combination); });
    }
    m_menu->addSeparator();
    addHold(tr("Hold &Ctrl"), 0xffe3);
    addHold(tr("Hold A&lt"), 0xffe9);
    addHold(tr("Hold &Shift"), 0xffe1);
    addHold(tr("Hold S&uper (the Windows key)"), 0xffeb);
    m_menu->addSeparator();
    m_grab = m_menu->addAction(tr("Take the &whole keyboard"));
    m_grab->setToolTip(tr("Also keys that the window manager listens for. Ctrl+Alt+Home gives it back."));
    m_grab->setCheckable(true);
    m_grab->setChecked(grabWanted);
    m_grab->setEnabled(KeyboardGrab::isPossible());
    connect(m_grab, &QAction::triggered, this, &KeyMenu::grabWantedChanged);
}

void KeyMenu::addCombination(QMenu *menu, const KeyCombination &combination)
{
    connect(menu->addAction(combination.name()), &QAction::triggered, this, [this, combination] {
        send(combination);
        Q_EMIT used();
    });
}

void KeyMenu::addHold(const QString &text, quint32 keysym)
{
    QAction *action = m_menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(m_held.contains(keysym));
    m_holds.insert(keysym, action);
    connect(action, &QAction::triggered, this, [this, keysym](bool on) {
        hold(keysym, on);
        Q_EMIT used();
    });
}

void KeyMenu::change(quint32 keysym, bool down)
{
    Q_EMIT keyChanged(keysym, ScanCodes::ofKeysym(keysym), down);
}

void KeyMenu::send(const KeyCombination &combination)
{
    QList<quint32> pressed;
    for (const quint32 keysym : combination.keysyms) {
        if (m_held.contains(keysym))
            continue;
        change(keysym, true);
        pressed.prepend(keysym);
    }
    for (const quint32 keysym : std::as_const(pressed))
        change(keysym, false);
}

void KeyMenu::hold(quint32 keysym, bool on)
{
    if (on == m_held.contains(keysym))
        return;
    if (on)
        m_held.append(keysym);
    else
        m_held.removeOne(keysym);
    change(keysym, on);
    tellHeld();
}

void KeyMenu::releaseHeld(bool silently)
{
    if (m_held.isEmpty())
        return;
    while (!m_held.isEmpty()) {
        const quint32 keysym = m_held.takeLast();
        m_holds.value(keysym)->setChecked(false);
        if (!silently)
            change(keysym, false);
    }
    tellHeld();
}

void KeyMenu::tellHeld()
{
    Q_EMIT heldChanged(KeyCombination{m_held}.name());
}

void KeyMenu::setGrabWanted(bool wanted)
{
    m_grab->setChecked(wanted);
}

QList<KeyCombination> KeyMenu::own() const
{
    QList<KeyCombination> combinations;
    for (const QString &text : m_settings.keyCombinations()) {
        const KeyCombination combination = KeyCombination::fromText(text);
        if (!combination.keysyms.isEmpty() && !combinations.contains(combination))
            combinations.append(combination);
    }
    return combinations;
}

void KeyMenu::add(const KeyCombination &combination)
{
    if (combination.keysyms.isEmpty() || own().contains(combination))
        return;
    m_settings.setKeyCombinations(m_settings.keyCombinations() << combination.toText());
    fill();
}

void KeyMenu::remove(const KeyCombination &combination)
{
    QStringList texts;
    for (const KeyCombination &kept : own()) {
        if (kept != combination)
            texts.append(kept.toText());
    }
    m_settings.setKeyCombinations(texts);
    // The menu whose entry was chosen is rebuilt: not before it has closed.
    QMetaObject::invokeMethod(this, &KeyMenu::fill, Qt::QueuedConnection);
}

void KeyMenu::record()
{
    auto *dialog = new AddCombinationDialog(m_menu->parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { add(dialog->combination()); });
    dialog->open();
}

} // namespace portlight
