// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/PlainLogin.h"

#include "rfb/SecurityContext.h"
#include "rfb/WireNumbers.h"

namespace portlight::rfb {

SecurityStep PlainLogin::step(ByteReader & /*in*/)
{
    const Login *const login = security().login({true, false, m_method});
    if (!login)
        return SecurityStep::Wait;
    const QByteArray user = login->user.toUtf8();
    security().send(bigEndian32(quint32(user.size())) + bigEndian32(quint32(login->password.size())) + user +
                    login->password);
    return SecurityStep::Done;
}

} // namespace portlight::rfb
