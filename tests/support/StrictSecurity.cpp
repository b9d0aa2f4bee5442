// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StrictSecurity.h"

#include "support/StrictRa2.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <nettle/des.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

struct Named
{
    const char *name;
    int number;
};

constexpr std::array types{
    Named{"none", 1},       Named{"vnc", 2},         Named{"ra2", 5},      Named{"ra2ne", 6}, Named{"tight-none", 16},
    Named{"tight-vnc", 16}, Named{"tight-unix", 16}, Named{"plain", 19},   Named{"xvp", 22},  Named{"ard", 30},
    Named{"mslogon2", 113}, Named{"ra256", 129},     Named{"rane256", 130}};

QByteArray bigEndian32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    for (char &byte : bytes)
        byte = char(QRandomGenerator::global()->bounded(256));
    return bytes;
}

QByteArray vncResponse(const QByteArray &password, const QByteArray &challenge)
{
    std::array<uint8_t, DES_KEY_SIZE> key{};
    for (size_t i = 0; i < key.size() && qsizetype(i) < password.size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit)
            key[i] = uint8_t(key[i] | (quint8(password.at(qsizetype(i))) >> bit & 1U) << (7 - bit));
    }
    des_ctx context{};
    (void)des_set_key(&context, key.data()); // weak keys are no reason to give up
    QByteArray response(challenge.size(), '\0');
    des_encrypt(&context, size_t(challenge.size()), reinterpret_cast<uint8_t *>(response.data()),
                reinterpret_cast<const uint8_t *>(challenge.constData()));
    return response;
}

} // namespace

StrictSecurity::StrictSecurity(ServerConnection &connection, const StrictOptions &options)
    : m_connection(connection)
    , m_options(options)
{
}

int StrictSecurity::number(const QByteArray &security)
{
    for (const Named &type : types) {
        if (security == type.name)
            return type.number;
    }
    return 0;
}

QList<QByteArray> StrictSecurity::names()
{
    QList<QByteArray> all;
    for (const Named &type : types)
        all.append(type.name);
    return all;
}

StrictSecurity::Outcome StrictSecurity::broken(const QString &problem)
{
    m_problem = problem;
    return Outcome::Broken;
}

quint32 StrictSecurity::receive32()
{
    return qFromBigEndian<quint32>(m_connection.receive(4).leftJustified(4, '\xff').constData());
}

StrictSecurity::Outcome StrictSecurity::authenticate()
{
    const QByteArray &security = m_options.security;
    if (security == "vnc")
        return authenticateVnc();
    if (security == "plain")
        return authenticateVeNCrypt();
    if (security == "xvp")
        return authenticateXvp();
    if (security == "ard")
        return authenticateArd();
    if (security == "mslogon2")
        return authenticateMsLogonIi();
    if (security.startsWith("tight-"))
        return authenticateTight(security.sliced(6));
    if (security.startsWith("ra")) {
        StrictRa2 exchange(m_connection, m_options);
        const Outcome outcome = exchange.authenticate();
        m_problem = exchange.problem();
        return outcome;
    }
    return Outcome::Accepted;
}

StrictSecurity::Outcome StrictSecurity::authenticateVnc()
{
    const QByteArray challenge = randomBytes(16);
    m_connection.send(challenge);
    const QByteArray response = m_connection.receive(16);
    if (response.size() != 16)
        return broken(u"VNC: a response of %1 bytes"_s.arg(response.size()));
    return judge(response == vncResponse(m_options.password, challenge));
}

StrictSecurity::Outcome StrictSecurity::authenticatePlain(const char *method)
{
    const quint32 userSize = receive32();
    const quint32 passwordSize = receive32();
    if (userSize > 1024 || passwordSize > 1024)
        return broken(
            u"%1: lengths of %2 and %3 bytes"_s.arg(QLatin1StringView(method)).arg(userSize).arg(passwordSize));
    const QByteArray user = m_connection.receive(userSize);
    const QByteArray password = m_connection.receive(passwordSize);
    if (user.size() != qsizetype(userSize) || password.size() != qsizetype(passwordSize))
        return broken(u"%1: half a login"_s.arg(QLatin1StringView(method)));
    return judge(user == m_options.user && password == m_options.password);
}

StrictSecurity::Outcome StrictSecurity::authenticateVeNCrypt()
{
    m_connection.send(QByteArray("\0\2", 2));
    if (m_connection.receive(2) != QByteArray("\0\2", 2))
        return broken(u"VeNCrypt: another version than 0.2"_s);
    m_connection.send(QByteArray("\0\1", 2) + bigEndian32(256)); // accepted; one type, Plain
    if (receive32() != 256)
        return broken(u"VeNCrypt: a type that was not offered"_s);
    return authenticatePlain("Plain");
}

StrictSecurity::Outcome StrictSecurity::authenticateXvp()
{
    const QByteArray lengths = m_connection.receive(2);
    if (lengths.size() != 2)
        return broken(u"XVP: no lengths"_s);
    const QByteArray user = m_connection.receive(quint8(lengths.at(0)));
    const QByteArray target = m_connection.receive(quint8(lengths.at(1)));
    const Outcome outcome = authenticateVnc();
    if (outcome != Outcome::Accepted)
        return outcome;
    return judge(user == m_options.user && target == m_options.target);
}

StrictSecurity::Outcome StrictSecurity::authenticateTight(const QByteArray &login)
{
    m_connection.send(bigEndian32(1) + bigEndian32(0) + "TGHTNOTUNNEL");
    if (receive32() != 0)
        return broken(u"Tight: a tunnel that was not offered"_s);
    struct Login
    {
        const char *name;
        quint32 number;
        const char *code;
    };
    constexpr std::array logins{Login{"none", 1, "STDVNOAUTH__"}, Login{"vnc", 2, "STDVVNCAUTH_"},
                                Login{"unix", 129, "TGHTULGNAUTH"}};
    for (const Login &offered : logins) {
        if (login != offered.name)
            continue;
        m_connection.send(bigEndian32(1) + bigEndian32(offered.number) + offered.code);
        if (receive32() != offered.number)
            return broken(u"Tight: a login that was not offered"_s);
    }
    if (login == "vnc")
        return authenticateVnc();
    return login == "unix" ? authenticatePlain("Tight Unix login") : Outcome::Accepted;
}

} // namespace portlight
