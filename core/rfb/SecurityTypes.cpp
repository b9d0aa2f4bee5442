// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/SecurityTypes.h"

#include "rfb/LoginRequest.h"

#include <algorithm>
#include <limits>

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
    {plainSecurity, "Plain"_L1},
    {tlsNoneSecurity, "TLSNone"_L1},
    {tlsVncSecurity, "TLSVnc"_L1},
    {tlsPlainSecurity, "TLSPlain"_L1},
    {x509NoneSecurity, "X509None"_L1},
    {x509VncSecurity, "X509Vnc"_L1},
    {x509PlainSecurity, "X509Plain"_L1},
    {263, "TLSSASL"_L1},
    {264, "X509SASL"_L1},
};

constexpr int notSpoken = std::numeric_limits<int>::max();

bool asksNothing(int type)
{
    return type == noSecurity || type == tlsNoneSecurity || type == x509NoneSecurity;
}

bool needsUser(int type)
{
    constexpr int types[] = {xvpSecurity,   ardSecurity,      msLogonIiSecurity,
                             plainSecurity, tlsPlainSecurity, x509PlainSecurity};
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

/// As SecurityTypes.h has it, from 2 to 6.
int protection(int type)
{
    switch (type) {
    case x509NoneSecurity:
    case x509VncSecurity:
    case x509PlainSecurity:
        return 2;
    case veNCryptSecurity:
    case ra2Security:
    case ra256Security:
    case tlsNoneSecurity:
    case tlsVncSecurity:
    case tlsPlainSecurity:
        return 3;
    case ra2neSecurity:
    case rane256Security:
        return 4;
    case noSecurity:
    case vncAuthentication:
    case tightSecurity:
    case xvpSecurity:
    case ardSecurity:
    case msLogonIiSecurity:
        return 5;
    case plainSecurity:
        return 6;
    default:
        return notSpoken;
    }
}

/// Lower is better.
int rank(int type, const Login &known)
{
    const int base = protection(type);
    if (base == notSpoken)
        return notSpoken;
    if (known.password.isNull())
        return asksNothing(type) ? base : 100 + base;
    return 2 * base + (known.user.isNull() && needsUser(type) ? 1 : 0);
}

int best(const QList<int> &offered, const Login &known)
{
    const auto choice = std::min_element(offered.begin(), offered.end(),
                                         [&](int left, int right) { return rank(left, known) < rank(right, known); });
    return choice == offered.end() || rank(*choice, known) == notSpoken ? 0 : *choice;
}

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

int chooseSecurityType(const QList<int> &offered, const Login &known)
{
    return best(offered, known);
}

int chooseVeNCryptType(const QList<int> &offered, const Login &known)
{
    QList<int> others = offered;
    others.removeAll(veNCryptSecurity);
    return best(others, known);
}

bool usesTls(int veNCryptType)
{
    return veNCryptType >= tlsNoneSecurity && veNCryptType <= x509PlainSecurity;
}

bool usesCertificate(int veNCryptType)
{
    return veNCryptType >= x509NoneSecurity && veNCryptType <= x509PlainSecurity;
}

} // namespace portlight::rfb
