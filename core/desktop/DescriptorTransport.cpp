// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DescriptorTransport.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/uio.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qsizetype bytesPerRead = 256 * 1024;
/// Behind pixels that were read directly comes a header, and then pixels again: it is taken along with them.
constexpr qsizetype bytesAfterDirect = 16 * 1024;

bool isTransient(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

DescriptorTransport::DescriptorTransport(HostSocket socket, QObject *parent)
    : RfbTransport(parent)
    , m_socket(std::move(socket))
    , m_buffer(bytesPerRead, Qt::Uninitialized)
    , m_room(bytesPerRead)
{
}

DescriptorTransport::~DescriptorTransport()
{
    close();
}

void DescriptorTransport::open()
{
    m_readable = std::make_unique<QSocketNotifier>(m_socket.fd(), QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(m_socket.fd(), QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &DescriptorTransport::readSome);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &DescriptorTransport::writeSome);
    // Queued, so that it comes after open() has returned, as with every other transport.
    QMetaObject::invokeMethod(this, &RfbTransport::opened, Qt::QueuedConnection);
}

void DescriptorTransport::send(const QByteArray &bytes)
{
    if (!m_socket.isOpen())
        return;
    m_unsent += bytes;
    writeSome();
}

void DescriptorTransport::close()
{
    // Only switched off: a notifier may be on the call stack.
    for (auto *notifier : {m_readable.get(), m_writable.get()}) {
        if (notifier != nullptr)
            notifier->setEnabled(false);
    }
    m_socket.close();
}

void DescriptorTransport::readSome()
{
    qsizetype behind = 0;
    const auto direct = readDirectly([this, &behind](auto pieces) { return readPieces(pieces, behind); });
    if (direct) {
        m_room = bytesAfterDirect;
        if (behind > 0 && m_socket.isOpen()) // the pixels may have ended the session
            Q_EMIT received(QByteArray(m_buffer.constData(), behind));
        return handleCount(*direct);
    }
    const auto count = ::recv(m_socket.fd(), m_buffer.data(), std::size_t(std::exchange(m_room, bytesPerRead)), 0);
    if (count > 0)
        Q_EMIT received(QByteArray(m_buffer.constData(), count));
    else
        handleCount(count);
}

qint64 DescriptorTransport::readPieces(std::span<const rfb::DirectPiece> pieces, qsizetype &behind)
{
    std::array<iovec, 257> places;
    std::size_t count = 0;
    qint64 room = 0;
    for (const rfb::DirectPiece &piece : pieces.first(std::min(pieces.size(), places.size() - 1))) {
        places[count++] = {piece.data, std::size_t(piece.size)};
        room += piece.size;
    }
    places[count++] = {m_buffer.data(), std::size_t(bytesAfterDirect)};
    const qint64 received = ::readv(m_socket.fd(), places.data(), int(count));
    behind = std::max<qint64>(received - room, 0);
    return std::min(received, room);
}

void DescriptorTransport::handleCount(qint64 count)
{
    if (count == 0)
        finish(0);
    else if (count < 0 && !isTransient(errno))
        finish(errno);
}

void DescriptorTransport::writeSome()
{
    while (m_sent < m_unsent.size()) {
        const auto count =
            ::send(m_socket.fd(), m_unsent.constData() + m_sent, std::size_t(unsentBytes()), MSG_NOSIGNAL);
        if (count < 0) {
            // A broken connection is told by readSome(), after what the server still said.
            if (!isTransient(errno))
                m_sent = m_unsent.size();
            break;
        }
        m_sent += count;
    }
    // What is gone is dropped when it is the larger half: no byte moves more than once or twice.
    if (m_sent >= m_unsent.size() / 2) {
        m_unsent.remove(0, m_sent);
        m_sent = 0;
    }
    if (m_writable && m_socket.isOpen())
        m_writable->setEnabled(!m_unsent.isEmpty());
}

void DescriptorTransport::finish(int error)
{
    close();
    Q_EMIT ended(error == 0 ? QCoreApplication::translate("DescriptorTransport", "The server closed the connection.")
                            : QCoreApplication::translate("DescriptorTransport", "The connection broke: %1.")
                                  .arg(QString::fromLocal8Bit(std::strerror(error))));
}

} // namespace portlight
