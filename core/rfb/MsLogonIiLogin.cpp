// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/MsLogonIiLogin.h"

#include "rfb/DiffieHellman.h"
#include "rfb/RandomBytes.h"
#include "rfb/SecurityContext.h"
#include "rfb/SecurityTypes.h"
#include "rfb/VncAuthentication.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int numberSize = 8;
constexpr int parametersSize = 3 * numberSize;
constexpr qsizetype userSize = 256;
constexpr qsizetype passwordSize = 64;

/// The text, a NUL, and noise.
QByteArray field(const QByteArray &text, qsizetype size)
{
    const QByteArray start = text.left(size - 1) + '\0';
    return start + randomBytes(size - start.size());
}

} // namespace

SecurityStep MsLogonIiLogin::step(ByteReader &in)
{
    if (m_parameters.isEmpty()) {
        if (!in.has(parametersSize))
            return SecurityStep::Wait;
        m_parameters = QByteArray(reinterpret_cast<const char *>(in.take(parametersSize)), parametersSize);
    }
    // An exchange of 64 bits is broken within minutes: not called encrypted.
    const Login *const login = security().login({true, false, securityTypeName(msLogonIiSecurity)});
    if (!login)
        return SecurityStep::Wait;
    const QByteArrayView parameters(m_parameters);
    const std::optional<DiffieHellman> exchange = DiffieHellman::answer(
        parameters.first(numberSize), parameters.sliced(numberSize, numberSize), parameters.last(numberSize));
    if (!exchange) {
        security().malformed(u"MS-Logon II: impossible key exchange"_s);
        return SecurityStep::Wait;
    }
    security().send(exchange->publicValue);
    security().send(vncDesCbc(exchange->secret, field(login->user.toUtf8(), userSize)));
    security().send(vncDesCbc(exchange->secret, field(login->password, passwordSize)));
    return SecurityStep::Done;
}

} // namespace portlight::rfb
