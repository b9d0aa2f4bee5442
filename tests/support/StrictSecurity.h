// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ServerConnection.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace portlight {

/// How a strict server logs people in.
struct StrictOptions
{
    /// none, vnc, plain (VeNCrypt), xvp, ard, mslogon2, tight-none, tight-vnc, tight-unix, ra2, ra2ne, ra256, rane256.
    QByteArray security = "none";
    QByteArray user = "anna"; ///< RA2 and its kin ask for none when it is empty.
    QByteArray password = "secret";
    QByteArray target = "guest"; ///< XVP's.
    QByteArray reason = "Wrong user or password, says the strict server";
    /// RA2 and its kin: a bit of the server's message with this number (0: hash, 1: kind of login) is wrong.
    int tamperedMessage = -1;
};

/// The server's side of the security types, with other libraries than the client's (nettle, GMP), as strict as a real
/// one or stricter.
class StrictSecurity
{
public:
    enum class Outcome {
        Accepted,
        Refused, ///< The login is wrong: SecurityResult 1 and a reason.
        Broken,  ///< The client broke the protocol: see problem().
    };

    StrictSecurity(ServerConnection &connection, const StrictOptions &options);

    /// RFB's number of the type.
    [[nodiscard]] static int number(const QByteArray &security);
    /// All names of StrictOptions::security.
    [[nodiscard]] static QList<QByteArray> names();
    /// Everything between the choice of the type and SecurityResult.
    [[nodiscard]] Outcome authenticate();
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    [[nodiscard]] Outcome authenticateVnc();
    [[nodiscard]] Outcome authenticatePlain(const char *method);
    [[nodiscard]] Outcome authenticateVeNCrypt();
    [[nodiscard]] Outcome authenticateXvp();
    [[nodiscard]] Outcome authenticateTight(const QByteArray &login);
    [[nodiscard]] Outcome authenticateArd();
    [[nodiscard]] Outcome authenticateMsLogonIi();
    [[nodiscard]] Outcome judge(bool isRight) const { return isRight ? Outcome::Accepted : Outcome::Refused; }
    [[nodiscard]] Outcome broken(const QString &problem);
    [[nodiscard]] quint32 receive32();

    ServerConnection &m_connection;
    const StrictOptions &m_options;
    QString m_problem;
};

} // namespace portlight
