// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalParts.h"
#include "hosts/SystemError.h"
#include "hosts/WaitForDescriptor.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight::local {

namespace {

struct Address
{
    sockaddr_storage storage{};
    socklen_t length = 0;
};

/// getaddrinfo cannot be interrupted, so it runs in a thread that is left behind when somebody stops waiting.
struct Lookup
{
    explicit Lookup(QByteArray name, QByteArray service, int flagsToUse)
        : host(std::move(name))
        , port(std::move(service))
        , flags(flagsToUse)
        , done(eventfd(0, EFD_CLOEXEC))
    {
    }

    void run()
    {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        hints.ai_flags = flags | AI_NUMERICSERV;
        addrinfo *found = nullptr;
        const int code = getaddrinfo(host.constData(), port.constData(), &hints, &found);
        const std::scoped_lock guard(mutex);
        error = code;
        for (const addrinfo *entry = found; entry != nullptr && addresses.size() < 8; entry = entry->ai_next) {
            Address address;
            std::memcpy(&address.storage, entry->ai_addr, entry->ai_addrlen);
            address.length = entry->ai_addrlen;
            addresses.append(address);
        }
        if (found)
            freeaddrinfo(found);
        (void)eventfd_write(done.get(), 1);
    }

    const QByteArray host;
    const QByteArray port;
    const int flags;
    Descriptor done;
    std::mutex mutex;
    int error = 0;
    QList<Address> addresses;
};

Error unknownName(const QString &name)
{
    return {ErrorKind::Unreachable,
            u"connect.name-not-found"_s,
            QCoreApplication::translate("LocalHost", "There is no machine named %1.").arg(name),
            QCoreApplication::translate("LocalHost", "Check the spelling and the name server."),
            {}};
}

Result<QList<Address>> resolve(const QString &name, quint16 port, QDeadlineTimer deadline,
                               const Cancellation &cancellation)
{
    const QByteArray host = name.toUtf8();
    const QByteArray service = QByteArray::number(port);
    Lookup numeric(host, service, AI_NUMERICHOST);
    numeric.run();
    if (numeric.error == 0)
        return numeric.addresses;

    const auto lookup = std::make_shared<Lookup>(host, service, AI_ADDRCONFIG);
    std::thread([lookup] { lookup->run(); }).detach();
    switch (waitForDescriptor(lookup->done.get(), POLLIN, deadline, cancellation)) {
    case WaitResult::Cancelled:
        return failure(cancelledError());
    case WaitResult::TimedOut:
        return failure(connectError(ETIMEDOUT, name));
    case WaitResult::Ready:
        break;
    }
    const std::scoped_lock guard(lookup->mutex);
    if (lookup->error != 0 || lookup->addresses.isEmpty())
        return failure(unknownName(name));
    return lookup->addresses;
}

Result<HostSocket> connectTo(const sockaddr *address, socklen_t length, const QString &endpoint,
                             QDeadlineTimer deadline, const Cancellation &cancellation)
{
    Descriptor fd(socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd.isValid())
        return failure(connectError(errno, endpoint));
    if (address->sa_family != AF_UNIX) {
        const int one = 1;
        setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    }
    if (connect(fd.get(), address, length) == 0)
        return HostSocket(fd.release());
    // EAGAIN is a Unix listener with a full queue: nothing is under way, see connectUnix().
    if (errno != EINPROGRESS)
        return failure(connectError(errno, endpoint));
    switch (waitForDescriptor(fd.get(), POLLOUT, deadline, cancellation)) {
    case WaitResult::Cancelled:
        return failure(cancelledError());
    case WaitResult::TimedOut:
        return failure(connectError(ETIMEDOUT, endpoint));
    case WaitResult::Ready:
        break;
    }
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(fd.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        return failure(connectError(error, endpoint));
    return HostSocket(fd.release());
}

} // namespace

Result<HostSocket> connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                              const Cancellation &cancellation)
{
    const QString endpoint = (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address).arg(port);
    const auto addresses = resolve(address, port, deadline, cancellation);
    if (!addresses)
        return failure(addresses.error());
    Error last;
    for (qsizetype i = 0; i < addresses->size(); ++i) {
        // A dead first address must leave time for the others.
        const auto share = deadline.isForever() ? 30'000 : deadline.remainingTime() / (addresses->size() - i);
        const Address &candidate = addresses->at(i);
        auto connected = connectTo(reinterpret_cast<const sockaddr *>(&candidate.storage), candidate.length, endpoint,
                                   QDeadlineTimer(share), cancellation);
        if (connected || connected.error().kind == ErrorKind::Cancelled)
            return connected;
        // "Refused" says more than "no route" for the address family this machine does not have.
        if (last.id != u"connect.refused")
            last = connected.error();
    }
    return failure(last);
}

Result<HostSocket> connectUnix(const QString &path, QDeadlineTimer deadline, const Cancellation &cancellation)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (static_cast<size_t>(name.size()) >= sizeof address.sun_path)
        return failure(connectError(ENAMETOOLONG, path));
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
    for (;;) {
        auto connected =
            connectTo(reinterpret_cast<const sockaddr *>(&address), sizeof address, path, deadline, cancellation);
        // A full queue never becomes writable for Unix sockets: ask again.
        if (connected || connected.error().id != u"connect.busy")
            return connected;
        if (deadline.hasExpired())
            return failure(connectError(ETIMEDOUT, path));
        if (!cancellation.sleep(std::chrono::milliseconds(20)))
            return failure(cancelledError());
    }
}

} // namespace portlight::local
