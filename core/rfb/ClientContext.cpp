// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ClientContext.h"

#include "rfb/SafeText.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::rfb::Client)
};

/// Its name; it cannot do more than 8 or 16 bits, whatever it says (noVNC asks for the format below).
constexpr QLatin1StringView intelAmt("Intel(r) AMT KVM");

PixelFormat lowColourFormat()
{
    PixelFormat format;
    format.bitsPerPixel = 8;
    format.depth = 8;
    format.redMax = format.greenMax = format.blueMax = 3;
    format.redShift = 0;
    format.greenShift = 2;
    format.blueShift = 4;
    return format;
}

/// Of pixels two, and no cursors.
bool worksWithLowColour(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Raw:
    case Encoding::CopyRect:
        return true;
    case Encoding::TightPng:
    case Encoding::Cursor:
    case Encoding::XCursor:
    case Encoding::CursorWithAlpha:
    case Encoding::VmwareCursor:
        return false;
    default:
        return qint32(encoding) < 0 || qint32(encoding) > 0xffff; // pseudo-encodings
    }
}

bool isForContinuousUpdates(Encoding encoding)
{
    return encoding == Encoding::Fence || encoding == Encoding::ContinuousUpdates;
}

} // namespace

ClientContext::ClientContext(ClientObserver &clientObserver, ClientSettings clientSettings)
    : observer(clientObserver)
    , settings(std::move(clientSettings))
    , clipboard(settings.limits.keptCutTextBytes)
    , qualityLevel(settings.qualityLevel)
    , compressionLevel(settings.compressionLevel)
{
}

void ClientContext::setState(ClientState next)
{
    if (isOver() || state == next)
        return;
    state = next;
    observer.stateChanged(next);
}

void ClientContext::startChannel(std::unique_ptr<SecureChannel> next)
{
    wire = takeOutput();
    channel = std::move(next);
    channelIsNew = true;
}

bool ClientContext::hasOutput()
{
    if (channel)
        wire += channel->takeWire();
    return !wire.isEmpty() || !output.isEmpty();
}

QByteArray ClientContext::takeOutput()
{
    if (!channel)
        return std::exchange(wire, {}) + std::exchange(output, {});
    if (!output.isEmpty())
        channel->encrypt(std::exchange(output, {}));
    wire += channel->takeWire();
    return std::exchange(wire, {});
}

void ClientContext::setName(QByteArrayView bytes)
{
    name = safeText(bytes, settings.limits.keptNameBytes);
}

void ClientContext::tellCursor(const Cursor &shape)
{
    cursor = shape;
    observer.cursorChanged(shape);
}

void ClientContext::fail(const QString &id, const QString &summary, const QString &where)
{
    if (isOver())
        return;
    failure = Failure{id, stage, summary, where};
    setState(ClientState::Failed);
    observer.failed(*failure);
}

void ClientContext::malformed(const QString &where)
{
    fail(u"rfb.malformed"_s, Translations::tr("The server broke the RFB protocol (%1).").arg(where), where);
}

bool ClientContext::resize(QSize size, const QString &where)
{
    if (!Framebuffer::isAllowed(size, settings.limits)) {
        malformed(u"%1: framebuffer size %2x%3"_s.arg(where).arg(size.width()).arg(size.height()));
        return false;
    }
    if (!framebuffer.resize(size)) {
        malformed(u"%1: no memory for a framebuffer of %2x%3"_s.arg(where).arg(size.width()).arg(size.height()));
        return false;
    }
    coverage.reset(size);
    return true;
}

void ClientContext::addAbility(bool ServerAbilities::*ability)
{
    if (std::exchange(abilities.*ability, true))
        return;
    observer.abilitiesChanged(abilities);
}

void ClientContext::setLeds(const LedState &next)
{
    if (leds == next)
        return;
    leds = next;
    observer.ledStateChanged(next);
}

void ClientContext::sendInitialMessages(const PixelFormat &serverFormat)
{
    m_lowColour = name == intelAmt;
    const std::optional<PixelFormat> wanted = m_lowColour ? lowColourFormat() : settings.pixelFormat;
    pixels.setFormat(wanted.value_or(serverFormat));
    if (wanted)
        output += setPixelFormatMessage(*wanted);
    sendEncodings();
    if (settings.automaticUpdates)
        requestUpdate(false);
}

void ClientContext::sendEncodings()
{
    QList<qint32> numbers;
    for (const Encoding encoding : settings.encodings) {
        const bool possible = !m_lowColour || worksWithLowColour(encoding);
        if (possible && (settings.continuousUpdates || !isForContinuousUpdates(encoding)))
            numbers.append(qint32(encoding));
    }
    if (qualityLevel)
        numbers.append(qint32(Encoding::QualityLevel0) + std::clamp(*qualityLevel, 0, 9));
    if (compressionLevel)
        numbers.append(qint32(Encoding::CompressionLevel0) + std::clamp(*compressionLevel, 0, 9));
    output += setEncodingsMessage(numbers);
}

void ClientContext::requestNext(bool wholePicture)
{
    if (!settings.automaticUpdates || isOver())
        return;
    const bool begins = abilities.continuousUpdates && m_wantsContinuous && !sendsContinuously;
    // The region that is sent continuously has to follow the size.
    if (begins || (sendsContinuously && wholePicture)) {
        output += continuousUpdatesMessage(true, framebuffer.bounds());
        sendsContinuously = true;
    }
    if (wholePicture || !sendsContinuously)
        requestUpdate(!wholePicture);
}

void ClientContext::continuousUpdatesEnded()
{
    if (!abilities.continuousUpdates)
        return addAbility(&ServerAbilities::continuousUpdates);
    if (!std::exchange(sendsContinuously, false))
        return;
    m_wantsContinuous = false;
    requestNext(false);
}

void ClientContext::requestUpdate(bool incremental, const QRect &rect)
{
    const QRect wanted = rect.isEmpty() ? framebuffer.bounds() : rect.intersected(framebuffer.bounds());
    if (!wanted.isEmpty())
        output += updateRequestMessage(incremental, wanted);
}

} // namespace portlight::rfb
