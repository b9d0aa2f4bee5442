// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <algorithm>
#include <cstdlib>

namespace portlight {

/// A copy of a framebuffer's rows without gaps.
[[nodiscard]] inline QImage imageOf(const QSize &size, const quint32 *pixels)
{
    return QImage(reinterpret_cast<const uchar *>(pixels), size.width(), size.height(), size.width() * 4,
                  QImage::Format_RGB32)
        .copy();
}

/// Of a component, the largest of all pixels; more than any for pictures of different sizes.
[[nodiscard]] inline int largestDifference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size() || one.isNull())
        return 256;
    int largest = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb left = one.pixel(x, y);
            const QRgb right = other.pixel(x, y);
            largest = std::max({largest, std::abs(qRed(left) - qRed(right)), std::abs(qGreen(left) - qGreen(right)),
                                std::abs(qBlue(left) - qBlue(right))});
        }
    }
    return largest;
}

/// Of a component, over all pixels; more than any for pictures of different sizes.
[[nodiscard]] inline double meanDifference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size() || one.isNull())
        return 256;
    qint64 sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb left = one.pixel(x, y);
            const QRgb right = other.pixel(x, y);
            sum += std::abs(qRed(left) - qRed(right)) + std::abs(qGreen(left) - qGreen(right)) +
                   std::abs(qBlue(left) - qBlue(right));
        }
    }
    return double(sum) / (3.0 * one.width() * one.height());
}

} // namespace portlight
