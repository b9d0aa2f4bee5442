// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/WebSocketReader.h"

#include "desktop/WebSocketFrame.h"

#include <QtEndian>

#include <algorithm>

namespace portlight {

namespace {

using namespace websocket;
using Piece = WebSocketReader::Piece;

constexpr qsizetype shortHeader = 2;
constexpr int noCode = 1005;

bool isControl(int opcode)
{
    return opcode >= closeFrame;
}

qsizetype headerSize(quint8 second)
{
    const int length = second & 0x7f;
    if (length == 126)
        return shortHeader + 2;
    return length == 127 ? shortHeader + 8 : shortHeader;
}

quint64 payloadSize(const QByteArray &header)
{
    switch (header.size() - shortHeader) {
    case 2:
        return qFromBigEndian<quint16>(header.constData() + shortHeader);
    case 8:
        return qFromBigEndian<quint64>(header.constData() + shortHeader);
    default:
        return quint8(header.at(1)) & 0x7f;
    }
}

void moveBytes(QByteArrayView &from, QByteArray &to, qsizetype upTo)
{
    const qsizetype count = std::min(from.size(), upTo - to.size());
    to.append(from.first(count));
    from = from.sliced(count);
}

} // namespace

std::optional<Piece> WebSocketReader::next(QByteArrayView &bytes)
{
    while (!bytes.isEmpty() || m_inFrame) {
        if (!m_inFrame) {
            if (!readHeader(bytes))
                return std::nullopt;
            if (!isAllowed())
                return Piece{Piece::Kind::Broken, {}, 0, {}};
            m_inFrame = true;
            m_left = payloadSize(m_header);
            if (!isControl(m_opcode) && m_opcode != continuation)
                m_message = m_opcode;
        }
        const bool wasControl = isControl(m_opcode);
        if (std::optional<Piece> piece = wasControl ? readControl(bytes) : readData(bytes))
            return piece;
        if (m_inFrame)
            return std::nullopt;
    }
    return std::nullopt;
}

/// True when all of it is there.
bool WebSocketReader::readHeader(QByteArrayView &bytes)
{
    if (m_header.size() < shortHeader)
        moveBytes(bytes, m_header, shortHeader);
    if (m_header.size() < shortHeader)
        return false;
    const qsizetype size = headerSize(quint8(m_header.at(1)));
    moveBytes(bytes, m_header, size);
    if (m_header.size() < size)
        return false;
    m_isLast = (m_header.at(0) & 0x80) != 0;
    m_opcode = m_header.at(0) & 0x0f;
    return true;
}

bool WebSocketReader::isAllowed() const
{
    const bool isReserved =
        (m_header.at(0) & 0x70) != 0 || (m_opcode > binaryFrame && m_opcode < closeFrame) || m_opcode > pongFrame;
    const bool isMasked = (m_header.at(1) & 0x80) != 0; // servers must not
    const quint64 size = payloadSize(m_header);
    if (isReserved || isMasked || size >> 63 != 0)
        return false;
    if (isControl(m_opcode))
        return m_isLast && size <= largestControl;
    return (m_opcode == continuation) == (m_message != 0);
}

std::optional<Piece> WebSocketReader::readData(QByteArrayView &bytes)
{
    const auto count = qsizetype(std::min<quint64>(m_left, quint64(bytes.size())));
    Piece piece;
    piece.kind = m_message == textFrame ? Piece::Kind::Text : Piece::Kind::Binary;
    piece.bytes = bytes.first(count).toByteArray();
    bytes = bytes.sliced(count);
    m_left -= quint64(count);
    if (m_left == 0) {
        m_inFrame = false;
        m_header.clear();
        if (m_isLast)
            m_message = 0;
    }
    if (piece.bytes.isEmpty())
        return std::nullopt;
    return piece;
}

std::optional<Piece> WebSocketReader::readControl(QByteArrayView &bytes)
{
    moveBytes(bytes, m_control, qsizetype(m_left));
    if (m_control.size() < qsizetype(m_left))
        return std::nullopt;
    const Piece piece = control();
    const bool isOfInterest = m_opcode != pongFrame;
    m_inFrame = false;
    m_header.clear();
    m_control.clear();
    if (!isOfInterest)
        return std::nullopt;
    return piece;
}

Piece WebSocketReader::control() const
{
    Piece piece;
    piece.bytes = m_control;
    if (m_opcode == pingFrame) {
        piece.kind = Piece::Kind::Ping;
    } else if (m_control.size() == 1) { // half a code
        piece.kind = Piece::Kind::Broken;
    } else {
        piece.kind = Piece::Kind::Close;
        piece.code = m_control.isEmpty() ? noCode : qFromBigEndian<quint16>(m_control.constData());
        piece.reason = QString::fromUtf8(m_control.mid(2));
    }
    return piece;
}

} // namespace portlight
