// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/RecordedSession.h"

#include "rfb/Client.h"

#include <QDataStream>
#include <QDeadlineTimer>
#include <QFile>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int recordingTime = 8000; // milliseconds

/// Asks for the next update after each until told to stop.
class Listener final : public rfb::ClientObserver
{
public:
    void rectangleUpdated(const QRect &rect) override { pixels += double(rect.width()) * rect.height(); }
    void updateFinished() override
    {
        ++updates;
        atRest = true;
    }

    double pixels = 0;
    int updates = 0;
    bool atRest = false; ///< Nothing is asked for.
};

} // namespace

RecordedSession RecordedSession::record(quint16 port, const Wish &wish)
{
    Listener listener;
    rfb::ClientSettings settings;
    settings.encodings = wish.encodings;
    settings.qualityLevel = wish.qualityLevel;
    settings.continuousUpdates = false;
    settings.automaticUpdates = false;
    rfb::Client client(listener, settings);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    RecordedSession session;
    const QDeadlineTimer deadline(recordingTime);
    bool running = false;
    while (!client.failure() && socket.state() != QAbstractSocket::UnconnectedState) {
        const bool enough = listener.pixels >= wish.megapixels * 1e6 || deadline.hasExpired();
        if (listener.atRest && enough)
            break;
        if (running && (listener.atRest || listener.updates == 0)) {
            if (listener.atRest)
                client.requestUpdate(true);
            listener.atRest = false;
        }
        socket.write(client.takeOutput());
        socket.waitForReadyRead(20);
        for (QByteArray bytes = socket.readAll(); !bytes.isEmpty();) {
            // Byte by byte through the handshake, so that its end is seen.
            const QByteArray piece = bytes.first(running ? bytes.size() : 1);
            bytes.remove(0, piece.size());
            if (running)
                session.bytes += piece;
            client.receive(piece);
            if (!running && client.state() == rfb::ClientState::Running) {
                running = true;
                client.requestUpdate(false);
            }
        }
        if (deadline.remainingTime() == 0 && listener.updates == 0)
            return {};
    }
    session.size = client.framebuffer().size();
    session.megapixels = listener.pixels / 1e6;
    session.updates = listener.updates;
    return client.failure() ? RecordedSession() : session;
}

bool RecordedSession::save(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QDataStream stream(&file);
    stream << size << bytes << megapixels << updates;
    return stream.status() == QDataStream::Ok;
}

RecordedSession RecordedSession::load(const QString &path)
{
    RecordedSession session;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return session;
    QDataStream stream(&file);
    stream >> session.size >> session.bytes >> session.megapixels >> session.updates;
    return stream.status() == QDataStream::Ok ? session : RecordedSession();
}

} // namespace portlight
