// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/TightSecurity.h"

#include "rfb/NoLogin.h"
#include "rfb/PlainLogin.h"
#include "rfb/SecurityContext.h"
#include "rfb/SecurityTypes.h"
#include "rfb/VncLogin.h"
#include "rfb/WireNumbers.h"

#include <QCoreApplication>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int capabilitySize = 16; // number, vendor of 4 and signature of 8 characters
constexpr quint32 mostCapabilities = 256;

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::rfb::TightSecurity)
};

/// A capability's number, and vendor and signature in one.
QList<std::pair<quint32, QByteArray>> readCapabilities(ByteReader &in)
{
    const quint32 count = in.u32();
    QList<std::pair<quint32, QByteArray>> capabilities;
    for (quint32 i = 0; i < count; ++i) {
        const quint32 number = in.u32();
        capabilities.append({number, QByteArray(reinterpret_cast<const char *>(in.take(12)), 12)});
    }
    return capabilities;
}

} // namespace

SecurityStep TightSecurity::step(ByteReader &in)
{
    return m_tunnelDone ? readLogins(in) : readTunnels(in);
}

bool TightSecurity::hasList(ByteReader &in, const char *what)
{
    if (!in.has(4))
        return false;
    const quint32 count = qFromBigEndian<quint32>(in.data());
    if (count > mostCapabilities) {
        security().malformed(u"Tight security: %1 %2"_s.arg(count).arg(QLatin1StringView(what)));
        return false;
    }
    return in.has(4 + qsizetype(count) * capabilitySize);
}

SecurityStep TightSecurity::readTunnels(ByteReader &in)
{
    if (!hasList(in, "tunnels"))
        return SecurityStep::Wait;
    const auto tunnels = readCapabilities(in);
    m_tunnelDone = true;
    if (tunnels.isEmpty())
        return SecurityStep::Continue;
    const bool offersNone = tunnels.contains(std::pair(0U, QByteArray("TGHTNOTUNNEL")));
    // Siemens' panels can do without a tunnel and forget to say so.
    if (!offersNone && !tunnels.contains(std::pair(1U, QByteArray("SICRSCHANNEL")))) {
        security().client().fail(u"auth.unsupported"_s,
                                 Translations::tr("The server wants a TightVNC tunnel, which is not supported here."));
        return SecurityStep::Wait;
    }
    security().send(bigEndian32(0));
    return SecurityStep::Continue;
}

SecurityStep TightSecurity::readLogins(ByteReader &in)
{
    if (!hasList(in, "logins"))
        return SecurityStep::Wait;
    const auto logins = readCapabilities(in);
    if (logins.isEmpty())
        return SecurityStep::Done;
    const auto offers = [&logins](const char *code) {
        return std::any_of(logins.begin(), logins.end(),
                           [code](const auto &login) { return login.second == QByteArrayView(code); });
    };
    if (offers("STDVNOAUTH__")) {
        security().send(bigEndian32(1));
        security().continueWith(std::make_unique<NoLogin>(security()));
    } else if (offers("STDVVNCAUTH_")) {
        security().send(bigEndian32(2));
        security().continueWith(std::make_unique<VncLogin>(security()));
    } else if (offers("TGHTULGNAUTH")) {
        security().send(bigEndian32(129));
        security().continueWith(std::make_unique<PlainLogin>(security(), u"TightVNC Unix login"_s));
    } else {
        security().client().fail(
            u"auth.unsupported"_s,
            Translations::tr("The server asks for a kind of TightVNC login that is not supported here."));
        return SecurityStep::Wait;
    }
    return SecurityStep::Continue;
}

} // namespace portlight::rfb
