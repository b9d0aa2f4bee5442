// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/SecurityTypes.h"

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NamedType
{
    int number;
    QLatin1StringView name;
};

constexpr NamedType namedTypes[] = {
    {noSecurity, "None"_L1},
    {vncAuthentication, "VNC Authentication"_L1},
    {5, "RA2"_L1},
    {6, "RA2ne"_L1},
    {16, "Tight"_L1},
    {17, "Ultra"_L1},
    {18, "TLS"_L1},
    {19, "VeNCrypt"_L1},
    {20, "SASL"_L1},
    {21, "MD5 hash authentication"_L1},
    {22, "XVP"_L1},
    {23, "Secure Tunnel"_L1},
    {24, "Integrated SSH"_L1},
    {30, "Apple Remote Desktop"_L1},
    {35, "Apple Remote Desktop (Kerberos)"_L1},
    {113, "MS-Logon II"_L1},
    {129, "RA256"_L1},
    {130, "RAne256"_L1},
};

} // namespace

QString securityTypeName(int type)
{
    const auto *const named = std::find_if(std::begin(namedTypes), std::end(namedTypes),
                                           [type](const NamedType &candidate) { return candidate.number == type; });
    return named == std::end(namedTypes) ? u"type %1"_s.arg(type) : QString(named->name);
}

QString securityTypeNames(const QList<int> &types)
{
    QStringList names;
    for (const int type : types)
        names.append(u"%1 (%2)"_s.arg(securityTypeName(type)).arg(type));
    return names.join(u", "_s);
}

int chooseSecurityType(const QList<int> &offered, bool hasPassword)
{
    if (!hasPassword && offered.contains(noSecurity))
        return noSecurity;
    const auto spoken = std::find_if(offered.begin(), offered.end(),
                                     [](int type) { return type == noSecurity || type == vncAuthentication; });
    return spoken == offered.end() ? 0 : *spoken;
}

} // namespace portlight::rfb
