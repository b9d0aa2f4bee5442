// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "hosts/Host.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace portlight {

class ConsoleWorker;

/// The interactive console of a running VM: bytes both ways over the Unix socket of its serial port. Works in a
/// thread of its own; signals come in the thread this object lives in, which needs an event loop.
class ConsoleConnection : public QObject
{
    Q_OBJECT

public:
    /// What waits to be written at most; more is refused.
    static constexpr qint64 MostPendingBytes = 1024 * 1024;

    ConsoleConnection(HostPointer host, QString socketPath, QObject *parent = nullptr);
    /// Closes and waits for the thread.
    ~ConsoleConnection() override;

    /// Connects and begins to read. Once only; opened() or failed() follows.
    void open();
    /// Sends bytes as typed. False when it is not open or too much waits already (nothing is sent then).
    bool send(QByteArrayView bytes);
    /// Ends the connection without a signal.
    void close();

Q_SIGNALS:
    void opened();
    void received(const QByteArray &bytes);
    /// `count` bytes behind those of the last received() came faster than this thread took them, and are lost here. The
    /// connection is read all the same: a client that does not read holds up its guest.
    void dropped(qint64 count);
    /// The far side ended the connection: the VM stopped, or another console took over.
    void closed();
    /// Could not connect, or the connection broke: the ids of Host::connectUnix and HostSocket, and "console.in-use".
    void failed(const portlight::Error &error);

private:
    std::unique_ptr<ConsoleWorker> m_worker;
};

} // namespace portlight
