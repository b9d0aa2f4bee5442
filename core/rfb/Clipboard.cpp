// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Clipboard.h"

#include "rfb/ClientMessages.h"
#include "rfb/ClipboardText.h"

#include <QtEndian>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

// Flags of the messages.
constexpr quint32 formatText = 1U << 0;
constexpr quint32 actionCaps = 1U << 24;
constexpr quint32 actionRequest = 1U << 25;
constexpr quint32 actionPeek = 1U << 26;
constexpr quint32 actionNotify = 1U << 27;
constexpr quint32 actionProvide = 1U << 28;
constexpr quint32 allActions = 0xff000000U;
constexpr quint32 ourActions = actionCaps | actionRequest | actionPeek | actionNotify | actionProvide;

constexpr qsizetype flagsSize = 4;
/// What packing may add to a text that cannot be packed.
constexpr qint64 packingOverhead = 64 * 1024;

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray message(quint32 flags, const QByteArray &rest = {})
{
    return extendedCutTextMessage(bigEndian(flags) + rest);
}

} // namespace

void Clipboard::setDirections(bool toServer, bool fromServer)
{
    m_toServer = toServer;
    m_fromServer = fromServer;
    if (!toServer) {
        m_text.clear();
        m_hasText = false;
    }
}

QByteArray Clipboard::offer(const QString &text)
{
    if (!m_toServer || isTooLarge(text))
        return {};
    if (!m_serverTakesText || !canSend(actionProvide))
        return cutTextMessage(QString(text).replace(u"\r\n"_s, u"\n"_s).toLatin1());
    if (!canSend(actionNotify))
        return message(actionProvide | formatText, packClipboardText(text));
    m_text = text;
    m_hasText = true;
    return message(actionNotify | formatText);
}

qint64 Clipboard::largestMessage() const
{
    return flagsSize + m_largestText + packingOverhead;
}

Clipboard::Outcome Clipboard::receive(QByteArrayView received, qint64 size)
{
    Outcome outcome;
    if (received.size() < flagsSize) {
        outcome.kind = Outcome::Kind::Malformed;
        outcome.problem = u"%1 bytes"_s.arg(received.size());
        return outcome;
    }
    const quint32 flags = qFromBigEndian<quint32>(received.data());
    if ((flags & actionCaps) != 0)
        return takeCapabilities(flags);
    const bool isText = (flags & formatText) != 0;
    switch (flags & allActions) {
    case actionRequest:
        if (m_hasText && isText && canSend(actionProvide))
            outcome.reply = message(actionProvide | formatText, packClipboardText(m_text));
        break;
    case actionPeek:
        if (canSend(actionNotify))
            outcome.reply = message(actionNotify | (m_hasText ? formatText : 0));
        break;
    case actionNotify:
        if (!isText)
            break;
        m_hasText = false; // What the server has is newer.
        m_text.clear();
        if (m_fromServer && canSend(actionRequest))
            outcome.reply = message(actionRequest | formatText);
        break;
    case actionProvide:
        if (isText && m_fromServer)
            return takeText(received.sliced(flagsSize), size - flagsSize);
        break;
    default:
        break; // Of a later version: to be ignored.
    }
    return outcome;
}

/// The sizes that follow are of no interest: we send a text only when it is asked for, or where nothing else works.
Clipboard::Outcome Clipboard::takeCapabilities(quint32 flags)
{
    m_actions = flags & allActions;
    m_serverTakesText = (flags & formatText) != 0;
    Outcome outcome;
    outcome.kind = Outcome::Kind::Capabilities;
    // Size 0: nothing that has not been asked for.
    outcome.reply = message(ourActions | formatText, bigEndian(0));
    return outcome;
}

Clipboard::Outcome Clipboard::takeText(QByteArrayView packed, qint64 size) const
{
    Outcome outcome;
    if (packed.size() < size) {
        outcome.kind = Outcome::Kind::TooLarge;
        outcome.bytes = size;
        return outcome;
    }
    const UnpackedText unpacked = unpackClipboardText(packed, m_largestText);
    if (!unpacked.valid) {
        outcome.kind = Outcome::Kind::Malformed;
        outcome.problem = u"the text cannot be unpacked"_s;
    } else if (unpacked.size > m_largestText) {
        outcome.kind = Outcome::Kind::TooLarge;
        outcome.bytes = unpacked.size;
    } else {
        outcome.kind = Outcome::Kind::Text;
        outcome.text = unpacked.text;
    }
    return outcome;
}

} // namespace portlight::rfb
