// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace portlight {

/// Logins in the system's keyring (Secret Service or KWallet, through QtKeychain), under the service name "Portlight".
/// Nothing is ever written in the clear: where there is no keyring, nothing is remembered. All answers come later, in
/// the GUI thread, and not at all once the object is gone.
class PasswordKeyring : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString user;           ///< Mostly empty.
        QByteArray password;    ///< UTF-8.
        bool encrypted = false; ///< It was given over a connection that nobody can read; it is for no other kind.
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit PasswordKeyring(QObject *parent = nullptr);

    /// Asks the session bus for a keyring; availabilityChanged() tells.
    void look();
    /// False until look() has found one.
    [[nodiscard]] bool isAvailable() const { return m_available; }

    /// Nothing: there is none, or the keyring would not say (locked, refused).
    void read(const QString &key, std::function<void(const std::optional<Entry> &)> done);
    /// `problem` is the keyring's own sentence; empty when it was written.
    void write(const QString &key, const Entry &entry, std::function<void(const QString &problem)> done = {});
    void forget(const QString &key, std::function<void(const QString &problem)> done = {});

Q_SIGNALS:
    void availabilityChanged(bool available);

private:
    bool m_available = false;
};

} // namespace portlight
