// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>

namespace portlight::rfb::testing {

/// A picture as xwd writes and xwud reads it (version 7, true colour, 32 bits).
struct XwdImage
{
    QSize size;
    QList<quint32> pixels; ///< 0xffRRGGBB

    /// Empty when it is not such a picture.
    [[nodiscard]] static XwdImage parse(const QByteArray &file);
    [[nodiscard]] QByteArray serialise() const;
    /// Solid areas, lines of two colours, a gradient, sixteen colours and noise: work for every sub-encoding.
    [[nodiscard]] static XwdImage variedPicture(QSize size);
};

} // namespace portlight::rfb::testing
