// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMutex>

#include <memory>
#include <mutex>

namespace portlight {

namespace rfb {
class Framebuffer;
}

/// The desktop's pixels, decoded by the session's thread and painted by another without a copy in between. Whoever
/// paints holds a Reader while drawing the dirty rectangles, and not longer.
class SharedFramebuffer
{
public:
    SharedFramebuffer();
    ~SharedFramebuffer();
    SharedFramebuffer(const SharedFramebuffer &) = delete;
    SharedFramebuffer &operator=(const SharedFramebuffer &) = delete;

    /// Keeps the pixels still. Not for more than one paint; the session waits meanwhile.
    class Reader
    {
    public:
        /// Format_RGB32, a view on the pixels: valid only as long as this Reader lives. Null before the first size.
        [[nodiscard]] const QImage &image() const { return m_image; }

    private:
        friend class SharedFramebuffer;
        Reader(std::unique_lock<QMutex> lock, QImage image)
            : m_lock(std::move(lock))
            , m_image(std::move(image))
        {
        }
        std::unique_lock<QMutex> m_lock;
        QImage m_image;
    };
    /// Any thread.
    [[nodiscard]] Reader read() const;
    /// A deep copy, for screenshots. Any thread.
    [[nodiscard]] QImage copy() const;

    /// Any thread. The session holds it while it decodes.
    [[nodiscard]] QMutex &mutex() const { return m_mutex; }
    /// The decoders' side; only with the mutex held.
    void setSource(const rfb::Framebuffer *source);

private:
    [[nodiscard]] QImage view() const;

    mutable QMutex m_mutex;
    const rfb::Framebuffer *m_source = nullptr;
};

using SharedFramebufferPointer = std::shared_ptr<SharedFramebuffer>;

} // namespace portlight
