// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/UpdateReader.h"

#include <QByteArray>

namespace portlight::rfb {

/// The server's messages after the handshake (RFC 6143, section 7.6).
class MessageReader
{
public:
    explicit MessageReader(ClientContext &context)
        : m_context(context)
        , m_update(context)
    {
    }

    /// Reads the next part of a message; the state must be Running.
    [[nodiscard]] Step step(ByteReader &in);

    /// One message is over and the next has not begun.
    [[nodiscard]] bool isBetweenMessages() const { return m_part == Part::Type; }
    /// In the middle of a clipboard text.
    [[nodiscard]] bool isInCutText() const { return m_part == Part::CutText; }
    /// As in UpdateReader.
    void appendDirectPieces(std::vector<DirectPiece> &pieces, size_t most)
    {
        if (m_part == Part::Update)
            m_update.appendDirectPieces(pieces, most);
    }
    void directReceived(qsizetype count) { m_update.directReceived(count); }
    bool settle() { return m_update.settle(); }
    [[nodiscard]] DecoderSet &decoders() { return m_update.decoders(); }

private:
    enum class Part { Type, Update, Colours, CutText };

    [[nodiscard]] Step readType(ByteReader &in);
    [[nodiscard]] Step readColourMapHeader(ByteReader &in);
    [[nodiscard]] Step readColours(ByteReader &in);
    [[nodiscard]] Step readCutTextHeader(ByteReader &in);
    [[nodiscard]] Step readCutText(ByteReader &in);
    [[nodiscard]] Step readFence(ByteReader &in);
    [[nodiscard]] Step readXvp(ByteReader &in);
    void takeLatin1(const QByteArray &text);
    void takeExtended(const QByteArray &content);

    ClientContext &m_context;
    UpdateReader m_update;
    Part m_part = Part::Type;
    quint16 m_colour = 0;
    int m_coloursLeft = 0;
    QByteArray m_cutText;
    quint32 m_cutTextLeft = 0;
    quint32 m_cutTextSize = 0;
    quint32 m_cutTextKept = 0; ///< So much of it is of interest.
    bool m_isExtended = false;
};

} // namespace portlight::rfb
