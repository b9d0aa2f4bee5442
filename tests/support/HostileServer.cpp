// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/HostileServer.h"

#include <QSslCertificate>
#include <QSslKey>

#include <list>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int pollTime = 20; // milliseconds

} // namespace

HostileServer::HostileServer(Script script, Tls tls, quint16 port)
    : m_script(std::move(script))
    , m_tls(std::move(tls))
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int reuse = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(listener, generic, length) != 0 || ::listen(listener, 16) != 0 ||
        ::getsockname(listener, generic, &length) != 0)
        qFatal("The hostile server cannot listen on loopback.");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this, listener] { acceptAll(listener); });
}

HostileServer::~HostileServer()
{
    m_stopping = true;
    m_acceptor.join();
}

QString HostileServer::url(const QString &scheme) const
{
    const QString path = scheme.startsWith(u"ws"_s) ? u"/websockify"_s : QString();
    return u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(m_port).arg(path);
}

HostileServer::Script HostileServer::webSocket(Script script)
{
    return [script = std::move(script)](ServerConnection &connection) {
        if (connection.openWebSocket(connection.readRequest()))
            script(connection);
    };
}

void HostileServer::acceptAll(int listener)
{
    std::list<std::thread> threads;
    while (!m_stopping) {
        pollfd waiting{listener, POLLIN, 0};
        if (::poll(&waiting, 1, pollTime) <= 0)
            continue;
        const int descriptor = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor < 0)
            continue;
        ++m_connections;
        threads.emplace_back([this, descriptor] { serve(descriptor); });
    }
    ::close(listener);
    for (std::thread &thread : threads)
        thread.join();
}

void HostileServer::serve(int descriptor)
{
    QSslSocket socket;
    socket.setSocketDescriptor(descriptor);
    ServerConnection connection(socket, m_stopping);
    if (!m_tls.certificate.isEmpty()) {
        socket.setLocalCertificate(QSslCertificate(m_tls.certificate));
        socket.setPrivateKey(QSslKey(m_tls.key, QSsl::Rsa));
        socket.startServerEncryption();
        while (!connection.isOver() && !socket.isEncrypted())
            (void)socket.waitForEncrypted(pollTime);
    }
    m_script(connection);
    if (socket.state() == QAbstractSocket::ConnectedState) {
        socket.disconnectFromHost();
        (void)(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(200));
    }
}

} // namespace portlight
