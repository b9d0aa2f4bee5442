// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/TlsChannel.h"

#include "rfb/CertificateCheck.h"
#include "rfb/OpenSslPointer.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype pieceSize = 16 * 1024; // a TLS record's text

using Context = OpenSslPointer<SSL_CTX, SSL_CTX_free>;
using Connection = OpenSslPointer<SSL, SSL_free>;

/// Collects everything that is wrong with a certificate instead of stopping at the first.
int noteError(int passed, X509_STORE_CTX *store)
{
    if (passed)
        return 1;
    auto *const ssl = static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *const errors = static_cast<QList<int> *>(SSL_get_app_data(ssl));
    errors->append(X509_STORE_CTX_get_error(store));
    return 1;
}

Context makeContext(TlsChannel::Server server)
{
    Context context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    if (server == TlsChannel::Server::Anonymous) {
        SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION); // newer ones always have a certificate
        SSL_CTX_set_cipher_list(context.get(), "aNULL:!eNULL:@SECLEVEL=0");
    } else {
        SSL_CTX_set_default_verify_paths(context.get());
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, noteError);
    }
    return context;
}

void expectName(SSL *ssl, const QByteArray &name)
{
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), name.constData()) == 1)
        return;
    SSL_set1_host(ssl, name.constData());
    SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    if (!name.isEmpty())
        SSL_set_tlsext_host_name(ssl, name.constData());
}

QString lastError()
{
    const unsigned long error = ERR_get_error();
    ERR_clear_error();
    const char *const reason = ERR_reason_error_string(error);
    return reason ? QString::fromLatin1(reason) : u"TLS error"_s;
}

} // namespace

struct TlsChannel::Private
{
    QString serverName;
    QList<int> errors;
    Context context;
    Connection connection;
    BIO *fromServer = nullptr; ///< Both belong to the connection.
    BIO *toServer = nullptr;
};

TlsChannel::TlsChannel(Server server, const QString &serverName)
    : m_private(std::make_unique<Private>())
{
    m_private->serverName = serverName;
    m_private->context = makeContext(server);
    m_private->connection.reset(SSL_new(m_private->context.get()));
    SSL *const ssl = m_private->connection.get();
    m_private->fromServer = BIO_new(BIO_s_mem());
    m_private->toServer = BIO_new(BIO_s_mem());
    SSL_set_bio(ssl, m_private->fromServer, m_private->toServer);
    SSL_set_app_data(ssl, &m_private->errors);
    SSL_set_connect_state(ssl);
    if (server == Server::Certificate)
        expectName(ssl, serverName.toUtf8());
    goOn();
}

TlsChannel::~TlsChannel() = default;

bool TlsChannel::hasShakenHands() const
{
    return m_problem.isEmpty() && SSL_is_init_finished(m_private->connection.get());
}

void TlsChannel::goOn()
{
    if (SSL_is_init_finished(m_private->connection.get()))
        return;
    ERR_clear_error();
    note(SSL_do_handshake(m_private->connection.get()));
}

/// Remembers what broke, if anything did.
void TlsChannel::note(int result)
{
    const int error = SSL_get_error(m_private->connection.get(), result);
    if ((error == SSL_ERROR_SSL || error == SSL_ERROR_SYSCALL) && m_problem.isEmpty())
        m_problem = lastError();
}

QByteArray TlsChannel::decrypt(QByteArrayView wire)
{
    QByteArray result;
    for (qsizetype at = 0; at < wire.size() && m_problem.isEmpty(); at += pieceSize) {
        const QByteArrayView piece = wire.sliced(at, std::min(pieceSize, wire.size() - at));
        BIO_write(m_private->fromServer, piece.data(), int(piece.size()));
        goOn();
        int count = 1;
        while (hasShakenHands() && count > 0) {
            const qsizetype known = result.size();
            result.resize(known + pieceSize);
            ERR_clear_error();
            count = SSL_read(m_private->connection.get(), result.data() + known, int(pieceSize));
            result.resize(known + std::max(count, 0));
            if (count <= 0)
                note(count);
        }
    }
    return result;
}

void TlsChannel::encrypt(QByteArrayView plain)
{
    for (qsizetype at = 0; at < plain.size() && hasShakenHands(); at += pieceSize) {
        ERR_clear_error();
        const int count =
            SSL_write(m_private->connection.get(), plain.data() + at, int(std::min(pieceSize, plain.size() - at)));
        if (count <= 0)
            note(count);
    }
}

QByteArray TlsChannel::takeWire()
{
    QByteArray bytes(qsizetype(BIO_ctrl_pending(m_private->toServer)), Qt::Uninitialized);
    if (!bytes.isEmpty())
        BIO_read(m_private->toServer, bytes.data(), int(bytes.size()));
    return bytes;
}

std::optional<ServerIdentity> TlsChannel::untrustedIdentity() const
{
    const OpenSslPointer<X509, X509_free> certificate(SSL_get1_peer_certificate(m_private->connection.get()));
    QList<int> errors = m_private->errors;
    if (m_private->serverName.isEmpty())
        errors.append(X509_V_ERR_HOSTNAME_MISMATCH);
    if (errors.isEmpty() || !certificate)
        return std::nullopt;
    return certificateIdentity(certificate.get(), m_private->serverName, errors);
}

} // namespace portlight::rfb
