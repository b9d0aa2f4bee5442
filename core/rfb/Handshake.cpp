// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Handshake.h"

#include "rfb/Banner.h"
#include "rfb/PixelFormatReader.h"
#include "rfb/SafeText.h"
#include "rfb/SecurityTypes.h"

#include <QCoreApplication>

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype shownReasonLength = 400;
constexpr int serverInitSize = 24; // without the name
constexpr qsizetype repeaterIdSize = 250;
constexpr int capabilitySize = 16;
constexpr qsizetype mostCapabilities = 1024;

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
        return runSecurity(in);
    case ClientState::SecurityResult:
        return readSecurityResult(in);
    case ClientState::Initialisation:
        if (!m_hasServerInit)
            return readServerInit(in);
        return m_hasName ? readCapabilities(in) : readName(in);
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
    if (std::holds_alternative<BannerRepeater>(banner)) {
        callRepeater(in);
        return Step::Continue;
    }
    m_context.banner = QString::fromLatin1(start.first(bannerSize - 1));
    m_context.minorVersion = std::get<BannerVersion>(banner).minor;
    m_context.output += QByteArray("RFB 003.00") + QByteArray::number(m_context.minorVersion) + '\n';
    in.skip(bannerSize);
    m_context.stage = Stage::Security;
    m_context.setState(ClientState::Security);
    return Step::Continue;
}

/// The repeater is told which server is wanted; that server's banner comes next.
void Handshake::callRepeater(ByteReader &in)
{
    QByteArray id = m_context.settings.repeaterId.toUtf8();
    if (id.isEmpty()) {
        m_context.fail(
            u"rfb.not-rfb"_s,
            Translations::tr("A VNC repeater answers here. It needs the ID of a server, and none is known."));
        return;
    }
    if (std::exchange(m_calledRepeater, true)) {
        m_context.malformed(u"a repeater behind a repeater"_s);
        return;
    }
    in.skip(bannerSize);
    if (!id.startsWith("ID:"))
        id.prepend("ID:");
    m_context.output += id.leftJustified(repeaterIdSize, '\0', true);
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
    const int type = chooseSecurityType(offered, m_security.knownLogin());
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
    else if (type > 255)
        m_context.malformed(u"security type %1"_s.arg(type));
    else if (chooseSecurityType({int(type)}, m_security.knownLogin()) == 0)
        unsupported({int(type)});
    else
        useSecurityType(int(type));
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
    m_chosenType = type;
    m_context.securityType = type;
    m_securityHandshake = makeSecurityHandshake(type, m_security);
    if (type != noSecurity)
        m_context.setState(ClientState::Authentication);
    else if (m_context.minorVersion >= 8)
        m_context.setState(ClientState::SecurityResult);
    else
        securityDone();
}

Step Handshake::runSecurity(ByteReader &in)
{
    const SecurityStep step = m_securityHandshake->step(in);
    if (m_context.isOver())
        return Step::Wait;
    if (auto next = m_security.takeNext())
        m_securityHandshake = std::move(next);
    if (step == SecurityStep::Done)
        m_context.setState(ClientState::SecurityResult);
    return step == SecurityStep::Wait ? Step::Wait : Step::Continue;
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
    m_securityHandshake.reset();
    m_security.forgetLogin();
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
    if (m_reason == Reason::SecurityResult && m_security.wasLoginUsed()) {
        const QString what = m_security.wasUserUsed()
                                 ? Translations::tr("The server does not accept the user name and password")
                                 : Translations::tr("The server does not accept the password");
        m_context.fail(u"auth.failed"_s, words.isEmpty() ? what + u'.' : what + u": "_s + words);
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
    m_hasName = true;
    if (m_chosenType != tightSecurity)
        initialised();
    return Step::Continue;
}

/// What TightVNC adds to ServerInit: which messages and encodings it has beyond the standard (rfbproto, "Tight Security
/// Type"). Nobody needs it: encodings are asked for, and the messages are of no use here.
Step Handshake::readCapabilities(ByteReader &in)
{
    constexpr int headSize = 8;
    if (!in.has(headSize))
        return Step::Wait;
    qsizetype count = 0;
    for (int kind = 0; kind < 3; ++kind) // of the server's messages, the client's, encodings; then padding
        count += qFromBigEndian<quint16>(in.data() + 2 * kind);
    if (count > mostCapabilities) {
        m_context.malformed(u"ServerInit: %1 capabilities"_s.arg(count));
        return Step::Wait;
    }
    if (!in.has(headSize + count * capabilitySize))
        return Step::Wait;
    in.skip(headSize + count * capabilitySize);
    initialised();
    return Step::Continue;
}

void Handshake::initialised()
{
    m_context.stage = Stage::Framebuffer;
    m_context.sendInitialMessages(m_serverFormat);
    m_context.setState(ClientState::Running);
    if (!m_context.isOver())
        m_context.observer.initialised(m_context.framebuffer.size(), m_context.name, m_serverFormat);
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
