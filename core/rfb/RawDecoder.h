// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Decoder.h"
#include "rfb/DirectPiece.h"

#include <vector>

namespace portlight::rfb {

/// Rows of pixels (RFC 6143, section 7.7.1). Those in the framebuffer's own layout go there byte by byte as they come,
/// or past the decoder: pieces() says where, received() how many of them have.
class RawDecoder final : public Decoder
{
public:
    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

    /// Where the rest of the rectangle goes, at most so many pieces of it; only once decode() has asked for more and
    /// only where isDirect().
    void appendPieces(Framebuffer &framebuffer, std::vector<DirectPiece> &pieces, size_t most) const;
    /// So many bytes have been put there.
    [[nodiscard]] Status received(qsizetype count, Framebuffer &framebuffer);
    [[nodiscard]] static bool isDirect(const PixelConverter &pixels);

protected:
    void reset() override;

private:
    [[nodiscard]] qsizetype rowBytes() const { return qsizetype(rect().width()) * 4; }
    [[nodiscard]] DirectPiece restOfRow(Framebuffer &framebuffer, qsizetype done) const;

    int m_row = 0;
    qsizetype m_done = 0; ///< Bytes of the rectangle, in the framebuffer's own layout.
};

} // namespace portlight::rfb
