// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace portlight::rfb {

constexpr int vncChallengeSize = 16;

/// The answer to a challenge of 16 bytes: encrypted with DES, the key being the first 8 bytes of the password, each
/// with its bits reversed (RFC 6143, section 7.2.2).
[[nodiscard]] QByteArray vncAuthenticationResponse(QByteArrayView password, QByteArrayView challenge);

/// DES in CBC mode with a key of 8 bytes, each with its bits reversed as above, which is the initialisation vector too:
/// MS-Logon II (rfbproto, "MSLogonII Authentication"). Whole blocks of 8 bytes only.
[[nodiscard]] QByteArray vncDesCbc(QByteArrayView key, QByteArrayView plain);

} // namespace portlight::rfb
