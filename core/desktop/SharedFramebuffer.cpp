// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SharedFramebuffer.h"

#include "rfb/Framebuffer.h"

namespace portlight {

SharedFramebuffer::SharedFramebuffer() = default;
SharedFramebuffer::~SharedFramebuffer() = default;

SharedFramebuffer::Reader SharedFramebuffer::read() const
{
    std::unique_lock lock(m_mutex);
    return {std::move(lock), view()};
}

QImage SharedFramebuffer::copy() const
{
    const std::unique_lock lock(m_mutex);
    return view().copy();
}

void SharedFramebuffer::setSource(const rfb::Framebuffer *source)
{
    m_source = source;
}

QImage SharedFramebuffer::view() const
{
    if (m_source == nullptr || m_source->isEmpty())
        return {};
    return {m_source->bytes(), m_source->width(), m_source->height(), m_source->stride(), QImage::Format_RGB32};
}

} // namespace portlight
