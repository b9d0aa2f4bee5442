// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/CopyRectDecoder.h"
#include "rfb/HextileDecoder.h"
#include "rfb/RawDecoder.h"
#include "rfb/RreDecoder.h"
#include "rfb/TightDecoder.h"
#include "rfb/ZlibDecoder.h"
#include "rfb/ZrleDecoder.h"

namespace portlight::rfb {

/// The decoders of one connection. A new encoding gets its line in find().
class DecoderSet
{
public:
    /// Null for pseudo-encodings and unknown ones.
    [[nodiscard]] Decoder *find(qint32 encoding);
    [[nodiscard]] const CopyRectDecoder &copyRect() const { return m_copyRect; }

private:
    RawDecoder m_raw;
    CopyRectDecoder m_copyRect;
    RreDecoder m_rre{RreDecoder::Form::Rre};
    RreDecoder m_coRre{RreDecoder::Form::CoRre};
    HextileDecoder m_hextile;
    ZlibDecoder m_zlib;
    TightDecoder m_tight;
    ZrleDecoder m_zrle;
};

} // namespace portlight::rfb
