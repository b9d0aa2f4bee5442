// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/CertificateProblem.h"

#include <QCoreApplication>
#include <QLocale>

namespace portlight::rfb {

namespace {

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::rfb::CertificateProblem)
};

QString shown(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

QString certificateProblemSentence(CertificateProblem problem, const ServerIdentity &identity,
                                   const QString &serverName, const QString &detail)
{
    switch (problem) {
    case CertificateProblem::Expired:
        return Translations::tr("The certificate has expired on %1.").arg(shown(identity.validUntil));
    case CertificateProblem::NotYetValid:
        return Translations::tr("The certificate is not valid before %1.").arg(shown(identity.validFrom));
    case CertificateProblem::SelfSigned:
        return Translations::tr("The certificate is signed by itself: nobody vouches for it.");
    case CertificateProblem::UnknownIssuer:
        return Translations::tr("The certificate comes from %1, which this machine does not trust.")
            .arg(identity.issuer);
    case CertificateProblem::OtherName:
        return Translations::tr("The certificate is made out for %1, not for %2.").arg(identity.subject, serverName);
    case CertificateProblem::Revoked:
        return Translations::tr("The certificate has been revoked.");
    case CertificateProblem::Other:
        break;
    }
    return Translations::tr("The certificate is not valid: %1.").arg(detail);
}

} // namespace portlight::rfb
