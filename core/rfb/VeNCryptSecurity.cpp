// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/VeNCryptSecurity.h"

#include "rfb/PlainLogin.h"
#include "rfb/SecurityContext.h"
#include "rfb/SecurityTypes.h"
#include "rfb/TlsChannel.h"
#include "rfb/WireNumbers.h"

#include <QCoreApplication>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::rfb::VeNCryptSecurity)
};

} // namespace

SecurityStep VeNCryptSecurity::step(ByteReader &in)
{
    switch (m_part) {
    case Part::Version:
        return readVersion(in);
    case Part::VersionAnswer:
        return readVersionAnswer(in);
    case Part::Types:
        return readTypes(in);
    case Part::TlsAnswer:
        return readTlsAnswer(in);
    case Part::Tls:
        break;
    }
    return awaitTls();
}

SecurityStep VeNCryptSecurity::broken(const QString &where)
{
    security().malformed(u"VeNCrypt: "_s + where);
    return SecurityStep::Wait;
}

SecurityStep VeNCryptSecurity::readVersion(ByteReader &in)
{
    if (!in.has(2))
        return SecurityStep::Wait;
    const int major = in.u8();
    const int minor = in.u8();
    if (major != 0 || minor < 2) {
        security().client().fail(
            u"auth.unsupported"_s,
            Translations::tr("The server speaks VeNCrypt %1.%2, which is not supported here.").arg(major).arg(minor));
        return SecurityStep::Wait;
    }
    security().send(QByteArray("\0\2", 2));
    m_part = Part::VersionAnswer;
    return SecurityStep::Continue;
}

SecurityStep VeNCryptSecurity::readVersionAnswer(ByteReader &in)
{
    if (!in.has(1))
        return SecurityStep::Wait;
    const int answer = in.u8();
    if (answer != 0)
        return broken(u"version 0.2 refused with %1"_s.arg(answer));
    m_part = Part::Types;
    return SecurityStep::Continue;
}

SecurityStep VeNCryptSecurity::readTypes(ByteReader &in)
{
    if (!in.has(1) || !in.has(1 + 4 * qsizetype(*in.data())))
        return SecurityStep::Wait;
    const int count = in.u8();
    QList<int> offered;
    for (int i = 0; i < count; ++i) {
        const quint32 type = in.u32();
        if (type > 0xffff)
            return broken(u"type %1"_s.arg(type));
        offered.append(int(type));
    }
    if (offered.isEmpty())
        return broken(u"no types"_s);
    m_type = chooseVeNCryptType(offered, security().knownLogin());
    if (m_type == 0) {
        security().client().fail(
            u"auth.unsupported"_s,
            Translations::tr("The server asks for a kind of login that is not supported here: VeNCrypt with %1.")
                .arg(securityTypeNames(offered)));
        return SecurityStep::Wait;
    }
    security().client().securityType = m_type;
    security().send(bigEndian32(quint32(m_type)));
    if (usesTls(m_type))
        m_part = Part::TlsAnswer;
    else
        goInside(m_type);
    return SecurityStep::Continue;
}

SecurityStep VeNCryptSecurity::readTlsAnswer(ByteReader &in)
{
    if (!in.has(1))
        return SecurityStep::Wait;
    if (in.u8() != 1) {
        security().client().fail(u"tls.failed"_s,
                                 Translations::tr("The server cannot begin the encryption that it offered."));
        return SecurityStep::Wait;
    }
    auto channel = std::make_unique<TlsChannel>(usesCertificate(m_type) ? TlsChannel::Server::Certificate
                                                                        : TlsChannel::Server::Anonymous,
                                                security().client().settings.serverName);
    m_channel = channel.get();
    security().startChannel(std::move(channel));
    m_part = Part::Tls;
    return SecurityStep::Continue;
}

SecurityStep VeNCryptSecurity::awaitTls()
{
    if (!m_channel->problem().isEmpty()) {
        security().client().fail(
            u"tls.failed"_s, Translations::tr("The encrypted connection (TLS) failed: %1.").arg(m_channel->problem()),
            m_channel->problem());
        return SecurityStep::Wait;
    }
    if (!m_channel->hasShakenHands())
        return SecurityStep::Wait;
    if (usesCertificate(m_type)) {
        const std::optional<ServerIdentity> identity = m_channel->untrustedIdentity();
        if (identity && !security().isTrusted(*identity))
            return SecurityStep::Wait;
    }
    switch (m_type) {
    case tlsNoneSecurity:
    case x509NoneSecurity:
        goInside(noSecurity);
        break;
    case tlsVncSecurity:
    case x509VncSecurity:
        goInside(vncAuthentication);
        break;
    default:
        goInside(plainSecurity);
    }
    return SecurityStep::Continue;
}

void VeNCryptSecurity::goInside(int type)
{
    if (type == plainSecurity)
        security().continueWith(std::make_unique<PlainLogin>(security(), securityTypeName(m_type)));
    else
        security().continueWith(makeSecurityHandshake(type, security()));
}

} // namespace portlight::rfb
