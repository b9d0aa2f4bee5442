// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace portlight::rfb {

/// Our half of a Diffie-Hellman key exchange in a group that the server names (RFC 2631 without its checks: the
/// groups of ARD and MS-Logon II would fail them).
struct DiffieHellman
{
    QByteArray publicValue; ///< For the server, as long as the prime.
    QByteArray secret;      ///< What both sides know then, as long as the prime.

    /// All big-endian; nothing when the numbers cannot be what the protocol wants: the prime even or less than 5, the
    /// server's value or the generator not between 1 and prime - 1.
    [[nodiscard]] static std::optional<DiffieHellman> answer(QByteArrayView generator, QByteArrayView prime,
                                                             QByteArrayView serverValue);
};

} // namespace portlight::rfb
