// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ArdLogin.h"

#include "rfb/DiffieHellman.h"
#include "rfb/OpenSslPointer.h"
#include "rfb/RandomBytes.h"
#include "rfb/SecurityContext.h"
#include "rfb/SecurityTypes.h"

#include <QCryptographicHash>

#include <openssl/evp.h>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int headSize = 4;
constexpr int smallestKey = 16;  // bytes; macOS uses 128
constexpr int largestKey = 1024; // bytes
constexpr int fieldSize = 64;    // of the user's name and of the password, each with a NUL at its end
using CipherContext = OpenSslPointer<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

/// Whole blocks only.
QByteArray aesEcb(const QByteArray &key, const QByteArray &plain)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    EVP_EncryptInit_ex2(context.get(), EVP_aes_128_ecb(), reinterpret_cast<const unsigned char *>(key.constData()),
                        nullptr, nullptr);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    QByteArray result(plain.size(), '\0');
    int size = 0;
    EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char *>(result.data()), &size,
                      reinterpret_cast<const unsigned char *>(plain.constData()), int(plain.size()));
    return result;
}

/// The text, a NUL, and noise.
QByteArray field(const QByteArray &text)
{
    const QByteArray start = text.left(fieldSize - 1) + '\0';
    return start + randomBytes(fieldSize - start.size());
}

} // namespace

bool ArdLogin::readParameters(ByteReader &in)
{
    if (!in.has(headSize))
        return false;
    const int keySize = qFromBigEndian<quint16>(in.data() + 2);
    if (keySize < smallestKey || keySize > largestKey) {
        security().malformed(u"Apple Remote Desktop: key of %1 bytes"_s.arg(keySize));
        return false;
    }
    if (!in.has(headSize + 2 * keySize))
        return false;
    const auto take = [&in](int size) {
        return QByteArray(reinterpret_cast<const char *>(in.take(size)), size);
    };
    m_generator = take(2);
    in.skip(2);
    m_prime = take(keySize);
    m_serverValue = take(keySize);
    return true;
}

SecurityStep ArdLogin::step(ByteReader &in)
{
    if (m_prime.isEmpty() && !readParameters(in))
        return SecurityStep::Wait;
    const Login *const login = security().login({true, true, securityTypeName(ardSecurity)});
    if (!login)
        return SecurityStep::Wait;
    const std::optional<DiffieHellman> exchange = DiffieHellman::answer(m_generator, m_prime, m_serverValue);
    if (!exchange) {
        security().malformed(u"Apple Remote Desktop: impossible key exchange"_s);
        return SecurityStep::Wait;
    }
    const QByteArray key = QCryptographicHash::hash(exchange->secret, QCryptographicHash::Md5);
    security().send(aesEcb(key, field(login->user.toUtf8()) + field(login->password)) + exchange->publicValue);
    return SecurityStep::Done;
}

} // namespace portlight::rfb
