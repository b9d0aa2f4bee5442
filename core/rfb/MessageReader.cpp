// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/MessageReader.h"

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

// Message types.
constexpr quint8 framebufferUpdate = 0;
constexpr quint8 setColourMapEntries = 1;
constexpr quint8 bell = 2;
constexpr quint8 serverCutText = 3;

constexpr int colourSize = 6;

} // namespace

Step MessageReader::step(ByteReader &in)
{
    switch (m_part) {
    case Part::Type:
        return readType(in);
    case Part::Update: {
        const Step step = m_update.step(in);
        if (m_update.isFinished())
            m_part = Part::Type;
        return step;
    }
    case Part::Colours:
        return readColours(in);
    case Part::CutText:
        break;
    }
    return readCutText(in);
}

Step MessageReader::readType(ByteReader &in)
{
    if (!in.has(1))
        return Step::Wait;
    switch (*in.data()) {
    case framebufferUpdate:
        if (!in.has(4))
            return Step::Wait;
        in.skip(2);
        m_update.begin(in.u16());
        m_part = Part::Update;
        return Step::Continue;
    case setColourMapEntries:
        return readColourMapHeader(in);
    case bell:
        in.skip(1);
        m_context.observer.bell();
        return Step::Continue;
    case serverCutText:
        return readCutTextHeader(in);
    default:
        m_context.malformed(u"unknown message type %1"_s.arg(*in.data()));
        return Step::Wait;
    }
}

Step MessageReader::readColourMapHeader(ByteReader &in)
{
    if (!in.has(6))
        return Step::Wait;
    in.skip(2);
    m_colour = in.u16();
    m_coloursLeft = in.u16();
    if (m_colour + m_coloursLeft > 65536) {
        m_context.malformed(u"SetColourMapEntries: %1 colours from %2 on"_s.arg(m_coloursLeft).arg(m_colour));
        return Step::Wait;
    }
    m_part = Part::Colours;
    return Step::Continue;
}

Step MessageReader::readColours(ByteReader &in)
{
    for (; m_coloursLeft > 0 && in.has(colourSize); --m_coloursLeft) {
        const quint16 red = in.u16();
        const quint16 green = in.u16();
        const quint16 blue = in.u16();
        m_context.pixels.setColour(m_colour++, red, green, blue);
    }
    if (m_coloursLeft > 0)
        return Step::Wait;
    m_part = Part::Type;
    return Step::Continue;
}

Step MessageReader::readCutTextHeader(ByteReader &in)
{
    if (!in.has(8))
        return Step::Wait;
    in.skip(4);
    m_cutTextLeft = in.u32();
    m_cutText.clear();
    if (m_cutTextLeft > m_context.settings.limits.maximumCutTextBytes) {
        m_context.malformed(u"ServerCutText: %1 bytes"_s.arg(m_cutTextLeft));
        return Step::Wait;
    }
    m_part = Part::CutText;
    return Step::Continue;
}

Step MessageReader::readCutText(ByteReader &in)
{
    const quint32 here = quint32(std::min<qsizetype>(in.available(), m_cutTextLeft));
    const quint32 kept = std::min(here, m_context.settings.limits.keptCutTextBytes - quint32(m_cutText.size()));
    m_cutText.append(reinterpret_cast<const char *>(in.take(here)), kept);
    m_cutTextLeft -= here;
    if (m_cutTextLeft > 0)
        return Step::Wait;
    m_part = Part::Type;
    const QString text = QString::fromLatin1(m_cutText).replace(u"\r\n"_s, u"\n"_s);
    m_cutText = {};
    m_context.observer.serverCutText(text);
    return Step::Continue;
}

} // namespace portlight::rfb
