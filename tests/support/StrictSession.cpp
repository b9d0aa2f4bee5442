// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StrictSession.h"

#include <QtEndian>

#include <array>

#include <zlib.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint32 qemuKeys = -258;
constexpr qint32 qemuLeds = -261;
constexpr qint32 extendedDesktopSize = -308;
constexpr qint32 xvp = -309;
constexpr qint32 fences = -312;
constexpr qint32 continuousUpdates = -313;
constexpr qint32 extendedButtons = -316;
constexpr qint32 extendedClipboard = qint32(0xc0a1e5ceU);

/// JPEG, TightPNG, Raw.
constexpr std::array<qint32, 3> turns{21, -260, 0};
constexpr int patchEdge = 32;

QByteArray u16(int number)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(quint16(number), bytes.data());
    return bytes;
}

QByteArray u32(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray pseudo(int x, int y, QSize size, qint32 encoding, const QByteArray &body = {})
{
    return u16(x) + u16(y) + u16(size.width()) + u16(size.height()) + u32(quint32(encoding)) + body;
}

QByteArray screenLayout(QSize size)
{
    return QByteArray("\1\0\0\0", 4) + u32(1) + u16(0) + u16(0) + u16(size.width()) + u16(size.height()) + u32(0);
}

/// The extended clipboard's form of a text (rfbproto): UTF-8, \r\n, a null byte, in zlib. Qt's own packing has 4 bytes
/// in front of it.
QByteArray packed(const QString &text)
{
    QByteArray content = QString(text).replace(u"\n"_s, u"\r\n"_s).toUtf8() + '\0';
    return qCompress(u32(quint32(content.size())) + content).sliced(4);
}

/// Nothing when it is broken or too long. The stream need not have ended: noVNC only flushes it.
std::optional<QByteArray> inflated(const QByteArray &bytes)
{
    QByteArray content(1 << 21, '\0');
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(content.data());
    stream.avail_out = uInt(content.size());
    const int result = inflate(&stream, Z_SYNC_FLUSH);
    const bool isWhole = (result == Z_OK || result == Z_STREAM_END) && stream.avail_in == 0 && stream.avail_out > 0;
    content.truncate(content.size() - qsizetype(stream.avail_out));
    inflateEnd(&stream);
    return isWhole ? std::optional(content) : std::nullopt;
}

/// Nothing when it is not in that form to the letter.
std::optional<QString> unpacked(const QByteArray &bytes)
{
    const QByteArray content = inflated(bytes).value_or(QByteArray());
    if (content.size() < 5 || qFromBigEndian<quint32>(content.constData()) != quint32(content.size() - 4))
        return std::nullopt;
    const QByteArray text = content.sliced(4);
    if (!text.endsWith('\0') || text.count('\0') != 1)
        return std::nullopt;
    QString lines = QString::fromUtf8(text.chopped(1));
    if (lines.count(u'\n') != lines.count(u"\r\n"_s))
        return std::nullopt;
    return lines.replace(u"\r\n"_s, u"\n"_s);
}

} // namespace

QString StrictSession::clipboardText()
{
    return u"Grüße aus dem Gast €\n"_s;
}

StrictSession::StrictSession(ServerConnection &connection, const QImage &desktop, Record record)
    : m_connection(connection)
    , m_messages(connection, m_state)
    , m_pictures(m_state)
    , m_desktop(desktop.convertToFormat(QImage::Format_RGB32))
    , m_record(std::move(record))
    , m_dirty(desktop.rect())
{
    m_state.size = desktop.size();
}

QString StrictSession::run()
{
    while (const auto message = m_messages.next()) {
        QJsonObject told = *message;
        if (told[u"message"_s] == u"clipboard"_s)
            takeClipboard(told[u"action"_s].toString(), told);
        else
            react(told);
        if (m_record)
            m_record(told);
        sendPending();
    }
    return m_messages.problem();
}

void StrictSession::react(const QJsonObject &message)
{
    const QString kind = message[u"message"_s].toString();
    if (kind == u"encodings"_s) {
        offerWhatIsWanted();
    } else if (kind == u"update-request"_s) {
        m_isAsked = true;
        if (!message[u"incremental"_s].toBool())
            m_dirty = m_desktop.rect();
    } else if (kind == u"continuous-updates"_s) {
        m_continuous = message[u"on"_s].toBool();
        if (!m_continuous)
            m_connection.send("\x96");
    } else if (kind == u"fence"_s && message[u"request"_s].toBool()) {
        answerFence();
    } else if (kind == u"power"_s) {
        m_connection.send(QByteArray("\xfa\0\1\0", 4)); // refused
    } else if (kind == u"desktop-size"_s) {
        resize({message[u"width"_s].toInt(), message[u"height"_s].toInt()});
    } else if (kind == u"key"_s || (kind == u"pointer"_s && message[u"buttons"_s].toInt() != 0)) {
        change();
    }
}

