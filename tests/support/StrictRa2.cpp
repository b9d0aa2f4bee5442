// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StrictRa2.h"

#include "support/StrictEax.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <nettle/bignum.h>
#include <nettle/rsa.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr unsigned keyBits = 2048;
constexpr qsizetype keySize = keyBits / 8;

void randomInto(void *, size_t length, uint8_t *target)
{
    for (size_t i = 0; i < length; ++i)
        target[i] = uint8_t(QRandomGenerator::global()->bounded(256));
}

QByteArray number(const mpz_t value, qsizetype size)
{
    QByteArray bytes(size, '\0');
    nettle_mpz_get_str_256(size_t(size), reinterpret_cast<uint8_t *>(bytes.data()), value);
    return bytes;
}

QByteArray head(quint32 value, int size)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes.last(size);
}

/// The server's keys; never freed, as the process has one.
struct ServerKey
{
    rsa_public_key open{};
    rsa_private_key secret{};

    ServerKey()
    {
        rsa_public_key_init(&open);
        rsa_private_key_init(&secret);
        mpz_set_ui(open.e, 65537);
        if (!rsa_generate_keypair(&open, &secret, nullptr, randomInto, nullptr, nullptr, keyBits, 0))
            qFatal("The strict server cannot make an RSA key.");
    }
};

const ServerKey &serverKey()
{
    static const ServerKey *const key = new ServerKey;
    return *key;
}

bool isLong(const QByteArray &security)
{
    return security.contains("256");
}

} // namespace

StrictRa2::StrictRa2(ServerConnection &connection, const StrictOptions &options)
    : m_connection(connection)
    , m_options(options)
    , m_hash(isLong(options.security) ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1)
    , m_keySize(isLong(options.security) ? 32 : 16)
{
}

StrictRa2::~StrictRa2() = default;

QByteArray StrictRa2::publicKey()
{
    return head(keyBits, 4) + number(serverKey().open.n, keySize) + number(serverKey().open.e, keySize);
}

bool StrictRa2::broken(const QString &problem)
{
    m_problem = u"RA2: "_s + problem;
    return false;
}

bool StrictRa2::exchangeKeys()
{
    m_connection.send(publicKey());
    const QByteArray length = m_connection.receive(4);
    if (length.size() != 4)
        return broken(u"no key of the client's"_s);
    const quint32 bits = qFromBigEndian<quint32>(length.constData());
    if (bits < 1024 || bits > 8192)
        return broken(u"the client's key has %1 bits"_s.arg(bits));
    const qsizetype size = (qsizetype(bits) + 7) / 8;
    m_clientKey = length + m_connection.receive(2 * size);
    return m_clientKey.size() == 4 + 2 * size || broken(u"half a key of the client's"_s);
}

bool StrictRa2::exchangeRandoms()
{
    rsa_public_key client{};
    rsa_public_key_init(&client);
    const size_t size = size_t(m_clientKey.size() - 4) / 2;
    const auto *const numbers = reinterpret_cast<const uint8_t *>(m_clientKey.constData()) + 4;
    nettle_mpz_set_str_256_u(client.n, size, numbers);
    nettle_mpz_set_str_256_u(client.e, size, numbers + size);
    m_serverRandom.resize(m_keySize);
    randomInto(nullptr, size_t(m_keySize), reinterpret_cast<uint8_t *>(m_serverRandom.data()));
    mpz_t encrypted;
    mpz_init(encrypted);
    const bool usable = rsa_public_key_prepare(&client) &&
                        rsa_encrypt(&client, nullptr, randomInto, size_t(m_keySize),
                                    reinterpret_cast<const uint8_t *>(m_serverRandom.constData()), encrypted);
    if (usable)
        m_connection.send(head(quint32(size), 2) + number(encrypted, qsizetype(size)));
    rsa_public_key_clear(&client);
    if (!usable) {
        mpz_clear(encrypted);
        return broken(u"the client's key is none"_s);
    }
    const QByteArray length = m_connection.receive(2);
    const QByteArray theirs = length == head(keySize, 2) ? m_connection.receive(keySize) : QByteArray();
    nettle_mpz_set_str_256_u(encrypted, size_t(theirs.size()), reinterpret_cast<const uint8_t *>(theirs.constData()));
    m_clientRandom.resize(keySize);
    size_t randomSize = size_t(keySize);
    const bool decrypted =
        theirs.size() == keySize &&
        rsa_decrypt(&serverKey().secret, &randomSize, reinterpret_cast<uint8_t *>(m_clientRandom.data()), encrypted);
    mpz_clear(encrypted);
    m_clientRandom.resize(qsizetype(randomSize));
    return (decrypted && m_clientRandom.size() == m_keySize) || broken(u"the client's random number is none"_s);
}

