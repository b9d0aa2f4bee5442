// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Client.h"

#include <QList>
#include <QTcpSocket>

namespace portlight::rfb::testing {

/// A client on a real TCP connection to this machine, played what the server sends in pieces of a chosen size.
class LiveClient final : public ClientObserver
{
public:
    enum class Answer {
        AtOnce, ///< From within the question.
        Later,  ///< When receive() has returned.
        Never,
    };
    struct Plan
    {
        ClientSettings settings = {};
        Login login = {};            ///< The answer to loginRequired().
        bool acceptsIdentity = true; ///< The answer to serverIdentityOffered().
        Answer answer = Answer::AtOnce;
        qsizetype piece = 1 << 16; ///< Bytes at a time.
    };

    explicit LiveClient(Plan plan);

    /// Until the picture is complete, the client has failed, a question stays unanswered or the connection ends. An
    /// error of the transport, or empty.
    [[nodiscard]] QString run(quint16 port);
    /// Reads on until so many updates are complete; false after some seconds.
    [[nodiscard]] bool waitForUpdates(quint64 count);

    [[nodiscard]] Client &client() { return m_client; }
    [[nodiscard]] QString failureId() const { return m_client.failure() ? m_client.failure()->id : QString(); }
    [[nodiscard]] QString summary() const { return m_client.failure() ? m_client.failure()->summary : QString(); }
    [[nodiscard]] const QList<LoginRequest> &logins() const { return m_logins; }
    [[nodiscard]] const QList<ServerIdentity> &identities() const { return m_identities; }
    /// What has been sent.
    [[nodiscard]] const QByteArray &sent() const { return m_sent; }
    void flush();

private:
    void loginRequired(const LoginRequest &request) override;
    void serverIdentityOffered(const ServerIdentity &identity) override;

    [[nodiscard]] bool readOn();
    void answerQuestions();

    const Plan m_plan;
    QTcpSocket m_socket;
    Client m_client;
    QList<LoginRequest> m_logins;
    QList<ServerIdentity> m_identities;
    QByteArray m_sent;
    bool m_loginOpen = false;
    bool m_identityOpen = false;
};

} // namespace portlight::rfb::testing
