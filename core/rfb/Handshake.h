// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/ClientContext.h"
#include "rfb/SecurityContext.h"
#include "rfb/SecurityHandshake.h"

#include <QByteArray>

#include <memory>

namespace portlight::rfb {

/// Everything from the banner to ServerInit (RFC 6143, sections 7.1 to 7.3), for versions 3.3, 3.7 and 3.8.
class Handshake
{
public:
    explicit Handshake(ClientContext &context)
        : m_context(context)
        , m_security(context)
    {
    }

    /// Reads the next part; the state must be before Running.
    [[nodiscard]] Step step(ByteReader &in);
    /// Ends the wait of loginRequired(); false when nobody waits.
    bool provideLogin(const Login &login) { return m_security.provideLogin(login); }
    /// Ends the wait of serverIdentityOffered(); false when nobody waits, or it is not accepted.
    bool acceptIdentity(bool accepted) { return m_security.acceptIdentity(accepted); }
    void forgetLogin() { m_security.forgetLogin(); }
    /// The connection ended; `unread` is what came and could not be used yet.
    void connectionClosed(QByteArrayView unread);

private:
    /// Whose reason the server is about to give.
    enum class Reason { None, Refusal, SecurityResult };

    [[nodiscard]] Step readVersion(ByteReader &in);
    [[nodiscard]] Step readSecurity(ByteReader &in);
    [[nodiscard]] Step readSecurityDecision(ByteReader &in);
    [[nodiscard]] Step runSecurity(ByteReader &in);
    [[nodiscard]] Step readSecurityResult(ByteReader &in);
    [[nodiscard]] Step readReason(ByteReader &in);
    [[nodiscard]] Step readServerInit(ByteReader &in);
    [[nodiscard]] Step readName(ByteReader &in);
    [[nodiscard]] Step readCapabilities(ByteReader &in);

    void useSecurityType(int type);
    void securityDone();
    void initialised();
    void callRepeater(ByteReader &in);
    void failWithReason(QByteArrayView reason);
    void unsupported(const QList<int> &offered);

    ClientContext &m_context;
    Reason m_reason = Reason::None;
    SecurityContext m_security;
    std::unique_ptr<SecurityHandshake> m_securityHandshake;
    int m_chosenType = 0; ///< Of RFB's own; ClientContext::securityType may be more precise.
    bool m_calledRepeater = false;
    bool m_hasServerInit = false;
    bool m_hasName = false;
    PixelFormat m_serverFormat;
    QByteArray m_name;
    quint32 m_nameBytesLeft = 0;
};

} // namespace portlight::rfb
