// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/HostileServer.h"

#include <optional>

namespace portlight::TestCertificate {

/// Makes a key and a certificate that nobody trusts in the folder, with the openssl program; nothing when it is
/// missing.
[[nodiscard]] std::optional<HostileServer::Tls> selfSigned(const QString &folder);
/// The same, valid in the year 2020 only.
[[nodiscard]] std::optional<HostileServer::Tls> expired(const QString &folder);
/// An authority that nobody trusts and a certificate of its, with the names that QEMU wants: ca-cert.pem,
/// server-cert.pem, server-key.pem. False when openssl is missing.
[[nodiscard]] bool withAuthority(const QString &folder);

} // namespace portlight::TestCertificate
