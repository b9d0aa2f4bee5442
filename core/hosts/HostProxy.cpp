// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/HostProxy.h"

#include "hosts/Relay.h"
#include "hosts/SocksHandshake.h"
#include "hosts/SystemError.h"
#include "hosts/WaitForDescriptor.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <atomic>
#include <cerrno>
#include <list>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr std::chrono::seconds handshakeTime{10};
constexpr std::chrono::seconds connectTime{30};
constexpr int mostConnections = 256;

QByteArray randomSecret()
{
    QByteArray secret(24, Qt::Uninitialized);
    QRandomGenerator::system()->generate(secret.begin(), secret.end());
    return secret.toBase64(QByteArray::Base64UrlEncoding);
}

SocksHandshake::Reply replyFor(const Error &error)
{
    using Reply = SocksHandshake::Reply;
    if (error.id == u"connect.refused")
        return Reply::ConnectionRefused;
    if (error.id == u"connect.timeout")
        return Reply::TimedOut;
    if (error.id == u"connect.name-not-found")
        return Reply::HostUnreachable;
    if (error.id == u"connect.unreachable")
        return Reply::NetworkUnreachable;
    if (error.id == u"connect.denied")
        return Reply::NotAllowed;
    return Reply::GeneralFailure;
}

} // namespace

class HostProxy::Server
{
public:
    Server(HostPointer host, HostSocket listener, quint16 listenPort)
        : m_host(std::move(host))
        , m_listener(std::move(listener))
        , port(listenPort)
    {
        m_acceptor = std::thread([this] { acceptAll(); });
    }

    ~Server()
    {
        m_stop.request();
        m_acceptor.join();
        for (Connection &connection : m_connections)
            connection.thread.join();
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

private:
    struct Connection
    {
        std::thread thread;
        std::atomic<bool> done{false};
    };

    void acceptAll()
    {
        while (waitForDescriptor(m_listener.fd(), POLLIN, QDeadlineTimer::Forever, m_stop) == WaitResult::Ready) {
            m_connections.remove_if([](Connection &connection) {
                if (!connection.done)
                    return false;
                connection.thread.join();
                return true;
            });
            HostSocket client(accept4(m_listener.fd(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
            if (!client.isOpen() || m_connections.size() >= mostConnections)
                continue;
            Connection &connection = m_connections.emplace_back();
            connection.thread = std::thread([this, &connection, socket = std::move(client)]() mutable {
                serve(std::move(socket));
                connection.done = true;
            });
        }
    }

    void serve(HostSocket client)
    {
        const int one = 1;
        setsockopt(client.fd(), IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        SocksHandshake handshake(user, password);
        if (!shakeHands(client, handshake))
            return;
        const QDeadlineTimer deadline(connectTime);
        auto target = m_host->connectTcp(handshake.address(), handshake.port(), deadline, m_stop);
        const auto code = target ? SocksHandshake::Reply::Succeeded : replyFor(target.error());
        if (!client.write(SocksHandshake::reply(code), QDeadlineTimer(handshakeTime), m_stop) || !target)
            return;
        if (target->write(handshake.takeRest(), QDeadlineTimer(handshakeTime), m_stop))
            relay(client, *target, m_stop);
    }

    bool shakeHands(HostSocket &client, SocksHandshake &handshake)
    {
        const QDeadlineTimer deadline(handshakeTime);
        auto state = SocksHandshake::State::Talking;
        while (state == SocksHandshake::State::Talking) {
            const auto bytes = client.read(512, deadline, m_stop);
            if (!bytes || bytes->isEmpty())
                return false;
            state = handshake.receive(*bytes);
            if (!client.write(handshake.takeOutput(), deadline, m_stop))
                return false;
        }
        return state == SocksHandshake::State::Connect;
    }

    HostPointer m_host;
    HostSocket m_listener;
    Cancellation m_stop;
    std::list<Connection> m_connections; ///< Touched by the acceptor only, until it has ended.
    std::thread m_acceptor;

public:
    const QByteArray user = randomSecret();
    const QByteArray password = randomSecret();
    const quint16 port;
};

HostProxy::HostProxy(std::unique_ptr<Server> server)
    : m_server(std::move(server))
{
}

HostProxy::~HostProxy() = default;

Result<std::unique_ptr<HostProxy>> HostProxy::start(HostPointer host)
{
    HostSocket listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (!listener.isOpen() || bind(listener.fd(), reinterpret_cast<const sockaddr *>(&address), length) != 0 ||
        listen(listener.fd(), 64) != 0 ||
        getsockname(listener.fd(), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return failure(
            ErrorKind::Unreachable, u"proxy.failed"_s,
            QCoreApplication::translate("HostProxy", "The way to the host %1 cannot be opened.").arg(host->name()), {},
            connectError(errno, u"127.0.0.1"_s).detail);
    auto server = std::make_unique<Server>(std::move(host), std::move(listener), ntohs(address.sin_port));
    return std::unique_ptr<HostProxy>(new HostProxy(std::move(server)));
}

QNetworkProxy HostProxy::proxy() const
{
    QNetworkProxy proxy(QNetworkProxy::Socks5Proxy, u"127.0.0.1"_s, m_server->port, QString::fromLatin1(m_server->user),
                        QString::fromLatin1(m_server->password));
    proxy.setCapabilities(QNetworkProxy::TunnelingCapability | QNetworkProxy::HostNameLookupCapability);
    return proxy;
}

} // namespace portlight