void StrictRa2::sendMessage(const QByteArray &plain)
{
    QByteArray message = m_toClient->seal(plain);
    if (m_messages++ == m_options.tamperedMessage)
        message.back() = char(message.back() ^ 1);
    m_connection.send(message);
}

bool StrictRa2::exchangeHashes()
{
    m_toClient = std::make_shared<StrictEax>(hash(m_clientRandom + m_serverRandom).first(m_keySize));
    m_fromClient = std::make_shared<StrictEax>(hash(m_serverRandom + m_clientRandom).first(m_keySize));
    sendMessage(hash(publicKey() + m_clientKey));
    const QByteArray expected = hash(m_clientKey + publicKey());
    const QByteArray length = m_connection.receive(2);
    if (length != head(quint32(expected.size()), 2))
        return broken(u"the client's hash has the wrong length"_s);
    const QByteArray sealed = m_connection.receive(expected.size() + StrictEax::macSize);
    if (sealed.size() != expected.size() + StrictEax::macSize)
        return broken(u"no hash of the client's"_s);
    const auto told = m_fromClient->open(length, sealed);
    return told == expected || broken(told ? u"the client's hash is wrong"_s : u"the client's MAC is wrong"_s);
}

StrictSecurity::Outcome StrictRa2::readLogin()
{
    sendMessage(QByteArray(1, m_options.user.isEmpty() ? '\2' : '\1'));
    const QByteArray length = m_connection.receive(2);
    const qsizetype size = length.size() == 2 ? qFromBigEndian<quint16>(length.constData()) : 0;
    const QByteArray sealed = m_connection.receive(size + StrictEax::macSize);
    if (size < 2 || sealed.size() != size + StrictEax::macSize) {
        (void)broken(u"no login"_s);
        return StrictSecurity::Outcome::Broken;
    }
    const auto login = m_fromClient->open(length, sealed);
    const qsizetype userSize = login ? quint8(login->front()) : 0;
    if (!login || userSize + 2 > login->size() || 2 + userSize + quint8(login->at(1 + userSize)) != login->size()) {
        (void)broken(login ? u"the login's lengths are wrong"_s : u"the login's MAC is wrong"_s);
        return StrictSecurity::Outcome::Broken;
    }
    const bool isRight =
        login->sliced(1, userSize) == m_options.user && login->sliced(2 + userSize) == m_options.password;
    return isRight ? StrictSecurity::Outcome::Accepted : StrictSecurity::Outcome::Refused;
}

void StrictRa2::encryptEverything()
{
    m_connection.encryptWith([cipher = m_toClient](const QByteArray &plain) { return cipher->seal(plain); },
                             [cipher = m_fromClient](const QByteArray &length, const QByteArray &sealed) {
                                 return cipher->open(length, sealed).value_or(QByteArray());
                             });
}

StrictSecurity::Outcome StrictRa2::authenticate()
{
    if (!exchangeKeys() || !exchangeRandoms() || !exchangeHashes())
        return StrictSecurity::Outcome::Broken;
    const StrictSecurity::Outcome outcome = readLogin();
    if (m_options.security == "ra2" || m_options.security == "ra256")
        encryptEverything();
    return outcome;
}

} // namespace portlight
