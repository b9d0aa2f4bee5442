// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Ra2Login.h"

#include "rfb/Ra2Channel.h"
#include "rfb/RandomBytes.h"
#include "rfb/SecurityContext.h"
#include "rfb/SecurityTypes.h"
#include "rfb/WireNumbers.h"

#include <QCoreApplication>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 smallestKeyBits = 1024;
constexpr quint32 largestKeyBits = 8192;
constexpr int ourKeyBits = 2048;
constexpr int ourKeySize = ourKeyBits / 8;
constexpr qsizetype longestField = 255;
constexpr qsizetype novncFingerprintSize = 8;

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::rfb::Ra2Login)
};

QByteArray field(const QByteArray &text)
{
    const QByteArray kept = text.left(longestField);
    return char(kept.size()) + kept;
}

bool isLong(int type)
{
    return type == ra256Security || type == rane256Security;
}

} // namespace

Ra2Login::Ra2Login(SecurityContext &security, int type)
    : SecurityHandshake(security)
    , m_type(type)
    , m_hash(isLong(type) ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1)
    , m_keySize(isLong(type) ? 32 : 16)
{
}

SecurityStep Ra2Login::step(ByteReader &in)
{
    switch (m_part) {
    case Part::ServerKey:
        return readServerKey(in);
    case Part::Trust:
        return sendOurKey();
    case Part::ServerRandom:
        return readServerRandom(in);
    case Part::ServerHash:
        return readServerHash(in);
    case Part::Subtype:
        return readSubtype(in);
    case Part::Login:
        break;
    }
    return sendLogin();
}

SecurityStep Ra2Login::next(Part part)
{
    m_part = part;
    return SecurityStep::Continue;
}

SecurityStep Ra2Login::broken(const QString &what)
{
    security().malformed(u"%1: %2"_s.arg(securityTypeName(m_type), what));
    return SecurityStep::Wait;
}

SecurityStep Ra2Login::readServerKey(ByteReader &in)
{
    if (!in.has(4))
        return SecurityStep::Wait;
    const quint32 bits = qFromBigEndian<quint32>(in.data());
    if (bits < smallestKeyBits || bits > largestKeyBits)
        return broken(u"server's key of %1 bits"_s.arg(bits));
    const qsizetype size = (qsizetype(bits) + 7) / 8;
    if (!in.has(4 + 2 * size))
        return SecurityStep::Wait;
    m_serverKeyBytes = QByteArray(reinterpret_cast<const char *>(in.take(4 + 2 * size)), 4 + 2 * size);
    m_serverKey = {m_serverKeyBytes.sliced(4, size), m_serverKeyBytes.sliced(4 + size)};
    if (m_serverKey.bits() < int(smallestKeyBits))
        return broken(u"server's key of %1 bits"_s.arg(m_serverKey.bits()));
    return next(Part::Trust);
}

SecurityStep Ra2Login::sendOurKey()
{
    ServerIdentity identity;
    identity.kind = ServerIdentity::Kind::RsaKey;
    identity.sha256 = QCryptographicHash::hash(m_serverKeyBytes, QCryptographicHash::Sha256);
    identity.novncFingerprint =
        QCryptographicHash::hash(m_serverKeyBytes, QCryptographicHash::Sha1).first(novncFingerprintSize);
    identity.problem = Translations::tr("The server's key is not known: nobody but you can tell whose it is.");
    if (!security().isTrusted(identity))
        return SecurityStep::Wait;
    m_ourRandom = randomBytes(m_keySize);
    const std::optional<QByteArray> encrypted = m_serverKey.encrypt(m_ourRandom);
    if (!encrypted)
        return broken(u"impossible server's key"_s);
    m_ourKey = std::make_unique<RsaKey>(ourKeyBits);
    m_ourKeyBytes = bigEndian32(ourKeyBits) + m_ourKey->publicKey().modulus + m_ourKey->publicKey().exponent;
    security().send(m_ourKeyBytes);
    security().send(bigEndian16(quint16(encrypted->size())) + *encrypted);
    return next(Part::ServerRandom);
}

QByteArray Ra2Login::sessionKey(const QByteArray &first, const QByteArray &second) const
{
    return hash(first + second).first(m_keySize);
}

SecurityStep Ra2Login::readServerRandom(ByteReader &in)
{
    if (!in.has(2))
        return SecurityStep::Wait;
    const int size = qFromBigEndian<quint16>(in.data());
    if (size != ourKeySize)
        return broken(u"random number of %1 bytes"_s.arg(size));
    if (!in.has(2 + size))
        return SecurityStep::Wait;
    in.skip(2);
    const std::optional<QByteArray> random = m_ourKey->decrypt(QByteArrayView(in.take(size), size));
    if (!random || random->size() != m_keySize)
        return broken(u"random number that is not encrypted for us"_s);
    m_toServer.emplace(sessionKey(*random, m_ourRandom));
    m_fromServer.emplace(sessionKey(m_ourRandom, *random));
    security().send(m_toServer->seal(hash(m_ourKeyBytes + m_serverKeyBytes)));
    return next(Part::ServerHash);
}

std::optional<QByteArray> Ra2Login::readMessage(ByteReader &in, qsizetype length, const QString &what)
{
    if (!in.has(Ra2Cipher::lengthSize))
        return std::nullopt;
    const int told = qFromBigEndian<quint16>(in.data());
    if (told != length) {
        (void)broken(u"%1 of %2 bytes"_s.arg(what).arg(told));
        return std::nullopt;
    }
    const qsizetype size = Ra2Cipher::wireSize(length);
    if (!in.has(size))
        return std::nullopt;
    std::optional<QByteArray> plain = m_fromServer->open(QByteArrayView(in.take(size), size));
    if (!plain)
        (void)broken(u"%1 with a wrong MAC"_s.arg(what));
    return plain;
}

SecurityStep Ra2Login::readServerHash(ByteReader &in)
{
    const QByteArray expected = hash(m_serverKeyBytes + m_ourKeyBytes);
    const std::optional<QByteArray> told = readMessage(in, expected.size(), u"hash"_s);
    if (!told)
        return SecurityStep::Wait;
    return *told == expected ? next(Part::Subtype) : broken(u"wrong hash of the keys"_s);
}

SecurityStep Ra2Login::readSubtype(ByteReader &in)
{
    const std::optional<QByteArray> told = readMessage(in, 1, u"kind of login"_s);
    if (!told)
        return SecurityStep::Wait;
    const int subtype = quint8(told->at(0));
    if (subtype != 1 && subtype != 2)
        return broken(u"kind of login %1"_s.arg(subtype));
    m_needsUser = subtype == 1;
    return next(Part::Login);
}

SecurityStep Ra2Login::sendLogin()
{
    const Login *const login = security().login({m_needsUser, true, securityTypeName(m_type)});
    if (!login)
        return SecurityStep::Wait;
    security().send(
        m_toServer->seal(field(m_needsUser ? login->user.toUtf8() : QByteArray()) + field(login->password)));
    if (m_type == ra2Security || m_type == ra256Security)
        security().startChannel(std::make_unique<Ra2Channel>(std::move(*m_fromServer), std::move(*m_toServer)));
    return SecurityStep::Done;
}

} // namespace portlight::rfb
