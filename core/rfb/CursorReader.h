// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/Cursor.h"
#include "rfb/Decoder.h"
#include "rfb/Encoding.h"
#include "rfb/PixelConverter.h"

namespace portlight::rfb {

/// Reads a cursor's shape in one of the pseudo-encodings there are for it: Cursor (RFC 6143, section 7.8.1), X Cursor,
/// Cursor With Alpha and VMware Cursor (rfbproto, the sections of these names).
class CursorReader
{
public:
    CursorReader(Encoding encoding, QSize size, const PixelConverter &pixels)
        : m_encoding(encoding)
        , m_size(size)
        , m_pixels(pixels)
    {
    }

    /// Takes all of it or, when something is missing, nothing.
    [[nodiscard]] Decoder::Status read(ByteReader &in);
    /// The hotspot stays at the corner.
    [[nodiscard]] const Cursor &cursor() const { return m_cursor; }
    /// As Decoder::error().
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    [[nodiscard]] qsizetype count() const { return qsizetype(m_size.width()) * m_size.height(); }
    [[nodiscard]] qsizetype maskStride() const { return (m_size.width() + 7) / 8; }
    [[nodiscard]] bool isSet(const uchar *mask, int x, int y) const;
    [[nodiscard]] Decoder::Status fail(const QString &error);
    [[nodiscard]] Decoder::Status readColours(ByteReader &in);
    [[nodiscard]] Decoder::Status readTwoColours(ByteReader &in);
    [[nodiscard]] Decoder::Status readAlpha(ByteReader &in);
    [[nodiscard]] Decoder::Status readVmware(ByteReader &in);
    void readRgba(const uchar *bytes, bool premultiplied);
    void readMasks(const uchar *bytes);

    const Encoding m_encoding;
    const QSize m_size;
    const PixelConverter &m_pixels;
    Cursor m_cursor;
    QString m_error;
};

} // namespace portlight::rfb
