// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/ClientContext.h"
#include "rfb/DecoderSet.h"
#include "rfb/TightJobs.h"

#include <QRect>
#include <QSet>

#include <memory>

namespace portlight::rfb {

/// The rectangles of one FramebufferUpdate after the other (RFC 6143, section 7.6.1), pseudo-encodings included.
class UpdateReader
{
public:
    explicit UpdateReader(ClientContext &context)
        : m_context(context)
    {
        if (context.settings.decodeThreads > 0)
            m_tightJobs = std::make_unique<TightJobs>(m_decoders.tight(), context.settings);
    }

    /// The message's header is read; so many rectangles follow, 65535 meaning "until LastRect".
    void begin(quint16 rectangles);
    [[nodiscard]] Step step(ByteReader &in);
    [[nodiscard]] bool isFinished() const { return m_finished; }
    /// Waits for rectangles that are decoded in other threads, and tells of them; false after a failure. Nobody else
    /// may look at the framebuffer before.
    bool settle();
    /// Where the next bytes may be put instead of being read from a ByteReader, at most so many pieces; none where that
    /// is not possible.
    void appendDirectPieces(std::vector<DirectPiece> &pieces, size_t most);
    /// So many bytes were put there, not 0.
    void directReceived(qsizetype count);
    /// Not while a rectangle is being read.
    [[nodiscard]] DecoderSet &decoders() { return m_decoders; }

private:
    [[nodiscard]] Step readHeader(ByteReader &in);
    [[nodiscard]] Step beginPixels();
    [[nodiscard]] Step readPixels(ByteReader &in);
    [[nodiscard]] Step pixelsRead(Decoder::Status status);
    [[nodiscard]] Step readPseudo(ByteReader &in);
    [[nodiscard]] Step readExtendedDesktopSize(ByteReader &in);
    [[nodiscard]] Step readCursor(ByteReader &in);
    [[nodiscard]] Step readDesktopName(ByteReader &in);
    [[nodiscard]] Step abilityShown(bool ServerAbilities::*ability);
    [[nodiscard]] Step readLeds(ByteReader &in, int size);

    [[nodiscard]] Step offerToThreads(ByteReader &in);
    void tellDecoded(const QRect &rect);
    void tellEncoding();
    void tellRows(int rows);
    void changeSize(QSize size);
    [[nodiscard]] Step rectangleFinished();
    [[nodiscard]] Step updateFinished();
    [[nodiscard]] Step malformed(const QString &what);

    ClientContext &m_context;
    DecoderSet m_decoders;
    std::unique_ptr<TightJobs> m_tightJobs; ///< Null: everything is decoded here.
    Decoder *m_decoder = nullptr;           ///< Of the rectangle being read; null for pseudo-encodings.
    bool m_finished = true;
    bool m_inRectangle = false;
    bool m_isOffered = false; ///< The rectangle may still be taken by other threads.
    int m_rectanglesLeft = 0;
    bool m_endsWithLastRect = false;
    int m_x = 0; ///< Not always a position: pseudo-encodings use the rectangle's fields as they like.
    int m_y = 0;
    int m_width = 0;
    int m_height = 0;
    qint32 m_encoding = 0;
    QSet<qint32> m_encodingsTold;
    int m_rowsTold = 0;
    bool m_needsWholePicture = false; ///< The size changed, and the server may not send everything by itself.
    quint32 m_nameBytesLeft = 0;
    bool m_hasNameLength = false;
    QByteArray m_name;
};

} // namespace portlight::rfb
