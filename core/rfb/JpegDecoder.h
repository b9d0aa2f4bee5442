// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Decoder.h"
#include "rfb/JpegTables.h"

namespace portlight::rfb {

/// A JPEG picture, whose own markers say where it ends (rfbproto, "JPEG Encoding"). Tables it does not bring are those
/// of the pictures before it.
class JpegDecoder final : public Decoder
{
public:
    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

    /// For keyframes.
    [[nodiscard]] JpegTables &tables() { return m_tables; }

protected:
    void reset() override;

private:
    enum class Part { Start, Marker, Entropy, Finished };

    [[nodiscard]] Status findEnd(QByteArrayView picture);
    [[nodiscard]] Status readMarker(QByteArrayView picture);
    [[nodiscard]] Status skipEntropy(QByteArrayView picture);

    JpegTables m_tables;
    Part m_part = Part::Start;
    qsizetype m_scanned = 0; ///< Of the picture.
};

} // namespace portlight::rfb
