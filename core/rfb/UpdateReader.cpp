// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/UpdateReader.h"

#include "rfb/CursorReader.h"

#include <algorithm>
#include <utility>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 untilLastRect = 0xffff;
constexpr int rectangleHeaderSize = 12;
constexpr int screenSize = 16;

QString badRectangle(qint32 encoding, int x, int y, int width, int height, const QString &what)
{
    return u"%1 rectangle %2x%3 at %4,%5: %6"_s.arg(encodingName(encoding))
        .arg(width)
        .arg(height)
        .arg(x)
        .arg(y)
        .arg(what);
}

} // namespace

void UpdateReader::begin(quint16 rectangles)
{
    m_finished = false;
    m_inRectangle = false;
    m_rectanglesLeft = rectangles;
    m_endsWithLastRect = rectangles == untilLastRect;
}

Step UpdateReader::step(ByteReader &in)
{
    if (!m_inRectangle)
        return !m_endsWithLastRect && m_rectanglesLeft == 0 ? updateFinished() : readHeader(in);
    if (m_isOffered)
        return offerToThreads(in);
    if (m_decoder)
        return readPixels(in);
    return settle() ? readPseudo(in) : Step::Wait;
}

Step UpdateReader::malformed(const QString &what)
{
    if (settle()) // what came before may be wrong too
        m_context.malformed(badRectangle(m_encoding, m_x, m_y, m_width, m_height, what));
    return Step::Wait;
}

bool UpdateReader::settle()
{
    if (!m_tightJobs)
        return !m_context.isOver();
    const qint32 tight = qint32(Encoding::Tight);
    for (const auto &[rect, error] : m_tightJobs->settle()) {
        if (m_context.isOver())
            break;
        if (error.isEmpty())
            tellDecoded(rect);
        else
            m_context.malformed(badRectangle(tight, rect.x(), rect.y(), rect.width(), rect.height(), error));
    }
    return !m_context.isOver();
}

void UpdateReader::tellDecoded(const QRect &rect)
{
    m_context.coverage.add(rect);
    m_context.observer.rectangleUpdated(rect);
    if (!m_context.isOver())
        m_context.observer.rectangleDecoded(Encoding::Tight, rect.size());
}

Step UpdateReader::offerToThreads(ByteReader &in)
{
    const QRect rect(m_x, m_y, m_width, m_height);
    switch (m_tightJobs->offer(in, rect, m_context.pixels, m_context.framebuffer)) {
    case TightJobs::Answer::NeedMore:
        return Step::Wait;
    case TightJobs::Answer::NotOurs:
        m_isOffered = false;
        return settle() ? Step::Continue : Step::Wait;
    case TightJobs::Answer::Taken:
        break;
    }
    m_isOffered = false;
    if (m_tightJobs->isFull() && !settle())
        return Step::Wait;
    return rectangleFinished();
}

Step UpdateReader::readHeader(ByteReader &in)
{
    if (!in.has(rectangleHeaderSize))
        return Step::Wait;
    m_x = in.u16();
    m_y = in.u16();
    m_width = in.u16();
    m_height = in.u16();
    m_encoding = in.s32();
    m_inRectangle = true;
    m_decoder = m_decoders.find(m_encoding);
    return m_decoder ? beginPixels() : Step::Continue;
}

Step UpdateReader::beginPixels()
{
    const Framebuffer &framebuffer = m_context.framebuffer;
    if (m_x + m_width > framebuffer.width() || m_y + m_height > framebuffer.height())
        return malformed(u"outside the framebuffer of %1x%2"_s.arg(framebuffer.width()).arg(framebuffer.height()));
    m_isOffered = m_tightJobs && m_encoding == qint32(Encoding::Tight);
    if (!m_isOffered && !settle())
        return Step::Wait;
    m_rowsTold = 0;
    tellEncoding();
    m_decoder->begin(QRect(m_x, m_y, m_width, m_height));
    return Step::Continue;
}

Step UpdateReader::readPixels(ByteReader &in)
{
    return pixelsRead(m_decoder->decode(in, m_context.pixels, m_context.framebuffer));
}

void UpdateReader::appendDirectPieces(std::vector<DirectPiece> &pieces, size_t most)
{
    if (!m_finished && m_inRectangle && m_decoder == &m_decoders.raw() && RawDecoder::isDirect(m_context.pixels))
        m_decoders.raw().appendPieces(m_context.framebuffer, pieces, most);
}

void UpdateReader::directReceived(qsizetype count)
{
    static_cast<void>(pixelsRead(m_decoders.raw().received(count, m_context.framebuffer)));
}

Step UpdateReader::pixelsRead(Decoder::Status status)
{
    if (status != Decoder::Status::Done) {
        tellRows(m_decoder->finishedRows());
        return status == Decoder::Status::Failed ? malformed(m_decoder->error()) : Step::Wait;
    }
    tellRows(m_height);
    if (!m_context.isOver())
        m_context.observer.rectangleDecoded(Encoding(m_encoding), QSize(m_width, m_height));
    return rectangleFinished();
}

void UpdateReader::tellEncoding()
{
    if (m_encodingsTold.contains(m_encoding))
        return;
    m_encodingsTold.insert(m_encoding);
    m_context.observer.encodingUsed(Encoding(m_encoding));
}

/// What has become final since the last time is worth painting.
void UpdateReader::tellRows(int rows)
{
    if (rows == m_rowsTold || m_width == 0)
        return;
    const QRect changed(m_x, m_y + m_rowsTold, m_width, rows - m_rowsTold);
    if (m_encoding == qint32(Encoding::CopyRect))
        m_context.coverage.copy(changed, m_decoders.copyRect().source());
    else
        m_context.coverage.add(changed);
    m_rowsTold = rows;
    m_context.observer.rectangleUpdated(changed);
}

