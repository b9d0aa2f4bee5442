// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/GuestCursor.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace portlight {

namespace {

constexpr double smallestScale = 0.75;
constexpr int dotSize = 5; // at 100 %

/// Qt takes a hotspot in whole logical pixels: the picture gets an empty rim at its left or top so that it falls on
/// one, or it would be off by a pixel at 125 %.
QCursor placed(QImage image, QPoint hotspot, qreal ratio)
{
    const QPoint logical(int(std::ceil(hotspot.x() / ratio)), int(std::ceil(hotspot.y() / ratio)));
    const QPoint rim(qRound(logical.x() * ratio) - hotspot.x(), qRound(logical.y() * ratio) - hotspot.y());
    if (!rim.isNull())
        image = image.copy(QRect(-rim, image.size() + QSize(rim.x(), rim.y())));
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(ratio);
    return QCursor(pixmap, logical.x(), logical.y());
}

bool isTransparent(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) != 0; }))
            return false;
    }
    return true;
}

} // namespace

bool GuestCursor::isHidden(const QImage &image)
{
    return image.isNull() || isTransparent(image.convertToFormat(QImage::Format_ARGB32_Premultiplied));
}

QCursor GuestCursor::make(const QImage &image, QPoint hotspot, double scale, qreal ratio)
{
    const double used = std::max(scale, smallestScale);
    const bool whole = used == std::floor(used);
    const QSize size = (QSizeF(image.size()) * used).toSize().expandedTo(QSize(1, 1));
    const QImage scaled =
        size == image.size()
            ? image
            : image.scaled(size, Qt::IgnoreAspectRatio, whole ? Qt::FastTransformation : Qt::SmoothTransformation);
    const QPoint spot(int(std::floor((hotspot.x() + 0.5) * used)), int(std::floor((hotspot.y() + 0.5) * used)));
    return placed(scaled.convertToFormat(QImage::Format_ARGB32_Premultiplied), spot, ratio);
}

QCursor GuestCursor::dot(qreal ratio)
{
    const int size = qRound(dotSize * ratio);
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white); // seen on every background: black with a white rim
    QPainter painter(&image);
    const int rim = std::max(1, qRound(ratio));
    painter.fillRect(image.rect().adjusted(rim, rim, -rim, -rim), Qt::black);
    painter.end();
    return placed(image, {size / 2, size / 2}, ratio);
}

} // namespace portlight
