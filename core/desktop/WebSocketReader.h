// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace portlight {

/// A server's WebSocket frames (RFC 6455, section 5), in any pieces: what is in messages is handed on as it comes, so
/// that neither a long frame nor a message that never ends takes memory. Pure.
class WebSocketReader
{
public:
    struct Piece
    {
        enum class Kind {
            Binary, ///< Bytes of a binary message, some or all.
            Text,   ///< Of a text message.
            Ping,   ///< To be answered with a pong of the same bytes.
            Close,  ///< The last one.
            Broken, ///< The protocol; the last one.
        };
        Kind kind = Kind::Binary;
        QByteArray bytes;
        int code = 0;   ///< Close: RFC 6455, section 7.4; 1005 when there is none in the frame.
        QString reason; ///< Close only.
    };

    /// Takes what it can use from the front of `bytes`; nothing when it needs more.
    [[nodiscard]] std::optional<Piece> next(QByteArrayView &bytes);

private:
    [[nodiscard]] bool readHeader(QByteArrayView &bytes);
    [[nodiscard]] bool isAllowed() const;
    [[nodiscard]] std::optional<Piece> readData(QByteArrayView &bytes);
    [[nodiscard]] std::optional<Piece> readControl(QByteArrayView &bytes);
    [[nodiscard]] Piece control() const;

    QByteArray m_header;
    bool m_inFrame = false;
    bool m_isLast = false; ///< The frame ends its message.
    int m_opcode = 0;      ///< Of the frame.
    int m_message = 0;     ///< Opcode of the message that is under way; 0: none.
    quint64 m_left = 0;    ///< Of the frame.
    QByteArray m_control;
};

} // namespace portlight
