// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/PixelConverter.h"

namespace portlight::rfb {

namespace {

ComponentScale componentScale(quint16 max, quint8 shift)
{
    ComponentScale scale;
    scale.shift = shift;
    scale.max = max;
    for (quint32 value = 0; value <= max && value < scale.table.size(); ++value)
        scale.table[value] = quint8((value * 255U + max / 2U) / max);
    return scale;
}

} // namespace

PixelConverter::PixelConverter(const PixelFormat &format)
{
    setFormat(format);
}

void PixelConverter::setFormat(const PixelFormat &format)
{
    Q_ASSERT(format.isValid());
    m_format = format;
    m_native = format.isNative();
    m_scale = {};
    if (format.trueColour) {
        m_scale.red = componentScale(format.redMax, format.redShift);
        m_scale.green = componentScale(format.greenMax, format.greenShift);
        m_scale.blue = componentScale(format.blueMax, format.blueShift);
    }
    findCompactForm();
    fillTable();
}

void PixelConverter::findCompactForm()
{
    m_compact = false;
    m_tight = false;
    if (!m_format.trueColour || m_format.bitsPerPixel != 32)
        return; // and the shifts of a colour map's format may be anything
    const quint64 used = quint64(m_format.redMax) << m_format.redShift |
                         quint64(m_format.greenMax) << m_format.greenShift |
                         quint64(m_format.blueMax) << m_format.blueShift;
    const bool low = used < (quint64(1) << 24);
    const bool high = (used & 0xff) == 0;
    m_compact = m_format.depth <= 24 && (low || high);
    m_compactShift = low ? 0 : 8;
    m_tight = m_format.depth == 24 && m_format.redMax == 255 && m_format.greenMax == 255 && m_format.blueMax == 255;
}

void PixelConverter::fillTable()
{
    m_table.clear();
    if (m_format.bitsPerPixel == 32 && m_format.trueColour)
        return;
    m_table.assign(m_format.bitsPerPixel == 8 ? 256 : 65536, opaque);
    if (!m_format.trueColour)
        return;
    for (quint32 value = 0; value < m_table.size(); ++value) {
        uchar bytes[2];
        qToUnaligned(quint16(value), bytes);
        m_table[value] = m_scale.colour(m_format.bitsPerPixel == 8 ? value : load(bytes));
    }
}

/// 16-bit pixels are looked up as they stand in memory.
size_t PixelConverter::tableIndex(quint16 index) const
{
    if (m_format.bitsPerPixel != 16)
        return index;
    uchar bytes[2];
    if (m_format.bigEndian)
        qToBigEndian(index, bytes);
    else
        qToLittleEndian(index, bytes);
    return qFromUnaligned<quint16>(bytes);
}

QList<quint32> PixelConverter::colours() const
{
    QList<quint32> result;
    if (m_format.trueColour)
        return result;
    for (size_t i = 0; i < m_table.size(); ++i)
        result.append(m_table[tableIndex(quint16(i))] & 0xffffff);
    return result;
}

void PixelConverter::setColour(quint16 index, quint16 red, quint16 green, quint16 blue)
{
    if (m_format.trueColour)
        return;
    const size_t at = tableIndex(index);
    if (at < m_table.size())
        m_table[at] = opaque | quint32(red >> 8) << 16 | quint32(green >> 8) << 8 | quint32(blue >> 8);
}

quint32 PixelConverter::load(const uchar *bytes) const
{
    switch (m_format.bitsPerPixel) {
    case 8:
        return *bytes;
    case 16:
        return m_format.bigEndian ? qFromBigEndian<quint16>(bytes) : qFromLittleEndian<quint16>(bytes);
    default:
        return m_format.bigEndian ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes);
    }
}

} // namespace portlight::rfb
