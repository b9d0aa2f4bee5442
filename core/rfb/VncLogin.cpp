// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/VncLogin.h"

#include "rfb/SecurityContext.h"
#include "rfb/SecurityTypes.h"
#include "rfb/VncAuthentication.h"

namespace portlight::rfb {

SecurityStep VncLogin::step(ByteReader &in)
{
    if (m_challenge.isEmpty()) {
        if (!in.has(vncChallengeSize))
            return SecurityStep::Wait;
        m_challenge = QByteArray(reinterpret_cast<const char *>(in.take(vncChallengeSize)), vncChallengeSize);
    }
    const Login *const login = security().login({false, false, securityTypeName(vncAuthentication)});
    if (!login)
        return SecurityStep::Wait;
    security().send(vncAuthenticationResponse(login->password, m_challenge));
    return SecurityStep::Done;
}

} // namespace portlight::rfb
