// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/TlsIdentity.h"

#include "rfb/CertificateProblem.h"
#include "verdict/FailureText.h"

namespace portlight {

namespace {

constexpr int shownNameLength = 100;

rfb::CertificateProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return rfb::CertificateProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return rfb::CertificateProblem::NotYetValid;
    case QSslError::SelfSignedCertificate:
        return rfb::CertificateProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return rfb::CertificateProblem::UnknownIssuer;
    case QSslError::HostNameMismatch:
        return rfb::CertificateProblem::OtherName;
    case QSslError::CertificateRevoked:
        return rfb::CertificateProblem::Revoked;
    default:
        return rfb::CertificateProblem::Other;
    }
}

QString shownName(const QString &name)
{
    return tamedText(name, shownNameLength);
}

} // namespace

rfb::ServerIdentity tlsIdentity(const QSslCertificate &certificate, const QList<QSslError> &errors,
                                const QString &serverName)
{
    rfb::ServerIdentity identity;
    identity.sha256 = certificate.digest(QCryptographicHash::Sha256);
    identity.subject = shownName(certificate.subjectDisplayName());
    identity.issuer = shownName(certificate.issuerDisplayName());
    identity.validFrom = certificate.effectiveDate();
    identity.validUntil = certificate.expiryDate();
    QStringList sentences;
    for (const QSslError &error : errors)
        sentences.append(rfb::certificateProblemSentence(problemOf(error.error()), identity, serverName,
                                                         tamedText(error.errorString())));
    sentences.removeDuplicates();
    identity.problem = sentences.join(u' ');
    return identity;
}

} // namespace portlight
