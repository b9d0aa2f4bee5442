// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ServerConnection.h"
#include "support/StrictState.h"

#include <QJsonObject>

#include <optional>

namespace portlight {

/// Reads a client's messages one after the other and finds fault with those that a real server would reject, or should
/// (RFC 6143, section 7.5; rfbproto).
class StrictMessages
{
public:
    StrictMessages(ServerConnection &connection, StrictState &state)
        : m_connection(connection)
        , m_state(state)
    {
    }

    /// The next message, with "message" and what is in it; nothing when the client has gone or has done wrong.
    [[nodiscard]] std::optional<QJsonObject> next();
    /// What it did wrong.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// Of the last message where it had some: a fence's payload, a clipboard's packed text.
    [[nodiscard]] const QByteArray &payload() const { return m_payload; }

private:
    using Message = std::optional<QJsonObject>;
    [[nodiscard]] Message pixelFormat();
    [[nodiscard]] Message encodings();
    [[nodiscard]] Message updateRequest();
    [[nodiscard]] Message key();
    [[nodiscard]] Message pointer();
    [[nodiscard]] Message cutText();
    [[nodiscard]] Message extendedCutText(qint64 size);
    [[nodiscard]] Message continuousUpdates();
    [[nodiscard]] Message fence();
    [[nodiscard]] Message power();
    [[nodiscard]] Message desktopSize();
    [[nodiscard]] Message scanCode();
    [[nodiscard]] Message wrong(const QString &problem);

    [[nodiscard]] quint8 u8() { return quint8(take(1).at(0)); }
    [[nodiscard]] quint16 u16();
    [[nodiscard]] quint32 u32();
    /// So many bytes; zeros when the client has gone.
    [[nodiscard]] QByteArray take(qsizetype count);

    ServerConnection &m_connection;
    StrictState &m_state;
    QString m_problem;
    QByteArray m_payload;
};

} // namespace portlight
