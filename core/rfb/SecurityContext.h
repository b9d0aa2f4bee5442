// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ClientContext.h"
#include "rfb/LoginRequest.h"
#include "rfb/SecureChannel.h"
#include "rfb/SecurityHandshake.h"
#include "rfb/ServerIdentity.h"

#include <memory>
#include <optional>

namespace portlight::rfb {

/// What the security types share: the way to the server, and the questions to a person. A question is put once; whoever
/// asked is called again when it is answered.
class SecurityContext
{
public:
    explicit SecurityContext(ClientContext &client);

    [[nodiscard]] ClientContext &client() const { return m_client; }
    void send(QByteArrayView bytes) { m_client.output += bytes.toByteArray(); }
    void malformed(const QString &where) { m_client.malformed(where); }

    /// What answers the request; null until somebody has answered it. `isEncrypted` is set when everything is.
    [[nodiscard]] const Login *login(LoginRequest request);
    /// What is known without asking.
    [[nodiscard]] const Login &knownLogin() const { return m_known; }
    /// A login has been given to a security type.
    [[nodiscard]] bool wasLoginUsed() const { return m_used; }
    /// One with a user name.
    [[nodiscard]] bool wasUserUsed() const { return m_user; }

    /// Whether a person trusts the server, today or earlier; false until the question is answered. A refusal ends the
    /// connection with tls.untrusted.
    [[nodiscard]] bool isTrusted(const ServerIdentity &identity);

    /// Everything after the current output goes through it, both ways.
    void startChannel(std::unique_ptr<SecureChannel> channel);
    /// Another handshake takes over at its next step.
    void continueWith(std::unique_ptr<SecurityHandshake> handshake) { m_next = std::move(handshake); }
    [[nodiscard]] std::unique_ptr<SecurityHandshake> takeNext() { return std::move(m_next); }

    /// From the client; false when nobody waits.
    bool provideLogin(const Login &login);
    bool acceptIdentity(bool accepted);
    /// The handshake is over: secrets go.
    void forgetLogin();

private:
    enum class Question { Unasked, Asked, Answered };

    ClientContext &m_client;
    Login m_known;
    Question m_loginQuestion = Question::Unasked;
    Question m_identityQuestion = Question::Unasked;
    QString m_identityProblem;
    QString m_identityFingerprint; ///< Of an RSA key only.
    bool m_used = false;
    bool m_user = false;
    std::unique_ptr<SecurityHandshake> m_next;
};

} // namespace portlight::rfb
