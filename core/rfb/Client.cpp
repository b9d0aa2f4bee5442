// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Client.h"

#include "rfb/Handshake.h"
#include "rfb/InputSender.h"
#include "rfb/MessageReader.h"
#include "rfb/SecurityTypes.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <cstring>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A server that talks on while it waits for our answer breaks the protocol; so much is kept of it.
constexpr qsizetype maximumUnasked = 64 * 1024;
/// A used-up part of the buffer is dropped when it is at least this large and half of it: no byte moves more than once
/// or twice.
constexpr qsizetype worthDropping = 64 * 1024;
constexpr size_t mostDirectPieces = 256;

} // namespace

class ClientPrivate
{
public:
    ClientPrivate(ClientObserver &observer, ClientSettings settings)
        : context(observer, std::move(settings))
        , input(context)
        , m_handshake(context)
        , m_messages(context)
    {
    }

    void receive(QByteArrayView bytes);
    [[nodiscard]] std::span<const DirectPiece> directPieces();
    void directReceived(qsizetype count);
    void connectionClosed();
    void provideLogin(const Login &login);
    void acceptServerIdentity(bool accepted);
    [[nodiscard]] std::optional<Keyframe> keyframe();
    [[nodiscard]] bool resume(const Keyframe &keyframe);

    ClientContext context;
    InputSender input;
    StreamTap *tap = nullptr;

private:
    void process(ByteReader &in);
    void take(QByteArrayView bytes);
    void finishStep();
    [[nodiscard]] Step readMessage(ByteReader &in);
    void processPending();
    [[nodiscard]] QByteArrayView unread() const { return QByteArrayView(m_pending).sliced(m_used); }

    Handshake m_handshake;
    MessageReader m_messages;
    QByteArray m_pending; ///< Bytes of units that are not complete, after m_used bytes that are done with.
    qsizetype m_used = 0;
    bool m_processing = false;
    std::vector<DirectPiece> m_directPieces;
};

std::span<const DirectPiece> ClientPrivate::directPieces()
{
    m_directPieces.clear();
    const bool isPlain = tap == nullptr && !context.channel;
    if (isPlain && !m_processing && context.state == ClientState::Running && unread().isEmpty())
        m_messages.appendDirectPieces(m_directPieces, mostDirectPieces);
    return m_directPieces;
}

void ClientPrivate::directReceived(qsizetype count)
{
    // The tap hears all or nothing of a rectangle's bytes; there was none when the pieces were asked for.
    if (count <= 0 || m_processing || context.isOver() || m_directPieces.empty())
        return;
    m_directPieces.clear();
    {
        const QScopedValueRollback<bool> guard(m_processing, true);
        m_messages.directReceived(count);
    }
    receive({});
}

void ClientPrivate::process(ByteReader &in)
{
    const QScopedValueRollback<bool> guard(m_processing, true);
    Step step = Step::Continue;
    while (step == Step::Continue && !context.isOver() && !context.channelIsNew)
        step = context.state == ClientState::Running ? readMessage(in) : m_handshake.step(in);
    m_messages.settle();
}

Step ClientPrivate::readMessage(ByteReader &in)
{
    if (tap == nullptr)
        return m_messages.step(in);
    const uchar *const begin = in.data();
    const bool wasPrivate = m_messages.isInCutText();
    const bool wasInMessage = !m_messages.isBetweenMessages();
    const Step step = m_messages.step(in);
    if (tap == nullptr || context.state == ClientState::Failed)
        return step;
    if (in.data() > begin && !wasPrivate && !m_messages.isInCutText())
        tap->decoded(QByteArrayView(begin, in.data() - begin));
    if ((in.data() > begin || wasInMessage) && m_messages.isBetweenMessages())
        tap->betweenMessages();
    return step;
}

