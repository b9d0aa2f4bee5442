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

bool runs(const QString &folder, const QStringList &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(folder);
    openssl.start(u"openssl"_s, arguments);
    return openssl.waitForFinished(30'000) && openssl.exitCode() == 0;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

constexpr QByteArrayView authority = R"(
[ca]
default_ca = own
[own]
database = index
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = address
[any]
commonName = supplied
[address]
subjectAltName = IP:127.0.0.1
)";

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

std::optional<HostileServer::Tls> expired(const QString &folder)
{
    const bool made =
        write(folder + u"/ca.conf"_s, authority.toByteArray()) && write(folder + u"/index"_s, {}) &&
        runs(folder, {u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-keyout"_s,
                      u"old-key.pem"_s, u"-out"_s, u"old.csr"_s}) &&
        runs(folder, {u"ca"_s, u"-batch"_s, u"-notext"_s, u"-selfsign"_s, u"-config"_s, u"ca.conf"_s, u"-keyfile"_s,
                      u"old-key.pem"_s, u"-in"_s, u"old.csr"_s, u"-startdate"_s, u"20200101000000Z"_s, u"-enddate"_s,
                      u"20210101000000Z"_s, u"-out"_s, u"old-certificate.pem"_s});
    if (!made)
        return std::nullopt;
    return HostileServer::Tls{contents(folder + u"/old-certificate.pem"_s), contents(folder + u"/old-key.pem"_s)};
}

bool withAuthority(const QString &folder)
{
    const QStringList request{u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s};
    return write(folder + u"/address"_s, "subjectAltName=IP:127.0.0.1\n") &&
           runs(folder, request + QStringList{u"/CN=Portlight test authority"_s, u"-x509"_s, u"-days"_s, u"2"_s,
                                              u"-keyout"_s, u"ca-key.pem"_s, u"-out"_s, u"ca-cert.pem"_s}) &&
           runs(folder,
                request + QStringList{u"/CN=desk"_s, u"-keyout"_s, u"server-key.pem"_s, u"-out"_s, u"server.csr"_s}) &&
           runs(folder, {u"x509"_s, u"-req"_s, u"-in"_s, u"server.csr"_s, u"-CA"_s, u"ca-cert.pem"_s, u"-CAkey"_s,
                         u"ca-key.pem"_s, u"-CAcreateserial"_s, u"-days"_s, u"2"_s, u"-extfile"_s, u"address"_s,
                         u"-out"_s, u"server-cert.pem"_s});
}

} // namespace portlight::TestCertificate
