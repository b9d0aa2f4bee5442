// SPDX-License-Identifier: GPL-3.0-or-later
// The logins of StrictSecurity that begin with a Diffie-Hellman exchange.
#include "support/StrictSecurity.h"

#include <QCryptographicHash>

#include <nettle/aes.h>
#include <nettle/bignum.h>
#include <nettle/cbc.h>
#include <nettle/des.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

const uint8_t *in(const QByteArray &bytes)
{
    return reinterpret_cast<const uint8_t *>(bytes.constData());
}

uint8_t *out(QByteArray &bytes)
{
    return reinterpret_cast<uint8_t *>(bytes.data());
}

/// base ^ exponent mod prime, as long as the prime.
QByteArray power(const QByteArray &base, const QByteArray &exponent, const QByteArray &prime)
{
    mpz_t b;
    mpz_t e;
    mpz_t p;
    nettle_mpz_init_set_str_256_u(b, size_t(base.size()), in(base));
    nettle_mpz_init_set_str_256_u(e, size_t(exponent.size()), in(exponent));
    nettle_mpz_init_set_str_256_u(p, size_t(prime.size()), in(prime));
    mpz_powm(b, b, e, p);
    QByteArray result(prime.size(), '\0');
    nettle_mpz_get_str_256(size_t(result.size()), out(result), b);
    mpz_clears(b, e, p, nullptr);
    return result;
}

/// Between 1 and prime - 1.
bool isPublicValue(const QByteArray &value, const QByteArray &prime)
{
    const QByteArray one = QByteArray(prime.size() - 1, '\0') + '\1';
    QByteArray last = prime;
    last.back() = char(last.back() - 1); // primes are odd
    return value.size() == prime.size() && value > one && value < last;
}

/// The text before the first NUL; nothing without one.
std::optional<QByteArray> field(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    return end < 0 ? std::nullopt : std::optional(bytes.first(end));
}

/// MS-Logon II's DES, whose keys have the bits of each byte reversed.
QByteArray desCbcDecrypted(const QByteArray &key, const QByteArray &encrypted)
{
    std::array<uint8_t, DES_KEY_SIZE> reversed{};
    for (size_t i = 0; i < reversed.size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit)
            reversed[i] = uint8_t(reversed[i] | (quint8(key.at(qsizetype(i))) >> bit & 1U) << (7 - bit));
    }
    des_ctx context{};
    (void)des_set_key(&context, reversed.data());
    QByteArray start = key;
    QByteArray plain(encrypted.size(), '\0');
    cbc_decrypt(&context, reinterpret_cast<nettle_cipher_func *>(des_decrypt), DES_BLOCK_SIZE, out(start),
                size_t(encrypted.size()), out(plain), in(encrypted));
    return plain;
}

/// RFC 2409, section 6.2: 1024 bits, as macOS has them.
const QByteArray &ardPrime()
{
    static const QByteArray prime = QByteArray::fromHex(
        "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd"
        "ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed"
        "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381ffffffffffffffff");
    return prime;
}

} // namespace

StrictSecurity::Outcome StrictSecurity::authenticateArd()
{
    const QByteArray &prime = ardPrime();
    const QByteArray secret = QByteArray::fromHex("5f1d36f1a7e88e8c90b3c70f7f4a6d5e2b14a3c9d8e7f60112233445566778899");
    m_connection.send(QByteArray("\0\2\0\x80", 4) + prime + power("\2", secret, prime));
    const QByteArray encrypted = m_connection.receive(128);
    const QByteArray theirs = m_connection.receive(prime.size());
    if (encrypted.size() != 128 || !isPublicValue(theirs, prime))
        return broken(u"ARD: no login, or an impossible public value"_s);
    const QByteArray key = QCryptographicHash::hash(power(theirs, secret, prime), QCryptographicHash::Md5);
    aes128_ctx context{};
    aes128_set_decrypt_key(&context, in(key));
    QByteArray plain(encrypted.size(), '\0');
    aes128_decrypt(&context, size_t(plain.size()), out(plain), in(encrypted));
    const auto user = field(plain.first(64));
    const auto password = field(plain.last(64));
    if (!user || !password)
        return broken(u"ARD: user name or password without an end"_s);
    return judge(*user == m_options.user && *password == m_options.password);
}

StrictSecurity::Outcome StrictSecurity::authenticateMsLogonIi()
{
    const QByteArray generator = QByteArray::fromHex("0000000000000007");
    const QByteArray prime = QByteArray::fromHex("000000007fffffff"); // 31 bits, as UltraVNC has them
    const QByteArray secret = QByteArray::fromHex("000000003ade68b1");
    m_connection.send(generator + prime + power(generator, secret, prime));
    const QByteArray theirs = m_connection.receive(8);
    const QByteArray encryptedUser = m_connection.receive(256);
    const QByteArray encryptedPassword = m_connection.receive(64);
    if (!isPublicValue(theirs, prime) || encryptedPassword.size() != 64)
        return broken(u"MS-Logon II: no login, or an impossible public value"_s);
    const QByteArray key = power(theirs, secret, prime);
    const auto user = field(desCbcDecrypted(key, encryptedUser));
    const auto password = field(desCbcDecrypted(key, encryptedPassword));
    // Without the right key nothing sensible comes out; a real server cannot tell that from a wrong password.
    return judge(user == m_options.user && password == m_options.password);
}

} // namespace portlight
