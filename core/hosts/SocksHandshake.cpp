// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/SocksHandshake.h"

#include <QHostAddress>
#include <QtEndian>

#include <utility>

namespace portlight {

namespace {

constexpr char socksVersion = 5;
constexpr char passwordVersion = 1;
constexpr char methodPassword = 2;
constexpr char noAcceptableMethod = '\xff';
constexpr char commandConnect = 1;
enum AddressType : char { IPv4 = 1, Name = 3, IPv6 = 4 };

int byteAt(const QByteArray &bytes, qsizetype index)
{
    return static_cast<unsigned char>(bytes.at(index));
}

/// Takes the same time wherever the first difference is.
bool equalSecrets(QByteArrayView left, QByteArrayView right)
{
    if (left.size() != right.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left.at(i) ^ right.at(i);
    return difference == 0;
}

} // namespace

SocksHandshake::SocksHandshake(QByteArray user, QByteArray password)
    : m_user(std::move(user))
    , m_password(std::move(password))
{
}

SocksHandshake::State SocksHandshake::receive(QByteArrayView bytes)
{
    m_input.append(bytes);
    while (m_state == State::Talking && step()) {
    }
    return m_state;
}

QByteArray SocksHandshake::takeOutput()
{
    return std::exchange(m_output, {});
}

QByteArray SocksHandshake::takeRest()
{
    return std::exchange(m_input, {});
}

QByteArray SocksHandshake::reply(Reply code)
{
    QByteArray answer(10, '\0'); // bound address 0.0.0.0:0: nobody needs it
    answer[0] = socksVersion;
    answer[1] = static_cast<char>(code);
    answer[3] = IPv4;
    return answer;
}

/// One message; false when bytes are missing.
bool SocksHandshake::step()
{
    switch (m_expect) {
    case Expect::Greeting:
        return greeting();
    case Expect::Password:
        return authentication();
    case Expect::Request:
        return request();
    case Expect::Nothing:
        break;
    }
    return false;
}

bool SocksHandshake::greeting()
{
    if (m_input.size() < 2)
        return false;
    if (m_input.at(0) != socksVersion)
        return fail({});
    const int methods = byteAt(m_input, 1);
    if (m_input.size() < 2 + methods)
        return false;
    if (!m_input.mid(2, methods).contains(methodPassword))
        return fail(QByteArray{} + socksVersion + noAcceptableMethod);
    m_input.remove(0, 2 + methods);
    m_output += QByteArray{} + socksVersion + methodPassword;
    m_expect = Expect::Password;
    return true;
}

bool SocksHandshake::authentication()
{
    if (m_input.size() < 2)
        return false;
    if (m_input.at(0) != passwordVersion)
        return fail({});
    const int userLength = byteAt(m_input, 1);
    if (m_input.size() < 3 + userLength)
        return false;
    const int passwordLength = byteAt(m_input, 2 + userLength);
    if (m_input.size() < 3 + userLength + passwordLength)
        return false;
    const bool userIsRight = equalSecrets(m_input.mid(2, userLength), m_user);
    const bool passwordIsRight = equalSecrets(m_input.mid(3 + userLength, passwordLength), m_password);
    if (!userIsRight || !passwordIsRight)
        return fail(QByteArray{} + passwordVersion + '\x01');
    m_input.remove(0, 3 + userLength + passwordLength);
    m_output += QByteArray{} + passwordVersion + '\0';
    m_expect = Expect::Request;
    return true;
}

bool SocksHandshake::request()
{
    if (m_input.size() < 5)
        return false;
    if (m_input.at(0) != socksVersion || m_input.at(1) != commandConnect)
        return fail(reply(Reply::CommandNotSupported));
    const char type = m_input.at(3);
    const int start = type == Name ? 5 : 4;
    const int length = type == Name ? byteAt(m_input, 4) : type == IPv4 ? 4 : 16;
    if (type != Name && type != IPv4 && type != IPv6)
        return fail(reply(Reply::GeneralFailure));
    if (m_input.size() < start + length + 2)
        return false;
    const QByteArray address = m_input.mid(start, length);
    if (type == Name)
        m_address = QString::fromUtf8(address);
    else if (type == IPv4)
        m_address = QHostAddress(qFromBigEndian<quint32>(address.constData())).toString();
    else
        m_address = QHostAddress(reinterpret_cast<const quint8 *>(address.constData())).toString();
    m_port = qFromBigEndian<quint16>(m_input.constData() + start + length);
    m_input.remove(0, start + length + 2);
    m_expect = Expect::Nothing;
    m_state = State::Connect;
    return false;
}

bool SocksHandshake::fail(const QByteArray &answer)
{
    m_output += answer;
    m_expect = Expect::Nothing;
    m_state = State::Failed;
    return false;
}

} // namespace portlight
