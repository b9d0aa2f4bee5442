// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StrictRfbServer.h"

#include "support/FakeRfbServer.h"

#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

const QByteArray banner = "RFB 003.008\n";

QByteArray withLength(const QByteArray &text)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(text.size()), length.data());
    return length + text;
}

} // namespace

StrictRfbServer::StrictRfbServer(StrictOptions options, Session session, QSize size)
    : m_options(std::move(options))
    , m_session(std::move(session))
    , m_size(size)
{
}

HostileServer::Script StrictRfbServer::script()
{
    return [this](ServerConnection &connection) {
        serve(connection);
    };
}

QStringList StrictRfbServer::problems() const
{
    const std::lock_guard lock(m_mutex);
    return m_problems;
}

void StrictRfbServer::note(const QString &problem)
{
    const std::lock_guard lock(m_mutex);
    m_problems.append(problem);
}

bool StrictRfbServer::greet(ServerConnection &connection)
{
    connection.send(banner);
    const QByteArray answer = connection.receive(banner.size());
    if (answer != banner) {
        note(u"Version: %1"_s.arg(QString::fromLatin1(answer.simplified())));
        return false;
    }
    const QByteArray type(1, char(StrictSecurity::number(m_options.security)));
    connection.send('\1' + type);
    const QByteArray choice = connection.receive(1);
    if (choice != type)
        note(u"Security type %1 was not offered"_s.arg(QString::fromLatin1(choice.toHex())));
    return choice == type;
}

bool StrictRfbServer::logIn(ServerConnection &connection)
{
    StrictSecurity security(connection, m_options);
    StrictSecurity::Outcome outcome = security.authenticate();
    QString problem = security.problem();
    if (outcome != StrictSecurity::Outcome::Broken && connection.hasUnread()) {
        outcome = StrictSecurity::Outcome::Broken;
        problem = u"Bytes after the login that nobody asked for"_s;
    }
    switch (outcome) {
    case StrictSecurity::Outcome::Accepted:
        connection.send(QByteArray(4, '\0'));
        return true;
    case StrictSecurity::Outcome::Refused:
        connection.send(QByteArray("\0\0\0\1", 4) + withLength(m_options.reason));
        return false;
    case StrictSecurity::Outcome::Broken:
        break;
    }
    if (!connection.isOver())
        note(problem);
    return false;
}

void StrictRfbServer::initialise(ServerConnection &connection)
{
    const QByteArray shared = connection.receive(1);
    if (shared.isEmpty())
        return;
    if (quint8(shared.at(0)) > 1)
        return note(u"ClientInit: %1"_s.arg(quint8(shared.at(0))));
    QByteArray init = FakeRfbServer::serverInit(m_size, "strict");
    if (m_options.security.startsWith("tight-")) // one capability of each kind, as TightVNC has them
        init += QByteArray("\0\1\0\1\0\1\0\0", 8) + QByteArray("\0\0\0\x82TGHTFTS_LSDT", 16) +
                QByteArray("\0\0\0\x82TGHTFTC_LSRQ", 16) + QByteArray("\0\0\0\7TGHTTIGHT___", 16);
    connection.send(init);
    ++m_logins;
    if (m_session) {
        if (const QString problem = m_session(connection); !problem.isEmpty())
            note(problem);
        return;
    }
    FakeRfbServer::serve(connection, FakeRfbServer::desktop(m_size));
}

void StrictRfbServer::serve(ServerConnection &connection)
{
    if (greet(connection) && logIn(connection))
        initialise(connection);
}

} // namespace portlight
