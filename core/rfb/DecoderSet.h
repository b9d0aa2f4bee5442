// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/CopyRectDecoder.h"
#include "rfb/HextileDecoder.h"
#include "rfb/JpegDecoder.h"
#include "rfb/Keyframe.h"
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
    [[nodiscard]] RawDecoder &raw() { return m_raw; }
    [[nodiscard]] TightDecoder &tight() { return m_tight; }

    /// What the decoders carry from one rectangle to the next; nothing when it cannot be taken up from here.
    [[nodiscard]] std::optional<QList<Keyframe::Memory>> memories();
    /// Goes on with it; false when it is of no use.
    [[nodiscard]] bool restore(const QList<Keyframe::Memory> &memories);

private:
    [[nodiscard]] ZlibStream *stream(Keyframe::Memory::Owner owner);

    RawDecoder m_raw;
    CopyRectDecoder m_copyRect;
    RreDecoder m_rre{RreDecoder::Form::Rre};
    RreDecoder m_coRre{RreDecoder::Form::CoRre};
    HextileDecoder m_hextile;
    ZlibDecoder m_zlib;
    TightDecoder m_tight{TightDecoder::Form::Tight};
    TightDecoder m_tightPng{TightDecoder::Form::TightPng};
    JpegDecoder m_jpeg;
    ZrleDecoder m_zrle;
};

} // namespace portlight::rfb
