// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"
#include "rfb/Framebuffer.h"
#include "rfb/PixelConverter.h"

#include <QRect>
#include <QString>

namespace portlight::rfb {

/// Reads rectangles of one encoding into the framebuffer, in pieces: decode() takes what is there, keeps its place, and
/// leaves incomplete units (a row, a tile, a subrectangle) in the reader; it is called again with those and more behind
/// them. It lives as long as the connection, as zlib streams run through all rectangles.
class Decoder
{
public:
    enum class Status { Done, NeedMore, Failed };

    virtual ~Decoder() = default;

    /// The next rectangle, which lies inside the framebuffer and may be empty.
    void begin(const QRect &rect);
    [[nodiscard]] virtual Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) = 0;

    /// Rows from the top that are final already; the whole rectangle is when it is Done.
    [[nodiscard]] int finishedRows() const { return m_finishedRows; }
    /// What was wrong, untranslated, e.g. "palette index 7 of 4".
    [[nodiscard]] const QString &error() const { return m_error; }

protected:
    virtual void reset() = 0;
    [[nodiscard]] const QRect &rect() const { return m_rect; }
    void setFinishedRows(int rows) { m_finishedRows = rows; }
    [[nodiscard]] Status fail(const QString &error);

private:
    QRect m_rect;
    int m_finishedRows = 0;
    QString m_error;
};

} // namespace portlight::rfb
