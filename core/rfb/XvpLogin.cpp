// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/XvpLogin.h"

#include "rfb/SecurityContext.h"
#include "rfb/SecurityTypes.h"
#include "rfb/VncLogin.h"

namespace portlight::rfb {

namespace {

constexpr qsizetype longestName = 255; // one byte has its length

} // namespace

SecurityStep XvpLogin::step(ByteReader & /*in*/)
{
    const Login *const login = security().login({true, false, securityTypeName(xvpSecurity), true});
    if (!login)
        return SecurityStep::Wait;
    const QByteArray user = login->user.toUtf8().left(longestName);
    const QByteArray target = login->target.toUtf8().left(longestName);
    security().send(QByteArray(1, char(user.size())) + char(target.size()) + user + target);
    security().continueWith(std::make_unique<VncLogin>(security()));
    return SecurityStep::Continue;
}

} // namespace portlight::rfb