std::optional<Keyframe> ClientPrivate::keyframe()
{
    if (context.state != ClientState::Running || !m_messages.isBetweenMessages())
        return std::nullopt;
    const auto memories = m_messages.decoders().memories();
    if (!memories)
        return std::nullopt;
    const Framebuffer &picture = context.framebuffer;
    const auto *pixels = reinterpret_cast<const char *>(picture.bytes());
    return Keyframe{picture.size(),
                    context.pixels.format(),
                    context.name,
                    context.cursor,
                    context.pixels.colours(),
                    *memories,
                    context.coverage.isComplete(),
                    QByteArray(pixels, qsizetype(picture.stride()) * picture.height())};
}

bool ClientPrivate::resume(const Keyframe &keyframe)
{
    if (context.state != ClientState::Version || !m_pending.isEmpty())
        return false;
    const qsizetype pixelBytes = qsizetype(keyframe.size.width()) * keyframe.size.height() * 4;
    if (!keyframe.pixelFormat.isValid() || keyframe.pixels.size() != pixelBytes)
        return false;
    context.stage = Stage::Framebuffer;
    if (!context.resize(keyframe.size, u"keyframe"_s))
        return false;
    std::memcpy(context.framebuffer.row(0), keyframe.pixels.constData(), size_t(pixelBytes));
    if (keyframe.isComplete)
        context.coverage.add(context.framebuffer.bounds());
    context.pixels.setFormat(keyframe.pixelFormat);
    for (qsizetype i = 0; i < std::min<qsizetype>(keyframe.colours.size(), 65536); ++i) {
        const quint32 colour = keyframe.colours.at(i);
        const auto component = [colour](int shift) {
            return quint16((colour >> shift & 255) * 257);
        };
        context.pixels.setColour(quint16(i), component(16), component(8), component(0));
    }
    if (!m_messages.decoders().restore(keyframe.memories)) {
        context.malformed(u"keyframe: decoders"_s);
        return false;
    }
    context.name = keyframe.name;
    context.setState(ClientState::Running);
    context.observer.initialised(keyframe.size, keyframe.name, keyframe.pixelFormat);
    if (keyframe.cursor)
        context.tellCursor(*keyframe.cursor);
    return true;
}

void ClientPrivate::processPending()
{
    ByteReader in(unread());
    process(in);
    m_used = m_pending.size() - in.available();
    if (m_used == m_pending.size()) {
        m_pending.resize(0); // keeps its memory for the next piece
        m_used = 0;
    } else if (m_used >= worthDropping && m_used >= m_pending.size() / 2) {
        m_pending.remove(0, m_used);
        m_used = 0;
    }
}

void ClientPrivate::receive(QByteArrayView bytes)
{
    if (context.isOver() || m_processing)
        return;
    if (context.channel)
        take(context.channel->decrypt(bytes));
    else
        take(bytes);
    finishStep();
}

void ClientPrivate::take(QByteArrayView bytes)
{
    if (m_pending.isEmpty()) {
        ByteReader in(bytes);
        process(in);
        m_pending.append(reinterpret_cast<const char *>(in.data()), in.available());
    } else {
        m_pending.append(bytes);
        processPending();
    }
}

void ClientPrivate::finishStep()
{
    if (std::exchange(context.channelIsNew, false)) {
        // What came behind the server's last word in clear is encrypted.
        const QByteArray wire = unread().toByteArray();
        m_pending.clear();
        m_used = 0;
        take(context.channel->decrypt(wire));
    }
    if (context.channel && !context.channel->problem().isEmpty())
        context.malformed(u"encrypted connection: %1"_s.arg(context.channel->problem()));
    if (context.state == ClientState::Authentication && unread().size() > maximumUnasked)
        context.malformed(u"%1 bytes while the server waits for an answer"_s.arg(unread().size()));
    if (context.isOver()) {
        m_pending = {};
        m_used = 0;
        m_handshake.forgetLogin();
    }
}

void ClientPrivate::connectionClosed()
{
    if (context.isOver())
        return;
    if (context.state == ClientState::Running)
        context.setState(ClientState::Closed);
    else
        m_handshake.connectionClosed(unread());
}

void ClientPrivate::provideLogin(const Login &login)
{
    if (!m_handshake.provideLogin(login) || m_processing)
        return;
    processPending();
    finishStep();
}

