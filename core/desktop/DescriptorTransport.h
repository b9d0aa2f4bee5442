// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/RfbTransport.h"
#include "hosts/HostSocket.h"

#include <QSocketNotifier>

#include <memory>

namespace portlight {

/// Plain RFB on a connected stream socket of a Host, whatever its family (TCP, Unix, a pipe pair to ssh).
class DescriptorTransport final : public RfbTransport
{
    Q_OBJECT

public:
    explicit DescriptorTransport(HostSocket socket, QObject *parent = nullptr);
    ~DescriptorTransport() override;

    void open() override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsentBytes() const override { return m_unsent.size() - m_sent; }
    void close() override;

private:
    void readSome();
    /// How many bytes went into the pieces; those that came behind them are the first ones of m_buffer.
    [[nodiscard]] qint64 readPieces(std::span<const rfb::DirectPiece> pieces, qsizetype &behind);
    void handleCount(qint64 count);
    void writeSome();
    void finish(int error);

    HostSocket m_socket;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    QByteArray m_unsent; ///< Of which the first m_sent bytes are gone.
    qsizetype m_sent = 0;
    QByteArray m_buffer;
    qsizetype m_room; ///< Of the next read.
};

} // namespace portlight
