// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/JpegDecoder.h"

#include "rfb/JpegImage.h"

#include <cstring>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

// ITU-T T.81, table B.1.
constexpr uchar startOfImage = 0xd8;
constexpr uchar endOfImage = 0xd9;
constexpr uchar startOfScan = 0xda;
constexpr uchar quantisationTables = 0xdb;
constexpr uchar huffmanTables = 0xc4;
constexpr uchar firstRestart = 0xd0;
constexpr uchar lastRestart = 0xd7;
constexpr uchar temporary = 0x01;

constexpr qsizetype startSize = 2; // of startOfImage and its 0xff

/// Noise at the best quality takes less; what goes on beyond is no picture of this size.
qsizetype largestPicture(const QRect &rect)
{
    return qsizetype(rect.width()) * rect.height() * 8 + 256 * 1024;
}

uchar byteAt(QByteArrayView bytes, qsizetype at)
{
    return uchar(bytes.at(at));
}

} // namespace

void JpegDecoder::reset()
{
    m_part = Part::Start;
    m_scanned = 0;
}

Decoder::Status JpegDecoder::decode(ByteReader &in, const PixelConverter & /*pixels*/, Framebuffer &framebuffer)
{
    const QByteArrayView picture(in.data(), in.available());
    const Status end = findEnd(picture);
    if (end != Status::Failed && m_scanned > largestPicture(rect()))
        return fail(u"a JPEG picture of more than %1 bytes"_s.arg(largestPicture(rect())));
    if (end != Status::Done)
        return end;
    in.skip(m_scanned);
    if (rect().isEmpty())
        return Status::Done;
    // The tables of this picture are among them: those it repeats count, as they come later.
    QByteArray whole = picture.first(startSize).toByteArray();
    whole += m_tables.segments();
    whole += picture.first(m_scanned).sliced(startSize);
    const QString problem =
        decodeJpeg(reinterpret_cast<const uchar *>(whole.constData()), whole.size(), rect(), framebuffer);
    return problem.isEmpty() ? Status::Done : fail(problem);
}

/// Goes on where it stopped; Done with m_scanned behind the picture.
Decoder::Status JpegDecoder::findEnd(QByteArrayView picture)
{
    Status status = Status::Done;
    while (status == Status::Done && m_part != Part::Finished && m_scanned <= largestPicture(rect()))
        status = m_part == Part::Entropy ? skipEntropy(picture) : readMarker(picture);
    return m_part == Part::Finished || status == Status::Failed ? status : Status::NeedMore;
}

Decoder::Status JpegDecoder::readMarker(QByteArrayView picture)
{
    if (picture.size() < m_scanned + 2)
        return Status::NeedMore;
    const uchar marker = byteAt(picture, m_scanned + 1);
    if (byteAt(picture, m_scanned) != 0xff || (m_part == Part::Start) != (marker == startOfImage))
        return fail(u"no JPEG marker at byte %1"_s.arg(m_scanned));
    if (marker == 0xff) { // a fill byte
        ++m_scanned;
        return Status::Done;
    }
    if (marker == startOfImage || marker == endOfImage || marker == temporary) {
        m_scanned += 2;
        m_part = marker == endOfImage ? Part::Finished : Part::Marker;
        return Status::Done;
    }
    if (picture.size() < m_scanned + 4)
        return Status::NeedMore;
    const qsizetype length = qFromBigEndian<quint16>(picture.data() + m_scanned + 2);
    if (length < 2)
        return fail(u"a JPEG segment of %1 bytes"_s.arg(length));
    if (picture.size() < m_scanned + 2 + length)
        return Status::NeedMore;
    const QByteArrayView content = picture.sliced(m_scanned + 4, length - 2);
    if ((marker == quantisationTables && !m_tables.addQuantisation(content)) ||
        (marker == huffmanTables && !m_tables.addHuffman(content)))
        return fail(u"broken JPEG tables"_s);
    m_scanned += 2 + length;
    m_part = marker == startOfScan ? Part::Entropy : Part::Marker;
    return Status::Done;
}

/// Up to the next marker that is neither a stuffed zero nor a restart.
Decoder::Status JpegDecoder::skipEntropy(QByteArrayView picture)
{
    while (m_scanned < picture.size()) {
        const auto *const found = static_cast<const char *>(
            std::memchr(picture.data() + m_scanned, 0xff, size_t(picture.size() - m_scanned)));
        if (found == nullptr) {
            m_scanned = picture.size();
            break;
        }
        m_scanned = found - picture.data();
        if (m_scanned + 1 == picture.size())
            break;
        const uchar next = byteAt(picture, m_scanned + 1);
        if (next != 0 && (next < firstRestart || next > lastRestart)) {
            m_part = Part::Marker;
            return Status::Done;
        }
        m_scanned += 2;
    }
    return Status::NeedMore;
}

} // namespace portlight::rfb