Step UpdateReader::rectangleFinished()
{
    m_inRectangle = false;
    --m_rectanglesLeft;
    return Step::Continue;
}

Step UpdateReader::updateFinished()
{
    if (!settle())
        return Step::Wait;
    m_finished = true;
    ++m_context.updates;
    m_context.requestNext(std::exchange(m_needsWholePicture, false));
    if (!m_context.isOver())
        m_context.observer.updateFinished();
    return Step::Continue;
}

Step UpdateReader::readPseudo(ByteReader &in)
{
    switch (Encoding(m_encoding)) {
    case Encoding::DesktopSize:
        changeSize(QSize(m_width, m_height));
        return rectangleFinished();
    case Encoding::ExtendedDesktopSize:
        return readExtendedDesktopSize(in);
    case Encoding::LastRect:
        m_rectanglesLeft = 0;
        m_endsWithLastRect = false;
        m_inRectangle = false;
        return Step::Continue;
    case Encoding::Cursor:
    case Encoding::XCursor:
    case Encoding::CursorWithAlpha:
    case Encoding::VmwareCursor:
        return readCursor(in);
    case Encoding::DesktopName:
        return readDesktopName(in);
    case Encoding::QemuLedState:
        return readLeds(in, 1);
    case Encoding::VmwareLedState:
        return readLeds(in, 4);
    case Encoding::QemuExtendedKeyEvent:
        return abilityShown(&ServerAbilities::extendedKeys);
    case Encoding::ExtendedMouseButtons:
        return abilityShown(&ServerAbilities::extendedButtons);
    default:
        return malformed(u"not an encoding that was asked for"_s);
    }
}

void UpdateReader::changeSize(QSize size)
{
    if (size == m_context.framebuffer.size() || !m_context.resize(size, encodingName(m_encoding)))
        return;
    m_needsWholePicture = true;
    m_context.observer.resized(size);
}

/// rfbproto, "ExtendedDesktopSize": x tells who changed the size (1: this client), y whether it worked.
Step UpdateReader::readExtendedDesktopSize(ByteReader &in)
{
    if (!in.has(4) || !in.has(4 + *in.data() * screenSize))
        return Step::Wait;
    const int count = in.u8();
    in.skip(3);
    QList<Screen> screens;
    for (int i = 0; i < count; ++i) {
        Screen screen;
        screen.id = in.u32();
        const int x = in.u16();
        const int y = in.u16();
        const int width = in.u16();
        const int height = in.u16();
        screen.geometry = QRect(x, y, width, height);
        screen.flags = in.u32();
        screens.append(screen);
    }
    m_context.addAbility(&ServerAbilities::resize);
    const bool answersUs = m_x == 1;
    if (!answersUs || m_y == 0) {
        m_context.screens = screens;
        changeSize(QSize(m_width, m_height));
    }
    if (answersUs && !m_context.isOver())
        m_context.observer.resizeAnswered(ResizeStatus(std::min(m_y, int(ResizeStatus::Other))));
    return rectangleFinished();
}

Step UpdateReader::readCursor(ByteReader &in)
{
    const int largest = m_context.settings.limits.maximumCursorEdge;
    if (m_width > largest || m_height > largest)
        return malformed(u"larger than %1x%1"_s.arg(largest));
    CursorReader reader(Encoding(m_encoding), QSize(m_width, m_height), m_context.pixels);
    const Decoder::Status status = reader.read(in);
    if (status != Decoder::Status::Done)
        return status == Decoder::Status::Failed ? malformed(reader.error()) : Step::Wait;
    Cursor cursor = reader.cursor();
    cursor.hotspot = QPoint(std::min(m_x, std::max(m_width - 1, 0)), std::min(m_y, std::max(m_height - 1, 0)));
    m_context.tellCursor(cursor);
    return rectangleFinished();
}

/// Such a rectangle has no content.
Step UpdateReader::abilityShown(bool ServerAbilities::*ability)
{
    m_context.addAbility(ability);
    return rectangleFinished();
}

/// rfbproto, "QEMU LED State Pseudo-encoding" and "VMware LED State Pseudo-encoding": the same bits in a number of
/// another size.
Step UpdateReader::readLeds(ByteReader &in, int size)
{
    if (!in.has(size))
        return Step::Wait;
    const quint8 bits = in.take(size)[size - 1];
    m_context.setLeds({(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0});
    return rectangleFinished();
}

Step UpdateReader::readDesktopName(ByteReader &in)
{
    if (!m_hasNameLength) {
        if (!in.has(4))
            return Step::Wait;
        m_nameBytesLeft = in.u32();
        if (m_nameBytesLeft > m_context.settings.limits.maximumNameBytes)
            return malformed(u"name of %1 bytes"_s.arg(m_nameBytesLeft));
        m_name.clear();
        m_hasNameLength = true;
    }
    const quint32 here = quint32(std::min<qsizetype>(in.available(), m_nameBytesLeft));
    const quint32 kept = std::min(here, m_context.settings.limits.keptNameBytes - quint32(m_name.size()));
    m_name.append(reinterpret_cast<const char *>(in.take(here)), kept);
    m_nameBytesLeft -= here;
    if (m_nameBytesLeft > 0)
        return Step::Wait;
    m_hasNameLength = false;
    m_context.setName(m_name);
    m_context.observer.nameChanged(m_context.name);
    return rectangleFinished();
}

} // namespace portlight::rfb
