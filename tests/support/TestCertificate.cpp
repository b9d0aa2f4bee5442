// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestCertificate.h"

#include <QFile>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace portlight::TestCertificate {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::optional<HostileServer::Tls> selfSigned(const QString &folder)
{
    const QString key = folder + u"/test-key.pem"_s;
    const QString certificate = folder + u"/test-certificate.pem"_s;
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                 u"-subj"_s, u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s,
                                 u"-keyout"_s, key, u"-out"_s, certificate});
    if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
        return std::nullopt;
    return HostileServer::Tls{contents(certificate), contents(key)};
}

} // namespace portlight::TestCertificate
