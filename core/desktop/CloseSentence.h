// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portlight {

/// What a WebSocket close code (RFC 6455, section 7.4.1) means for a desktop behind websockify, as one translated
/// sentence with the code in it. `reason` is the server's text and may be empty.
[[nodiscard]] QString closeSentence(int code, const QString &reason);

} // namespace portlight
