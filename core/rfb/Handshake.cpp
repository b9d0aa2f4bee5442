// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Handshake.h"

#include "rfb/Banner.h"
#include "rfb/PixelFormatReader.h"
#include "rfb/SafeText.h"
#include "rfb/SecurityTypes.h"
#include "rfb/VncAuthentication.h"

#include <QCoreApplication>

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype shownReasonLength = 400;
constexpr int serverInitSize = 24; // without the name

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::rfb::Handshake)
};

} // namespace

Step Handshake::step(ByteReader &in)
{
    if (m_reason != Reason::None)
        return readReason(in);
    switch (m_context.state) {
    case ClientState::Version:
        return readVersion(in);
    case ClientState::Security:
        return m_context.minorVersion == 3 ? readSecurityDecision(in) : readSecurity(in);
    case ClientState::Authentication:
        return readChallenge(in);
    case ClientState::SecurityResult:
        return readSecurityResult(in);
    case ClientState::Initialisation:
        return m_hasServerInit ? readName(in) : readServerInit(in);
    case ClientState::Running:
    case ClientState::Failed:
    case ClientState::Closed:
        break;
    }
    return Step::Wait;
}

Step Handshake::readVersion(ByteReader &in)
{
    const QByteArrayView start(in.data(), in.available());
    if (start.isEmpty())
        return Step::Wait;
    const auto banner = readBanner(start);
    if (std::holds_alternative<BannerIncomplete>(banner))
        return Step::Wait;
    if (const auto *const other = std::get_if<NotRfb>(&banner)) {
        m_context.fail(u"rfb.not-rfb"_s, other->summary);
        return Step::Wait;
    }
    m_context.banner = QString::fromLatin1(start.first(bannerSize - 1));
    m_context.minorVersion = std::get<BannerVersion>(banner).minor;
    m_context.output += QByteArray("RFB 003.00") + QByteArray::number(m_context.minorVersion) + '\n';
    in.skip(bannerSize);
    m_context.stage = Stage::Security;
    m_context.setState(ClientState::Security);
    return Step::Continue;
}

/// 3.7 and later: the server lists what it can, the client chooses.
Step Handshake::readSecurity(ByteReader &in)
{
    if (!in.has(1) || !in.has(1 + *in.data()))
        return Step::Wait;
    const int count = in.u8();
    if (count == 0) {
        m_reason = Reason::Refusal;
        return Step::Continue;
    }
    QList<int> offered;
    for (int i = 0; i < count; ++i)
        offered.append(in.u8());
    const int type = chooseSecurityType(offered, !m_context.settings.login.password.isNull());
    if (type == 0) {
        unsupported(offered);
        return Step::Wait;
    }
    m_context.output += char(type);
    useSecurityType(type);
    return Step::Continue;
}

/// 3.3: the server decides.
Step Handshake::readSecurityDecision(ByteReader &in)
{
    if (!in.has(4))
        return Step::Wait;
    const quint32 type = in.u32();
    if (type == 0)
        m_reason = Reason::Refusal;
    else if (type == noSecurity || type == vncAuthentication)
        useSecurityType(int(type));
    else if (type <= 255)
        unsupported({int(type)});
    else
        m_context.malformed(u"security type %1"_s.arg(type));
    return Step::Continue;
}

void Handshake::unsupported(const QList<int> &offered)
{
    m_context.fail(u"auth.unsupported"_s,
                   Translations::tr("The server asks for a kind of login that is not supported here: %1.")
                       .arg(securityTypeNames(offered)));
}

void Handshake::useSecurityType(int type)
{
    m_context.securityType = type;
    if (type == vncAuthentication)
        m_context.setState(ClientState::Authentication);
    else if (m_context.minorVersion >= 8)
        m_context.setState(ClientState::SecurityResult);
    else
        securityDone();
}

Step Handshake::readChallenge(ByteReader &in)
{
    if (m_waitsForPassword)
        return Step::Wait;
    if (!in.has(vncChallengeSize))
        return Step::Wait;
    m_challenge = QByteArray(reinterpret_cast<const char *>(in.take(vncChallengeSize)), vncChallengeSize);
    if (!m_context.settings.login.password.isNull()) {
        answerChallenge(m_context.settings.login.password);
        return Step::Continue;
    }
    m_waitsForPassword = true;
    m_context.observer.loginRequired({false, false, securityTypeName(m_context.securityType)});
    return Step::Continue;
}

bool Handshake::provideLogin(const Login &login)
{
    if (!m_waitsForPassword || m_context.isOver())
        return false;
    m_waitsForPassword = false;
    answerChallenge(login.password);
    return true;
}

void Handshake::answerChallenge(const QByteArray &password)
{
    m_context.output += vncAuthenticationResponse(password, m_challenge);
    m_challenge.clear();
    m_context.setState(ClientState::SecurityResult);
}

