// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "desktop/DesktopTarget.h"
#include "desktop/NoVncPageSettings.h"

namespace portlight {

/// Reads what people type or paste as TARGET (contracts.md, "Commands"). Pure.
namespace TargetParser {

/// True when the text is meant as a URL (has "://"): then it is never tried as a VM.
[[nodiscard]] bool isUrl(const QString &text);

/// True for the names under which URLs carry passwords.
[[nodiscard]] bool isSecretName(const QString &name);

/// ws://, wss:// (any path and query), http(s)://host:6080/vnc.html?... (noVNC's own URL; parameters in query or
/// fragment), vnc://host[:port], HOST:PORT (5900 to 5999 speak RFB, all others are ws://HOST:PORT/websockify); IPv6
/// in brackets. Error, kind Usage: "target.malformed". Errors never repeat a password.
[[nodiscard]] Result<DesktopTarget> parse(const QString &text);

/// The target as noVNC's page would have it with the settings of its server; unchanged when these make no sense, or
/// when it was not given as a page's URL. Passwords and logins go to the server they were given for, to no other.
[[nodiscard]] DesktopTarget withPageSettings(const DesktopTarget &target, const NoVncPageSettings &settings);

/// A guest's websockify, as a VM's address and port name it.
[[nodiscard]] DesktopTarget websockify(const QString &host, quint16 port);

} // namespace TargetParser

} // namespace portlight
