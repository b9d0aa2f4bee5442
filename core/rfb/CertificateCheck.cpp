// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/CertificateCheck.h"

#include "rfb/CertificateProblem.h"
#include "rfb/SafeText.h"

#include <QCryptographicHash>

#include <openssl/asn1.h>
#include <openssl/crypto.h>
#include <openssl/x509_vfy.h>

#include <ctime>

namespace portlight::rfb {

namespace {

constexpr qsizetype shownNameLength = 100;

/// The last common name, as the most specific; else the last of all parts, such as an organisation.
QString shownName(const X509_NAME *name)
{
    int index = -1;
    int found = X509_NAME_entry_count(name) - 1;
    while ((index = X509_NAME_get_index_by_NID(name, NID_commonName, index)) >= 0)
        found = index;
    if (found < 0)
        return {};
    unsigned char *text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, found)));
    if (size < 0)
        return {};
    QString shown = safeText(QByteArrayView(text, size), shownNameLength);
    OPENSSL_free(text);
    return shown;
}

QDateTime dateTime(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, std::min(parts.tm_sec, 59)), Qt::UTC};
}

CertificateProblem problemOf(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return CertificateProblem::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return CertificateProblem::NotYetValid;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return CertificateProblem::SelfSigned;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return CertificateProblem::UnknownIssuer;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return CertificateProblem::OtherName;
    case X509_V_ERR_CERT_REVOKED:
        return CertificateProblem::Revoked;
    default:
        return CertificateProblem::Other;
    }
}

} // namespace

ServerIdentity certificateIdentity(X509 *certificate, const QString &serverName, const QList<int> &errors)
{
    ServerIdentity identity;
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    if (size > 0)
        identity.sha256 = QCryptographicHash::hash(QByteArrayView(der, size), QCryptographicHash::Sha256);
    OPENSSL_free(der);
    identity.subject = shownName(X509_get_subject_name(certificate));
    identity.issuer = shownName(X509_get_issuer_name(certificate));
    identity.validFrom = dateTime(X509_get0_notBefore(certificate));
    identity.validUntil = dateTime(X509_get0_notAfter(certificate));
    QStringList sentences;
    for (const int error : errors)
        sentences.append(certificateProblemSentence(problemOf(error), identity, serverName,
                                                    QString::fromLatin1(X509_verify_cert_error_string(error))));
    sentences.removeDuplicates();
    identity.problem = sentences.join(u' ');
    return identity;
}

} // namespace portlight::rfb
