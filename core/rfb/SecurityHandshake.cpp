// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/SecurityHandshake.h"

#include "rfb/ArdLogin.h"
#include "rfb/MsLogonIiLogin.h"
#include "rfb/NoLogin.h"
#include "rfb/PlainLogin.h"
#include "rfb/Ra2Login.h"
#include "rfb/SecurityTypes.h"
#include "rfb/TightSecurity.h"
#include "rfb/VeNCryptSecurity.h"
#include "rfb/VncLogin.h"
#include "rfb/XvpLogin.h"

namespace portlight::rfb {

std::unique_ptr<SecurityHandshake> makeSecurityHandshake(int type, SecurityContext &security)
{
    switch (type) {
    case noSecurity:
        return std::make_unique<NoLogin>(security);
    case vncAuthentication:
        return std::make_unique<VncLogin>(security);
    case ra2Security:
    case ra2neSecurity:
    case ra256Security:
    case rane256Security:
        return std::make_unique<Ra2Login>(security, type);
    case tightSecurity:
        return std::make_unique<TightSecurity>(security);
    case veNCryptSecurity:
        return std::make_unique<VeNCryptSecurity>(security);
    case xvpSecurity:
        return std::make_unique<XvpLogin>(security);
    case ardSecurity:
        return std::make_unique<ArdLogin>(security);
    case msLogonIiSecurity:
        return std::make_unique<MsLogonIiLogin>(security);
    case plainSecurity:
        return std::make_unique<PlainLogin>(security, securityTypeName(plainSecurity));
    default:
        return nullptr;
    }
}

} // namespace portlight::rfb
