// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/MessageReader.h"

#include "rfb/Fence.h"

#include <algorithm>
#include <utility>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

// Message types.
constexpr quint8 framebufferUpdate = 0;
constexpr quint8 setColourMapEntries = 1;
constexpr quint8 bell = 2;
constexpr quint8 serverCutText = 3;
constexpr quint8 endOfContinuousUpdates = 150;
constexpr quint8 serverFence = 248;
constexpr quint8 xvp = 250;

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
    case endOfContinuousUpdates:
        in.skip(1);
        m_context.continuousUpdatesEnded();
        return Step::Continue;
    case serverFence:
        return readFence(in);
    case xvp:
        return readXvp(in);
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

/// A negative length announces the extended form (rfbproto, "Extended Clipboard Pseudo-Encoding").
Step MessageReader::readCutTextHeader(ByteReader &in)
{
    if (!in.has(8))
        return Step::Wait;
    in.skip(4);
    const quint32 length = in.u32();
    m_isExtended = (length & 0x80000000U) != 0;
    m_cutTextSize = m_isExtended ? 0U - length : length;
    m_cutTextLeft = m_cutTextSize;
    m_cutText.clear();
    const Limits &limits = m_context.settings.limits;
    if (m_cutTextSize > limits.maximumCutTextBytes) {
        m_context.malformed(u"ServerCutText: %1 bytes"_s.arg(m_cutTextSize));
        return Step::Wait;
    }
    const qint64 kept = m_isExtended ? m_context.clipboard.largestMessage() : limits.keptCutTextBytes;
    m_cutTextKept = quint32(std::min<qint64>(kept, m_cutTextSize));
    m_part = Part::CutText;
    return Step::Continue;
}

Step MessageReader::readCutText(ByteReader &in)
{
    const quint32 here = quint32(std::min<qsizetype>(in.available(), m_cutTextLeft));
    const quint32 kept = std::min(here, m_cutTextKept - quint32(m_cutText.size()));
    m_cutText.append(reinterpret_cast<const char *>(in.take(here)), kept);
    m_cutTextLeft -= here;
    if (m_cutTextLeft > 0)
        return Step::Wait;
    m_part = Part::Type;
    const QByteArray content = std::exchange(m_cutText, {});
    if (m_isExtended)
        takeExtended(content);
    else
        takeLatin1(content);
    return Step::Continue;
}

void MessageReader::takeLatin1(const QByteArray &text)
{
    if (m_context.clipboard.takesTexts())
        m_context.observer.serverCutText(QString::fromLatin1(text).replace(u"\r\n"_s, u"\n"_s));
}

void MessageReader::takeExtended(const QByteArray &content)
{
    using Kind = Clipboard::Outcome::Kind;
    const Clipboard::Outcome outcome = m_context.clipboard.receive(content, m_cutTextSize);
    m_context.output += outcome.reply;
    switch (outcome.kind) {
    case Kind::Nothing:
        break;
    case Kind::Capabilities:
        m_context.addAbility(&ServerAbilities::extendedClipboard);
        break;
    case Kind::Text:
        m_context.observer.serverCutText(outcome.text);
        break;
    case Kind::TooLarge:
        m_context.observer.cutTextRefused(outcome.bytes);
        break;
    case Kind::Malformed:
        m_context.malformed(u"extended ServerCutText: %1"_s.arg(outcome.problem));
        break;
    }
}

/// rfbproto, "ServerFence". What has been read before is done with, and what comes later waits for it: messages are
/// taken one after the other, so that we have nothing to do for the flags but to send them back.
Step MessageReader::readFence(ByteReader &in)
{
    constexpr int headerSize = 9;
    if (!in.has(headerSize) || !in.has(headerSize + in.data()[headerSize - 1]))
        return Step::Wait;
    in.skip(4);
    const quint32 flags = in.u32();
    const int size = in.u8();
    const QByteArrayView payload(in.take(size), size);
    if (size > fence::largestPayload)
        return Step::Continue; // Not allowed, and of no meaning.
    m_context.addAbility(&ServerAbilities::fence);
    if ((flags & fence::request) != 0)
        m_context.output += fenceMessage(flags & (fence::blockBefore | fence::blockAfter | fence::syncNext), payload);
    else if (size == sizeof(quint64))
        m_context.observer.pong(qFromBigEndian<quint64>(payload.data()));
    return Step::Continue;
}

/// rfbproto, "xvp Server Message".
Step MessageReader::readXvp(ByteReader &in)
{
    constexpr quint8 refused = 0;
    constexpr quint8 initialised = 1;
    if (!in.has(4))
        return Step::Wait;
    in.skip(3);
    switch (const quint8 code = in.u8(); code) {
    case refused:
        m_context.observer.powerRefused();
        return Step::Continue;
    case initialised:
        m_context.addAbility(&ServerAbilities::power);
        return Step::Continue;
    default:
        m_context.malformed(u"xvp message %1"_s.arg(code));
        return Step::Wait;
    }
}

} // namespace portlight::rfb
