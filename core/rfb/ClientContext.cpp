// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ClientContext.h"

#include "rfb/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::rfb::Client)
};

QList<qint32> encodingNumbers(const ClientSettings &settings)
{
    QList<qint32> numbers;
    for (const Encoding encoding : settings.encodings)
        numbers.append(qint32(encoding));
    if (settings.qualityLevel)
        numbers.append(qint32(Encoding::QualityLevel0) + std::clamp(*settings.qualityLevel, 0, 9));
    if (settings.compressionLevel)
        numbers.append(qint32(Encoding::CompressionLevel0) + std::clamp(*settings.compressionLevel, 0, 9));
    return numbers;
}

} // namespace

ClientContext::ClientContext(ClientObserver &clientObserver, ClientSettings clientSettings)
    : observer(clientObserver)
    , settings(std::move(clientSettings))
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

void ClientContext::sendInitialMessages(const PixelFormat &serverFormat)
{
    pixels.setFormat(settings.pixelFormat.value_or(serverFormat));
    if (settings.pixelFormat)
        output += setPixelFormatMessage(*settings.pixelFormat);
    output += setEncodingsMessage(encodingNumbers(settings));
    if (settings.automaticUpdates)
        requestUpdate(false);
}

void ClientContext::requestUpdate(bool incremental, const QRect &rect)
{
    const QRect wanted = rect.isEmpty() ? framebuffer.bounds() : rect.intersected(framebuffer.bounds());
    if (!wanted.isEmpty())
        output += updateRequestMessage(incremental, wanted);
}

} // namespace portlight::rfb
