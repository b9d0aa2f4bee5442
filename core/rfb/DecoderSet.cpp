// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/DecoderSet.h"

#include "rfb/Encoding.h"

#include <algorithm>

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
    case Encoding::TightPng:
        return &m_tightPng;
    case Encoding::Jpeg:
        return &m_jpeg;
    case Encoding::Zrle:
        return &m_zrle;
    default:
        return nullptr;
    }
}

ZlibStream *DecoderSet::stream(Keyframe::Memory::Owner owner)
{
    using Owner = Keyframe::Memory::Owner;
    switch (owner) {
    case Owner::Tight0:
    case Owner::Tight1:
    case Owner::Tight2:
    case Owner::Tight3:
        return &m_tight.streams()[size_t(owner)];
    case Owner::Zlib:
        return &m_zlib.stream();
    case Owner::Zrle:
        return &m_zrle.stream();
    case Owner::Jpeg:
        break;
    }
    return nullptr;
}

std::optional<QList<Keyframe::Memory>> DecoderSet::memories()
{
    using Owner = Keyframe::Memory::Owner;
    QList<Keyframe::Memory> result;
    for (const Owner owner : {Owner::Tight0, Owner::Tight1, Owner::Tight2, Owner::Tight3, Owner::Zlib, Owner::Zrle}) {
        const ZlibStream *zlib = stream(owner);
        if (!zlib->isUsed())
            continue;
        const std::optional<QByteArray> dictionary = zlib->dictionary();
        if (!dictionary)
            return std::nullopt;
        result.append({owner, *dictionary});
    }
    const QByteArray tables = m_jpeg.tables().segments();
    if (!tables.isEmpty())
        result.append({Owner::Jpeg, tables});
    return result;
}

bool DecoderSet::restore(const QList<Keyframe::Memory> &memories)
{
    return std::all_of(memories.begin(), memories.end(), [this](const Keyframe::Memory &memory) {
        if (memory.owner == Keyframe::Memory::Owner::Jpeg)
            return m_jpeg.tables().restore(memory.bytes);
        ZlibStream *zlib = stream(memory.owner);
        return zlib != nullptr && zlib->restart(memory.bytes);
    });
}

} // namespace portlight::rfb
