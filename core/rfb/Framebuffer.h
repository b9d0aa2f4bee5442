// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Limits.h"

#include <QPoint>
#include <QRect>
#include <QSize>

#include <cstdlib>
#include <memory>

namespace portlight::rfb {

/// The picture of the desktop: rows from top to bottom, pixels of 32 bits 0xffRRGGBB in the machine's byte order, which
/// is what QImage::Format_RGB32 expects (`QImage(fb.bytes(), fb.width(), fb.height(), fb.stride(), ...)` takes no
/// copy). Pixels the server has not sent yet are 0. Not thread-safe; lives in its client's thread. Rectangles given to
/// fill() and copyRect() must lie within bounds().
class Framebuffer
{
public:
    Framebuffer() = default;

    /// Whether a framebuffer of this size keeps the limits; an empty one never does.
    [[nodiscard]] static bool isAllowed(QSize size, const Limits &limits);

    /// Makes room for another size and keeps what both sizes share. False when there is no memory (unchanged then).
    [[nodiscard]] bool resize(QSize size);

    [[nodiscard]] int width() const { return m_size.width(); }
    [[nodiscard]] int height() const { return m_size.height(); }
    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] QRect bounds() const { return QRect(QPoint(0, 0), m_size); }
    [[nodiscard]] bool isEmpty() const { return m_size.isEmpty(); }

    /// Bytes from one row to the next: 4 * width().
    [[nodiscard]] int stride() const { return m_size.width() * 4; }

    /// First pixel of a row; null when empty.
    [[nodiscard]] quint32 *row(int y) { return m_pixels.get() + offset(y); }
    [[nodiscard]] const quint32 *row(int y) const { return m_pixels.get() + offset(y); }
    [[nodiscard]] quint32 pixel(int x, int y) const { return row(y)[x]; }
    /// All rows as bytes, stride() * height() of them.
    [[nodiscard]] const uchar *bytes() const { return reinterpret_cast<const uchar *>(m_pixels.get()); }

    void fill(const QRect &rect, quint32 pixel);
    /// Copies the rectangle at `source` over `target`; they may overlap (RFC 6143, section 7.7.2).
    void copyRect(const QRect &target, QPoint source);

private:
    struct Free
    {
        void operator()(quint32 *pixels) const { std::free(pixels); }
    };

    [[nodiscard]] qsizetype offset(int y) const { return qsizetype(y) * m_size.width(); }

    std::unique_ptr<quint32[], Free> m_pixels;
    QSize m_size = QSize(0, 0);
};

} // namespace portlight::rfb
