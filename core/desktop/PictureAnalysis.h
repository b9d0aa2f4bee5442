// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>
#include <QtGlobal>

namespace portlight {

/// Pixels that somebody else owns: 32 bits each, 0x..RRGGBB (the upper 8 bits are ignored).
struct PixelView
{
    const quint32 *pixels = nullptr;
    int width = 0;
    int height = 0;
    qsizetype stride = 0; ///< Pixels from one row to the next.

    [[nodiscard]] quint32 at(int x, int y) const { return pixels[y * stride + x] & 0xffffffU; }
    /// `image` must be Format_RGB32 or Format_ARGB32 and outlive the view.
    [[nodiscard]] static PixelView of(const QImage &image);
};

/// What a complete picture shows. Drawn windows are never rejected, however few colours they have.
struct PictureFinding
{
    enum class Kind {
        Desktop,   ///< Something is drawn.
        Blank,     ///< One colour, at most with a pointer on it ("picture.blank").
        NoSession, ///< The bare X root pattern, at most with a pointer on it ("picture.no-session").
        TooSmall,  ///< Below 640x480 ("picture.too-small").
    };
    Kind kind = Kind::Desktop;
    QSize size;
    int distinctColors = 0; ///< Exact up to 65,536, then that number.

    [[nodiscard]] bool isDesktop() const { return kind == Kind::Desktop; }
    /// The failure id; empty for a desktop.
    [[nodiscard]] QString failureId() const;
};

/// Looks at a complete picture. Pure; under 20 ms at 3840x2160 in a release build.
[[nodiscard]] PictureFinding analysePicture(const PixelView &view);

} // namespace portlight
