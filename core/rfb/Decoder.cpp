// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Decoder.h"

namespace portlight::rfb {

void Decoder::begin(const QRect &rect)
{
    m_rect = rect;
    m_finishedRows = 0;
    reset();
}

Decoder::Status Decoder::fail(const QString &error)
{
    m_error = error;
    return Status::Failed;
}

} // namespace portlight::rfb
