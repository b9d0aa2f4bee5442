// SPDX-License-Identifier: GPL-3.0-or-later
// What a server asks before it lets anybody in: logins and trust.
#include "desktop/DesktopConnection.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

/// A password that nobody could read on its way is not sent over a connection that everybody reads.
bool DesktopConnection::fits(const PasswordKeyring::Entry &entry) const
{
    return (!entry.encrypted || m_request.isEncrypted) && (!m_request.needsUser || !entry.user.isEmpty());
}

void DesktopConnection::loginRequired(const rfb::LoginRequest &request)
{
    m_request = request;
    if (m_login && fits(*m_login))
        m_link->sendLogin({m_login->user, m_login->password, m_loginTarget});
    else if (!m_keyringAsked && m_keyring->isAvailable())
        lookIntoKeyring();
    else
        askForLogin({});
    Q_EMIT changed();
}

void DesktopConnection::lookIntoKeyring()
{
    m_keyringAsked = true;
    m_keyring->read(key(), [this, asked = key()](const std::optional<PasswordKeyring::Entry> &entry) {
        if (asked != key() || m_link->state() != DesktopSession::State::WaitingForLogin || m_loginOpen)
            return;
        m_hasRemembered = entry.has_value();
        if (entry && fits(*entry)) {
            m_login = entry;
            m_loginIsRemembered = true;
            m_link->sendLogin({entry->user, entry->password});
        } else {
            askForLogin({});
        }
        Q_EMIT changed();
    });
}

/// The question stays open when the server loses patience meanwhile: whoever types is not interrupted.
void DesktopConnection::askForLogin(const QString &problem)
{
    m_loginOpen = true;
    m_loginProblem = problem;
}

void DesktopConnection::giveLogin(const rfb::Login &login, bool remember)
{
    m_login = PasswordKeyring::Entry{login.user, login.password, m_request.isEncrypted};
    m_loginTarget = login.target;
    m_loginIsRemembered = false;
    m_remember = remember;
    m_loginOpen = false;
    m_loginProblem.clear();
    m_keyringAsked = true;
    if (m_link->state() == DesktopSession::State::WaitingForLogin) {
        m_watchdog.start();
        m_link->sendLogin(login);
    } else {
        open();
    }
    Q_EMIT changed();
}

void DesktopConnection::rememberLogin()
{
    if (!std::exchange(m_remember, false) || !m_login)
        return;
    m_keyring->write(key(), *m_login, [this, asked = key()](const QString &problem) {
        if (!problem.isEmpty())
            Q_EMIT message(tr("The password could not be remembered: %1").arg(problem));
        else if (asked == key())
            m_hasRemembered = true;
        Q_EMIT changed();
    });
}

void DesktopConnection::forgetLogin()
{
    m_keyring->forget(key(), [this, asked = key()](const QString &problem) {
        if (problem.isEmpty() && asked == key())
            m_hasRemembered = false;
        Q_EMIT message(problem.isEmpty() ? tr("The keyring has no password for this desktop any more.")
                                         : tr("The password could not be forgotten: %1").arg(problem));
        Q_EMIT changed();
    });
}

bool DesktopConnection::isIdentityChanged() const
{
    return m_identity && !m_knownServers.identitiesFor(key()).isEmpty();
}

void DesktopConnection::answerIdentity(Trust trust)
{
    if (!m_identity)
        return;
    const rfb::ServerIdentity identity = *std::exchange(m_identity, std::nullopt);
    if (trust == Trust::No) {
        m_ended = true;
    } else {
        m_trustedOnce.append(identity.sha256);
    }
    if (trust == Trust::Always) {
        const QString note = identity.subject.isEmpty() ? name() : identity.subject;
        const Result<void> kept = m_knownServers.remember(key(), identity.sha256, note);
        if (!kept)
            Q_EMIT message(kept.error().text());
    }
    if (m_link->state() == DesktopSession::State::WaitingForTrust) {
        m_watchdog.start();
        m_link->answerIdentity(trust != Trust::No);
    } else if (trust != Trust::No) {
        open(); // the server had lost patience
    }
    Q_EMIT changed();
}

} // namespace portlight
