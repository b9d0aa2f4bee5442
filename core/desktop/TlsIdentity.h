// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ServerIdentity.h"

#include <QSslCertificate>
#include <QSslError>

namespace portlight {

/// What a person should know of a certificate that Qt does not trust, in the same words as for VeNCrypt's.
[[nodiscard]] rfb::ServerIdentity tlsIdentity(const QSslCertificate &certificate, const QList<QSslError> &errors,
                                              const QString &serverName);

} // namespace portlight
