// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace portlight::rfb {

struct Login;

// Numbers of security types that are spoken (rfbproto, "Security Types").
constexpr int noSecurity = 1;
constexpr int vncAuthentication = 2;
constexpr int ra2Security = 5;
constexpr int ra2neSecurity = 6;
constexpr int tightSecurity = 16;
constexpr int veNCryptSecurity = 19;
constexpr int xvpSecurity = 22;
constexpr int ardSecurity = 30;
constexpr int msLogonIiSecurity = 113;
constexpr int ra256Security = 129;
constexpr int rane256Security = 130;

// VeNCrypt's own (rfbproto, "VeNCrypt").
constexpr int plainSecurity = 256;
constexpr int tlsNoneSecurity = 257;
constexpr int tlsVncSecurity = 258;
constexpr int tlsPlainSecurity = 259;
constexpr int x509NoneSecurity = 260;
constexpr int x509VncSecurity = 261;
constexpr int x509PlainSecurity = 262;

/// A security type's name, e.g. "VeNCrypt"; "type 77" when unknown (rfbproto, "Security Types").
[[nodiscard]] QString securityTypeName(int type);

/// "RA2ne (6), VeNCrypt (19)".
[[nodiscard]] QString securityTypeNames(const QList<int> &types);

/// The type to speak, of those offered; 0 when none of them is spoken. First counts what protects more:
///
/// 1. without a known password: types that ask nothing (None; in VeNCrypt X509None, then TLSNone, then None),
/// 2. X.509 in VeNCrypt (the server is verified and everything encrypted),
/// 3. everything encrypted: VeNCrypt, RA2 and RA256, TLS without certificates in VeNCrypt,
/// 4. the login alone encrypted for a server whose key a person has checked: RA2ne and RAne256,
/// 5. all others but
/// 6. VeNCrypt's Plain without TLS: the password goes over the wire as it is.
///
/// Among equals a type that the known login answers comes before one that needs a user name too; then the server's
/// order counts, as with noVNC and TigerVNC.
[[nodiscard]] int chooseSecurityType(const QList<int> &offered, const Login &known);
/// The same inside VeNCrypt, where VeNCrypt itself is no choice.
[[nodiscard]] int chooseVeNCryptType(const QList<int> &offered, const Login &known);

/// The sub-type begins with a TLS handshake.
[[nodiscard]] bool usesTls(int veNCryptType);
/// The sub-type's TLS has a certificate.
[[nodiscard]] bool usesCertificate(int veNCryptType);

} // namespace portlight::rfb