/// Says once what it can of what the client understands.
void StrictSession::offerWhatIsWanted()
{
    const auto wants = [this](qint32 encoding, bool known) {
        return !known && m_state.encodings.contains(encoding);
    };
    const auto add = [this](const QByteArray &rectangle) {
        m_pseudo += rectangle;
        ++m_pseudoCount;
    };
    if (wants(fences, m_state.hasFences)) {
        m_state.hasFences = true;
        m_state.fences.append("strict");
        m_connection.send(QByteArray("\xf8\0\0\0\x80\0\0\x05\x06strict", 15)); // BlockBefore, SyncNext
    }
    if (wants(continuousUpdates, m_state.hasContinuousUpdates)) {
        m_state.hasContinuousUpdates = true;
        m_connection.send("\x96");
    }
    if (wants(xvp, m_state.hasPower)) {
        m_state.hasPower = true;
        m_connection.send(QByteArray("\xfa\0\1\1", 4));
    }
    if (wants(extendedClipboard, m_state.hasClipboard)) {
        m_state.hasClipboard = true;
        sendClipboard(0x1f000001, u32(0));
    }
    if (wants(qemuKeys, m_state.hasScanCodes)) {
        m_state.hasScanCodes = true;
        add(pseudo(0, 0, {}, qemuKeys));
    }
    if (wants(extendedButtons, m_state.hasMoreButtons)) {
        m_state.hasMoreButtons = true;
        add(pseudo(0, 0, {}, extendedButtons));
    }
    if (wants(extendedDesktopSize, m_state.hasSizes)) {
        m_state.hasSizes = true;
        add(pseudo(0, 0, m_desktop.size(), extendedDesktopSize, screenLayout(m_desktop.size())));
        if (m_state.encodings.contains(qemuLeds))
            add(pseudo(0, 0, {}, qemuLeds, "\2"));
    }
}

void StrictSession::sendPending()
{
    const bool isWanted = m_isAsked || m_continuous;
    if (!isWanted || (m_dirty.isEmpty() && m_pseudoCount == 0))
        return;
    m_isAsked = false;
    QByteArray rectangles = std::exchange(m_pseudo, {});
    int count = std::exchange(m_pseudoCount, 0);
    const QRect dirty = std::exchange(m_dirty, {});
    // A large one in two halves, so that JPEG's tables are left out once.
    const int half = dirty.height() / 2;
    for (const QRect &part : {QRect(dirty.topLeft(), QSize(dirty.width(), half)),
                              QRect(dirty.x(), dirty.y() + half, dirty.width(), dirty.height() - half)}) {
        if (part.isEmpty())
            continue;
        rectangles += m_pictures.rectangle(m_desktop, part, turns.at(std::size_t(m_updates) % turns.size()));
        ++count;
    }
    ++m_updates;
    update(rectangles, count);
}

void StrictSession::update(const QByteArray &rectangles, int count)
{
    m_connection.send(QByteArray(2, '\0') + u16(count) + rectangles);
}

void StrictSession::change()
{
    m_dirty |= paintPatch(m_desktop, ++m_changes);
}

QRect StrictSession::paintPatch(QImage &desktop, int number)
{
    const QRect patch = QRect(patchEdge * (number % 8), 0, patchEdge, patchEdge) & desktop.rect();
    for (int y = patch.top(); y <= patch.bottom(); ++y) {
        for (int x = patch.left(); x <= patch.right(); ++x)
            desktop.setPixel(x, y, qRgb(40 * number & 0xff, 200, 70 * number & 0xff));
    }
    return patch;
}

/// The client's own, to measure the round trip.
void StrictSession::answerFence()
{
    const QByteArray &payload = m_messages.payload();
    m_connection.send(QByteArray("\xf8\0\0\0\0\0\0\0", 8) + char(payload.size()) + payload);
}

void StrictSession::takeClipboard(const QString &action, QJsonObject &message)
{
    constexpr quint32 text = 1;
    if (action == u"caps"_s) {
        sendClipboard(0x08000000 | text); // there is something
    } else if (action == u"request"_s) {
        sendClipboard(0x10000000 | text, packed(clipboardText()));
    } else if (action == u"notify"_s && message[u"text"_s].toBool()) {
        sendClipboard(0x02000000 | text);
    } else if (action == u"provide"_s) {
        const std::optional<QString> content = unpacked(m_messages.payload());
        message[u"content"_s] = content ? QJsonValue(*content) : QJsonValue();
    }
}

void StrictSession::sendClipboard(quint32 flags, const QByteArray &rest)
{
    const QByteArray content = u32(flags) + rest;
    m_connection.send(QByteArray("\3\0\0\0", 4) + u32(0U - quint32(content.size())) + content);
}

/// It goes along with most sizes; what is new is black.
void StrictSession::resize(QSize size)
{
    constexpr int byThisClient = 1;
    constexpr int invalid = 3;
    const bool isPossible = size.width() <= 4096 && size.height() <= 4096;
    if (isPossible) {
        m_desktop = m_desktop.copy(QRect(QPoint(0, 0), size));
        m_state.size = m_state.size.expandedTo(size); // the client may not know yet
        m_dirty = m_desktop.rect();
    }
    m_pseudo += pseudo(byThisClient, isPossible ? 0 : invalid, m_desktop.size(), extendedDesktopSize,
                       screenLayout(m_desktop.size()));
    ++m_pseudoCount;
    m_isAsked = true;
}

} // namespace portlight