Step Handshake::readSecurityResult(ByteReader &in)
{
    if (!in.has(4))
        return Step::Wait;
    const quint32 result = in.u32();
    if (result == 0) {
        securityDone();
        return Step::Continue;
    }
    if (result > 2) { // 2 is "too many attempts" of old servers
        m_context.malformed(u"security result %1"_s.arg(result));
        return Step::Wait;
    }
    m_reason = Reason::SecurityResult;
    if (m_context.minorVersion >= 8)
        return Step::Continue;
    failWithReason({});
    return Step::Wait;
}

void Handshake::securityDone()
{
    m_context.output += m_context.settings.shared ? '\1' : '\0';
    m_context.stage = Stage::Init;
    m_context.setState(ClientState::Initialisation);
}

Step Handshake::readReason(ByteReader &in)
{
    if (!in.has(4))
        return Step::Wait;
    const quint32 length = std::min(qFromBigEndian<quint32>(in.data()), m_context.settings.limits.maximumReasonBytes);
    if (!in.has(4 + qsizetype(length)))
        return Step::Wait;
    in.skip(4);
    failWithReason(QByteArrayView(in.take(length), length));
    return Step::Wait;
}

void Handshake::failWithReason(QByteArrayView reason)
{
    const QString words = safeText(reason, shownReasonLength);
    if (m_reason == Reason::SecurityResult && m_context.securityType == vncAuthentication) {
        m_context.fail(u"auth.failed"_s,
                       words.isEmpty() ? Translations::tr("The server does not accept the password.")
                                       : Translations::tr("The server does not accept the password: %1").arg(words));
        return;
    }
    m_context.fail(u"rfb.refused"_s, words.isEmpty()
                                         ? Translations::tr("The server refuses the connection and gives no reason.")
                                         : Translations::tr("The server refuses the connection: %1").arg(words));
}

Step Handshake::readServerInit(ByteReader &in)
{
    if (!in.has(serverInitSize))
        return Step::Wait;
    const int width = in.u16();
    const int height = in.u16();
    m_serverFormat = readPixelFormat(in);
    m_nameBytesLeft = in.u32();
    if (m_nameBytesLeft > m_context.settings.limits.maximumNameBytes) {
        m_context.malformed(u"ServerInit: desktop name of %1 bytes"_s.arg(m_nameBytesLeft));
        return Step::Wait;
    }
    const int bits = m_serverFormat.bitsPerPixel;
    if (bits != 8 && bits != 16 && bits != 32) {
        m_context.malformed(u"ServerInit: %1 bits per pixel"_s.arg(bits));
        return Step::Wait;
    }
    if (!m_context.settings.pixelFormat && !m_serverFormat.isValid()) {
        m_context.malformed(u"ServerInit: impossible pixel format"_s);
        return Step::Wait;
    }
    if (!m_context.resize(QSize(width, height), u"ServerInit"_s))
        return Step::Wait;
    m_hasServerInit = true;
    return Step::Continue;
}

Step Handshake::readName(ByteReader &in)
{
    const quint32 here = quint32(std::min<qsizetype>(in.available(), m_nameBytesLeft));
    const quint32 kept = std::min(here, m_context.settings.limits.keptNameBytes - quint32(m_name.size()));
    const uchar *const bytes = in.take(here);
    m_name.append(reinterpret_cast<const char *>(bytes), kept);
    m_nameBytesLeft -= here;
    if (m_nameBytesLeft > 0)
        return Step::Wait;
    m_context.setName(m_name);
    m_context.stage = Stage::Framebuffer;
    m_context.sendInitialMessages(m_serverFormat);
    m_context.setState(ClientState::Running);
    if (!m_context.isOver())
        m_context.observer.initialised(m_context.framebuffer.size(), m_context.name, m_serverFormat);
    return Step::Continue;
}

void Handshake::connectionClosed(QByteArrayView unread)
{
    if (m_reason != Reason::None) {
        failWithReason(unread.size() > 4 ? unread.sliced(4) : QByteArrayView());
        return;
    }
    switch (m_context.state) {
    case ClientState::Version:
        if (unread.isEmpty())
            m_context.fail(u"rfb.no-banner"_s, Translations::tr("The server closed the connection without a word."));
        else
            m_context.fail(u"rfb.not-rfb"_s, incompleteBannerSummary(unread));
        return;
    case ClientState::Initialisation:
        m_context.fail(u"rfb.malformed"_s,
                       Translations::tr("The server closed the connection before it described its desktop."),
                       u"ServerInit"_s);
        return;
    default:
        m_context.fail(u"rfb.refused"_s, Translations::tr("The server closed the connection during the login."));
    }
}

} // namespace portlight::rfb
