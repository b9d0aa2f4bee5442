// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Encoding.h"

#include <QByteArray>
#include <QSize>

#include <optional>

namespace portlight {

/// What a real server said after ServerInit, in the framebuffer's own pixel format, up to the end of an update.
struct RecordedSession
{
    QSize size;
    QByteArray bytes;
    double megapixels = 0; ///< Of all rectangles.
    int updates = 0;

    struct Wish
    {
        QList<rfb::Encoding> encodings;
        std::optional<int> qualityLevel;
        double megapixels = 60;
    };

    /// Asks for changes until there are so many megapixels, or for 8 seconds. Empty bytes: it did not work.
    [[nodiscard]] static RecordedSession record(quint16 port, const Wish &wish);

    [[nodiscard]] bool save(const QString &path) const;
    [[nodiscard]] static RecordedSession load(const QString &path);
};

} // namespace portlight
