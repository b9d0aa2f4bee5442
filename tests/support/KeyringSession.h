// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace portlight {

/// A home, a session bus and an unlocked gnome-keyring of their own, in which this test program runs one of its
/// functions once more.
class KeyringSession
{
public:
    /// The programs it needs that are not installed.
    [[nodiscard]] static QStringList missingPrograms();
    /// True in the inner program.
    [[nodiscard]] static bool isInside();
    /// Runs the function; empty, or what went wrong with all that was said.
    [[nodiscard]] QString run(const QString &function);
    /// Everything the inner program has said.
    [[nodiscard]] const QByteArray &said() const { return m_said; }
    [[nodiscard]] QString home() const { return m_home.path(); }
    /// All bytes of all files below a folder.
    [[nodiscard]] static QByteArray everythingIn(const QString &folder);

private:
    QTemporaryDir m_home;
    QByteArray m_said;
};

} // namespace portlight
