// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/DecoderSet.h"

#include "rfb/Encoding.h"

namespace portlight::rfb {

Decoder *DecoderSet::find(qint32 encoding)
{
    switch (Encoding(encoding)) {
    case Encoding::Raw:
        return &m_raw;
    case Encoding::CopyRect:
        return &m_copyRect;
    case Encoding::Rre:
        return &m_rre;
    case Encoding::CoRre:
        return &m_coRre;
    case Encoding::Hextile:
        return &m_hextile;
    case Encoding::Zlib:
        return &m_zlib;
    case Encoding::Tight:
        return &m_tight;
    case Encoding::Zrle:
        return &m_zrle;
    default:
        return nullptr;
    }
}

} // namespace portlight::rfb
