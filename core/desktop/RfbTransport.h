// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/DirectPiece.h"
#include "rfb/ServerIdentity.h"
#include "verdict/StageFailure.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <optional>
#include <span>

namespace portlight {

/// Moves the bytes of one RFB connection; knows nothing of what they mean. Event-driven, in its own thread's loop.
class RfbTransport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open() = 0;
    virtual void send(const QByteArray &bytes) = 0;
    /// What send() has been given and the network has not taken yet.
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;
    /// Ends it without further signals.
    virtual void close() = 0;

    /// After failed() with tls.untrusted: who the server says it is. With its SHA-256 among the target's
    /// trustedIdentities another transport can be opened.
    [[nodiscard]] virtual std::optional<rfb::ServerIdentity> untrustedIdentity() const { return std::nullopt; }

    /// Puts bytes from the network into these places; how many, 0 at its end, -1 and errno.
    using Fill = std::function<qint64(std::span<const rfb::DirectPiece>)>;
    /// Asked before each read: calls the function given where the next bytes have a place already and returns its
    /// answer; nothing when they are to come with received(). A transport may do without.
    using DirectReader = std::function<std::optional<qint64>(const Fill &)>;
    void setDirectReader(DirectReader reader) { m_directReader = std::move(reader); }

Q_SIGNALS:
    void opened();
    void received(const QByteArray &bytes);
    /// It could not be opened; nothing else comes.
    void failed(const portlight::StageFailure &failure);
    /// It ended after it was open; one translated sentence says how. Nothing else comes.
    void ended(const QString &sentence);

protected:
    [[nodiscard]] std::optional<qint64> readDirectly(const Fill &fill) const
    {
        return m_directReader ? m_directReader(fill) : std::nullopt;
    }

private:
    DirectReader m_directReader;
};

} // namespace portlight
