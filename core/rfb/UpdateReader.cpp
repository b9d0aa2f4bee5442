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
    return m_decoder ? readPixels(in) : readPseudo(in);
}

Step UpdateReader::malformed(const QString &what)
{
    m_context.malformed(u"%1 rectangle %2x%3 at %4,%5: %6"_s.arg(encodingName(m_encoding))
                            .arg(m_width)
                            .arg(m_height)
                            .arg(m_x)
                            .arg(m_y)
                            .arg(what));
    return Step::Wait;
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
    m_rowsTold = 0;
    tellEncoding();
    m_decoder->begin(QRect(m_x, m_y, m_width, m_height));
    return Step::Continue;
}

Step UpdateReader::readPixels(ByteReader &in)
{
    const Decoder::Status status = m_decoder->decode(in, m_context.pixels, m_context.framebuffer);
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
