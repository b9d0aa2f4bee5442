// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/StrictState.h"

#include <QImage>
#include <QRect>

namespace portlight {

/// Rectangles of a picture as a server sends them, header and all, in encodings that Debian's servers do not speak.
class StrictPictures
{
public:
    explicit StrictPictures(const StrictState &state)
        : m_state(state)
    {
    }

    /// In the encoding of that number; Raw where the client has not asked for it.
    [[nodiscard]] QByteArray rectangle(const QImage &image, const QRect &rect, qint32 encoding);

private:
    [[nodiscard]] QByteArray raw(const QImage &part) const;
    [[nodiscard]] QByteArray jpeg(const QImage &part);

    const StrictState &m_state;
    QByteArray m_lastTables; ///< Of the last JPEG rectangle: the next one leaves them out when they are the same.
};

} // namespace portlight
