// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ServerIdentity.h"

#include <QList>

#include <openssl/x509.h>

namespace portlight::rfb {

/// What a person should know of a certificate that did not pass: `errors` are OpenSSL's (X509_V_ERR_...), in the order
/// they were found.
[[nodiscard]] ServerIdentity certificateIdentity(X509 *certificate, const QString &serverName,
                                                 const QList<int> &errors);

} // namespace portlight::rfb
