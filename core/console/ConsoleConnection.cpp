// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ConsoleConnection.h"

#include "console/ConsoleWorker.h"

namespace portlight {

ConsoleConnection::ConsoleConnection(HostPointer host, QString socketPath, QObject *parent)
    : QObject(parent)
{
    qRegisterMetaType<portlight::Error>();
    const auto here = [this](auto call) {
        QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    };
    ConsoleWorker::Callbacks callbacks;
    callbacks.opened = [this, here] {
        here([this] { Q_EMIT opened(); });
    };
    callbacks.received = [this, here] {
        here([this] {
            const ConsoleWorker::Received news = m_worker->takeReceived();
            Q_EMIT received(news.bytes);
            if (news.dropped > 0)
                Q_EMIT dropped(news.dropped);
        });
    };
    callbacks.closed = [this, here] {
        here([this] { Q_EMIT closed(); });
    };
    callbacks.failed = [this, here](const Error &error) {
        here([this, error] { Q_EMIT failed(error); });
    };
    m_worker = std::make_unique<ConsoleWorker>(std::move(host), std::move(socketPath), std::move(callbacks));
}

ConsoleConnection::~ConsoleConnection() = default;

void ConsoleConnection::open()
{
    m_worker->start();
}

bool ConsoleConnection::send(QByteArrayView bytes)
{
    return m_worker->send(bytes, MostPendingBytes);
}

void ConsoleConnection::close()
{
    m_worker->stop();
}

} // namespace portlight
