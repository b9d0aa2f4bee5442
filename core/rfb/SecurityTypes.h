// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace portlight::rfb {

constexpr int noSecurity = 1;
constexpr int vncAuthentication = 2;

/// A security type's name, e.g. "VeNCrypt"; "type 77" when unknown (rfbproto, "Security Types").
[[nodiscard]] QString securityTypeName(int type);

/// "RA2ne (6), VeNCrypt (19)".
[[nodiscard]] QString securityTypeNames(const QList<int> &types);

/// The type to speak, of those offered: without a password None comes first, else the server's order counts. 0 when
/// none of them is spoken.
[[nodiscard]] int chooseSecurityType(const QList<int> &offered, bool hasPassword);

} // namespace portlight::rfb