void ClientPrivate::acceptServerIdentity(bool accepted)
{
    if (!m_handshake.acceptIdentity(accepted) || m_processing)
        return;
    processPending();
    finishStep();
}

Client::Client(ClientObserver &observer, ClientSettings settings)
    : m_private(std::make_unique<ClientPrivate>(observer, std::move(settings)))
{
}

Client::~Client() = default;

void Client::receive(QByteArrayView bytes)
{
    m_private->receive(bytes);
}

std::span<const DirectPiece> Client::directPieces()
{
    return m_private->directPieces();
}

void Client::directReceived(qsizetype count)
{
    m_private->directReceived(count);
}

void Client::connectionClosed()
{
    m_private->connectionClosed();
}

void Client::setTap(StreamTap *tap)
{
    m_private->tap = tap;
}

std::optional<Keyframe> Client::keyframe() const
{
    return m_private->keyframe();
}

bool Client::resume(const Keyframe &keyframe)
{
    return m_private->resume(keyframe);
}

void Client::close()
{
    m_private->context.setState(ClientState::Closed);
}

void Client::provideLogin(const Login &login)
{
    m_private->provideLogin(login);
}

void Client::acceptServerIdentity(bool accepted)
{
    m_private->acceptServerIdentity(accepted);
}

bool Client::hasOutput() const
{
    return m_private->context.hasOutput();
}

QByteArray Client::takeOutput()
{
    return m_private->context.takeOutput();
}

ClientState Client::state() const
{
    return m_private->context.state;
}

Stage Client::stage() const
{
    return m_private->context.stage;
}

const std::optional<Failure> &Client::failure() const
{
    return m_private->context.failure;
}

int Client::minorVersion() const
{
    return m_private->context.minorVersion;
}

QString Client::banner() const
{
    return m_private->context.banner;
}

int Client::securityType() const
{
    return m_private->context.securityType;
}

QString Client::securityTypeName() const
{
    return rfb::securityTypeName(m_private->context.securityType);
}

QString Client::name() const
{
    return m_private->context.name;
}

const PixelFormat &Client::pixelFormat() const
{
    return m_private->context.pixels.format();
}

const Framebuffer &Client::framebuffer() const
{
    return m_private->context.framebuffer;
}

bool Client::isComplete() const
{
    return m_private->context.coverage.isComplete();
}

double Client::coverage() const
{
    return m_private->context.coverage.share();
}

quint64 Client::updateCount() const
{
    return m_private->context.updates;
}

const ServerAbilities &Client::abilities() const
{
    return m_private->context.abilities;
}

void Client::requestUpdate(bool incremental, const QRect &rect)
{
    if (state() == ClientState::Running)
        m_private->context.requestUpdate(incremental, rect);
}

void Client::sendPointer(QPoint position, quint16 buttons)
{
    if (state() == ClientState::Running)
        m_private->input.sendPointer(position, buttons);
}

void Client::sendKey(quint32 keysym, quint32 scanCode, bool pressed)
{
    if (state() == ClientState::Running)
        m_private->input.sendKey(keysym, scanCode, pressed);
}

bool Client::offerClipboard(const QString &text)
{
    return state() == ClientState::Running && m_private->input.offerClipboard(text);
}

void Client::setClipboardDirections(bool toServer, bool fromServer)
{
    m_private->context.clipboard.setDirections(toServer, fromServer);
}

void Client::sendPower(PowerAction action)
{
    if (state() == ClientState::Running)
        m_private->input.sendPower(quint8(action));
}

bool Client::ping(quint64 token)
{
    return state() == ClientState::Running && m_private->input.ping(token);
}

void Client::setQuality(std::optional<int> qualityLevel, std::optional<int> compressionLevel)
{
    if (state() == ClientState::Running)
        m_private->input.setQuality(qualityLevel, compressionLevel);
}

bool Client::setDesktopSize(QSize size)
{
    return state() == ClientState::Running && m_private->input.setDesktopSize(size);
}

} // namespace portlight::rfb
