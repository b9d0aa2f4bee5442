// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/ClientContext.h"

#include <QByteArray>

namespace portlight::rfb {

/// Everything from the banner to ServerInit (RFC 6143, sections 7.1 to 7.3), for versions 3.3, 3.7 and 3.8.
class Handshake
{
public:
    explicit Handshake(ClientContext &context)
        : m_context(context)
    {
    }

    /// Reads the next part; the state must be before Running.
    [[nodiscard]] Step step(ByteReader &in);
    /// Ends the wait of loginRequired(); false when nobody waits.
    bool provideLogin(const Login &login);
    /// The connection ended; `unread` is what came and could not be used yet.
    void connectionClosed(QByteArrayView unread);

private:
    /// Whose reason the server is about to give.
    enum class Reason { None, Refusal, SecurityResult };

    [[nodiscard]] Step readVersion(ByteReader &in);
    [[nodiscard]] Step readSecurity(ByteReader &in);
    [[nodiscard]] Step readSecurityDecision(ByteReader &in);
    [[nodiscard]] Step readChallenge(ByteReader &in);
    [[nodiscard]] Step readSecurityResult(ByteReader &in);
    [[nodiscard]] Step readReason(ByteReader &in);
    [[nodiscard]] Step readServerInit(ByteReader &in);
    [[nodiscard]] Step readName(ByteReader &in);

    void useSecurityType(int type);
    void securityDone();
    void answerChallenge(const QByteArray &password);
    void failWithReason(QByteArrayView reason);
    void unsupported(const QList<int> &offered);

    ClientContext &m_context;
    Reason m_reason = Reason::None;
    QByteArray m_challenge;
    bool m_waitsForPassword = false;
    bool m_hasServerInit = false;
    PixelFormat m_serverFormat;
    QByteArray m_name;
    quint32 m_nameBytesLeft = 0;
};

} // namespace portlight::rfb
