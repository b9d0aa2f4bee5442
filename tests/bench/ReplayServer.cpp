// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ReplayServer.h"

#include <QtEndian>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

namespace portlight {

namespace {

constexpr qsizetype bytesAtOnce = 256 * 1024;

void dropRequests(int socket)
{
    std::array<char, 4096> ignored;
    while (::recv(socket, ignored.data(), ignored.size(), MSG_DONTWAIT) > 0) {
    }
}

bool sendAll(int socket, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto sent = ::send(socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

bool receiveExactly(int socket, size_t count)
{
    std::array<char, 64> ignored;
    return ::recv(socket, ignored.data(), count, MSG_WAITALL) == ssize_t(count);
}

QByteArray serverInit(QSize size)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(quint16(size.width()), bytes.data());
    qToBigEndian(quint16(size.height()), bytes.data() + 2);
    // 32 bits, depth 24, little endian, true colour, 255 each, shifts 16, 8 and 0; a name of one letter.
    bytes.append("\x20\x18\0\1\0\xff\0\xff\0\xff\x10\x08\0\0\0\0\0\0\0\1r", 21);
    return bytes;
}

} // namespace

void stayOnCore(int core)
{
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(size_t(core), &cores);
    sched_setaffinity(0, sizeof cores, &cores);
}

void useAllCores()
{
    cpu_set_t cores;
    CPU_ZERO(&cores);
    for (long core = 0; core < sysconf(_SC_NPROCESSORS_ONLN); ++core)
        CPU_SET(size_t(core), &cores);
    sched_setaffinity(0, sizeof cores, &cores);
}

ReplayServer::ReplayServer(const RecordedSession &session)
    : m_session(session)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size) != 0 || ::listen(m_listener, 1) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return;
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

ReplayServer::~ReplayServer()
{
    ::shutdown(m_listener, SHUT_RDWR); // ends accept()
    if (m_thread.joinable())
        m_thread.join();
    ::close(m_listener);
}

void ReplayServer::serve()
{
    stayOnCore(int(sysconf(_SC_NPROCESSORS_ONLN)) - 1);
    for (;;) {
        const int viewer = ::accept(m_listener, nullptr, nullptr);
        if (viewer < 0)
            return;
        serveOne(viewer);
        ::close(viewer);
    }
}

void ReplayServer::serveOne(int viewer) const
{
    const int yes = 1;
    ::setsockopt(viewer, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    const bool greeted = sendAll(viewer, "RFB 003.008\n") && receiveExactly(viewer, 12) &&
                         sendAll(viewer, QByteArrayView("\1\1", 2)) && receiveExactly(viewer, 1) &&
                         sendAll(viewer, QByteArrayView("\0\0\0\0", 4)) && receiveExactly(viewer, 1) &&
                         sendAll(viewer, serverInit(m_session.size));
    const QByteArrayView all(m_session.bytes);
    for (qsizetype at = 0; greeted && at < all.size(); at += bytesAtOnce) {
        if (!sendAll(viewer, all.sliced(at, std::min(bytesAtOnce, all.size() - at))))
            return;
        dropRequests(viewer);
    }
    std::array<char, 4096> ignored;
    while (::recv(viewer, ignored.data(), ignored.size(), 0) > 0) {
    }
}

} // namespace portlight
