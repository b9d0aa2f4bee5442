// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/JpegTables.h"

#include <QtEndian>

namespace portlight::rfb {

namespace {

constexpr uchar quantisationMarker = 0xdb;
constexpr uchar huffmanMarker = 0xc4;
constexpr qsizetype quantisationValues = 64;
constexpr qsizetype huffmanCounts = 16;
constexpr qsizetype mostHuffmanValues = 256;

uchar byteAt(QByteArrayView bytes, qsizetype at)
{
    return uchar(bytes.at(at));
}

void appendSegment(QByteArray &to, uchar marker, const QByteArray &table)
{
    if (table.isEmpty())
        return;
    const quint16 length = quint16(table.size() + 2);
    to += char(0xff);
    to += char(marker);
    to += char(length >> 8);
    to += char(length & 0xff);
    to += table;
}

} // namespace

bool JpegTables::addQuantisation(QByteArrayView content)
{
    while (!content.isEmpty()) {
        const int precision = byteAt(content, 0) >> 4;
        const size_t number = byteAt(content, 0) & 15;
        const qsizetype size = 1 + quantisationValues * (precision + 1);
        if (precision > 1 || number >= m_quantisation.size() || content.size() < size)
            return false;
        m_quantisation[number] = content.first(size).toByteArray();
        content = content.sliced(size);
    }
    return true;
}

bool JpegTables::addHuffman(QByteArrayView content)
{
    while (!content.isEmpty()) {
        const size_t kind = byteAt(content, 0) >> 4;
        const size_t number = byteAt(content, 0) & 15;
        if (kind > 1 || number > 3 || content.size() < 1 + huffmanCounts)
            return false;
        qsizetype values = 0;
        for (qsizetype i = 1; i <= huffmanCounts; ++i)
            values += byteAt(content, i);
        const qsizetype size = 1 + huffmanCounts + values;
        if (values > mostHuffmanValues || content.size() < size)
            return false;
        m_huffman[kind * 4 + number] = content.first(size).toByteArray();
        content = content.sliced(size);
    }
    return true;
}

QByteArray JpegTables::segments() const
{
    QByteArray bytes;
    for (const QByteArray &table : m_quantisation)
        appendSegment(bytes, quantisationMarker, table);
    for (const QByteArray &table : m_huffman)
        appendSegment(bytes, huffmanMarker, table);
    return bytes;
}

bool JpegTables::restore(QByteArrayView segments)
{
    *this = {};
    while (segments.size() >= 4) {
        const qsizetype length = qFromBigEndian<quint16>(segments.data() + 2);
        if (byteAt(segments, 0) != 0xff || length < 2 || segments.size() < 2 + length)
            return false;
        const QByteArrayView content = segments.sliced(4, length - 2);
        const uchar marker = byteAt(segments, 1);
        const bool known =
            marker == quantisationMarker ? addQuantisation(content) : marker == huffmanMarker && addHuffman(content);
        if (!known)
            return false;
        segments = segments.sliced(2 + length);
    }
    return segments.isEmpty();
}

} // namespace portlight::rfb
