// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ServerIdentity.h"

namespace portlight::rfb {

/// What can be wrong with a certificate, as far as it matters to people.
enum class CertificateProblem {
    Expired,
    NotYetValid,
    SelfSigned,
    UnknownIssuer,
    OtherName,
    Revoked,
    Other,
};

/// One translated sentence. `serverName` is who it should be; `detail` is for Other only, untranslated.
[[nodiscard]] QString certificateProblemSentence(CertificateProblem problem, const ServerIdentity &identity,
                                                 const QString &serverName, const QString &detail = {});

} // namespace portlight::rfb
