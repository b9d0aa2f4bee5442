// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Framebuffer.h"

#include <algorithm>
#include <cstring>

namespace portlight::rfb {

bool Framebuffer::isAllowed(QSize size, const Limits &limits)
{
    return !size.isEmpty() && size.width() <= limits.maximumWidth && size.height() <= limits.maximumHeight &&
           qint64(size.width()) * size.height() * 4 <= limits.maximumFramebufferBytes;
}

bool Framebuffer::resize(QSize size)
{
    if (size.isEmpty())
        return false;
    // calloc: the kernel hands out zero pages, so a large framebuffer costs nothing until the server draws into it.
    std::unique_ptr<quint32[], Free> pixels(
        static_cast<quint32 *>(std::calloc(size_t(size.width()) * size_t(size.height()), sizeof(quint32))));
    if (!pixels)
        return false;
    const int rows = std::min(height(), size.height());
    const size_t rowBytes = size_t(std::min(width(), size.width())) * sizeof(quint32);
    for (int y = 0; y < rows && rowBytes > 0; ++y)
        std::memcpy(pixels.get() + qsizetype(y) * size.width(), row(y), rowBytes);
    m_pixels = std::move(pixels);
    m_size = size;
    return true;
}

void Framebuffer::fill(const QRect &rect, quint32 pixel)
{
    Q_ASSERT(rect.isEmpty() || bounds().contains(rect));
    for (int y = rect.top(); y < rect.top() + rect.height(); ++y)
        std::fill_n(row(y) + rect.left(), rect.width(), pixel);
}

void Framebuffer::copyRect(const QRect &target, QPoint source)
{
    Q_ASSERT(target.isEmpty() || (bounds().contains(target) && bounds().contains(QRect(source, target.size()))));
    const size_t rowBytes = size_t(target.width()) * sizeof(quint32);
    const bool upwards = source.y() < target.y(); // the rows still needed would be overwritten from the top
    for (int i = 0; i < target.height(); ++i) {
        const int y = upwards ? target.height() - 1 - i : i;
        std::memmove(row(target.y() + y) + target.x(), row(source.y() + y) + source.x(), rowBytes);
    }
}

} // namespace portlight::rfb
