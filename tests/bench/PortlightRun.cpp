// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/DecodeRun.h"

#include "rfb/Client.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace portlight {

namespace {

constexpr int silence = 10'000;                // milliseconds
constexpr qsizetype bytesPerRead = 256 * 1024; // as DescriptorTransport
constexpr qsizetype afterDirect = 16 * 1024;   // as well
constexpr qsizetype bytesAtOnce = 64 * 1024;   // as SessionLink

class Counter final : public rfb::ClientObserver
{
public:
    void initialised(QSize, const QString &, const rfb::PixelFormat &) override
    {
        cpuBefore = secondsOf(CLOCK_THREAD_CPUTIME_ID);
        before = secondsOf(CLOCK_MONOTONIC);
    }
    void updateFinished() override { ++updates; }

    double cpuBefore = 0;
    double before = 0;
    int updates = 0;
};

int connectTo(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return socket;
    ::close(socket);
    return -1;
}

/// What DescriptorTransport does; false: ordinary reading is called for.
bool readDirectly(int socket, rfb::Client &client, QByteArray &buffer)
{
    std::array<iovec, 257> places;
    size_t count = 0;
    qsizetype size = 0;
    for (const rfb::DirectPiece &piece : client.directPieces()) {
        places[count++] = {piece.data, size_t(piece.size)};
        size += piece.size;
    }
    if (count == 0)
        return false;
    places[count++] = {buffer.data(), size_t(afterDirect)};
    const qsizetype received = ::readv(socket, places.data(), int(count));
    client.directReceived(std::min(received, size));
    if (received > size) {
        const QByteArray behind(buffer.constData(), received - size);
        client.receive(behind);
    }
    return received > 0;
}

void sendOutput(int socket, rfb::Client &client)
{
    if (!client.hasOutput())
        return;
    const QByteArray output = client.takeOutput();
    static_cast<void>(::send(socket, output.constData(), size_t(output.size()), MSG_NOSIGNAL));
}

} // namespace

DecodeRun DecodeRun::portlight(quint16 port, const RecordedSession &session, int threads)
{
    DecodeRun run;
    const int socket = connectTo(port);
    if (socket < 0)
        return run;
    Counter counter;
    rfb::ClientSettings settings;
    settings.decodeThreads = threads;
    rfb::Client client(counter, settings);
    QByteArray buffer(bytesPerRead, Qt::Uninitialized);
    qsizetype room = bytesPerRead;
    while (counter.updates < session.updates && !client.failure()) {
        pollfd waiting{socket, POLLIN, 0}; // where the event loop would wait
        ::poll(&waiting, 1, silence);
        if (readDirectly(socket, client, buffer)) {
            room = afterDirect;
            sendOutput(socket, client);
            continue;
        }
        const auto count = ::recv(socket, buffer.data(), size_t(room), MSG_DONTWAIT);
        room = bytesPerRead;
        if (count <= 0)
            break;
        for (qsizetype at = 0; at < count; at += bytesAtOnce) {
            client.receive(QByteArrayView(buffer).sliced(at, std::min<qsizetype>(bytesAtOnce, count - at)));
            sendOutput(socket, client);
        }
    }
    run.cpuSeconds = secondsOf(CLOCK_THREAD_CPUTIME_ID) - counter.cpuBefore;
    run.seconds = secondsOf(CLOCK_MONOTONIC) - counter.before;
    ::close(socket);
    if (counter.updates == session.updates) {
        const quint32 *const pixels = client.framebuffer().row(0);
        run.pixels.assign(pixels, pixels + qsizetype(session.size.width()) * session.size.height());
        for (quint32 &pixel : run.pixels)
            pixel &= 0xffffffU;
    }
    return run;
}

} // namespace portlight
