// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/WebSocketUpgrade.h"

#include "verdict/FailureText.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qsizetype mostBytes = 64 * 1024;
constexpr qsizetype protocolBytes = 7; // "HTTP/1."

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':') && !host.startsWith('['))
        host = '[' + host + ']';
    const int usual = url.scheme() == "wss"_L1 ? 443 : 80;
    return url.port(usual) == usual ? host : host + ':' + QByteArray::number(url.port());
}

} // namespace

WebSocketUpgrade::WebSocketUpgrade(const QUrl &url, const QByteArray &authorization, const QByteArray &key)
    : m_url(url)
    , m_authorization(authorization)
    , m_key(key.toBase64())
{
}

QByteArray WebSocketUpgrade::request() const
{
    QByteArray path = m_url.path(QUrl::FullyEncoded).toLatin1();
    if (path.isEmpty())
        path = "/";
    if (m_url.hasQuery())
        path += '?' + m_url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray lines = "GET " + path + " HTTP/1.1\r\nHost: " + hostHeader(m_url) +
                       "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + m_key +
                       "\r\nSec-WebSocket-Version: 13\r\nUser-Agent: Portlight/" PORTLIGHT_VERSION "\r\n";
    if (!m_authorization.isEmpty())
        lines += "Authorization: " + m_authorization + "\r\n";
    return lines + "\r\n";
}

WebSocketUpgrade::State WebSocketUpgrade::broken(const QString &problem)
{
    m_problem = problem;
    return State::Broken;
}

WebSocketUpgrade::State WebSocketUpgrade::add(const QByteArray &bytes)
{
    m_answer += bytes;
    const QByteArray protocol = m_answer.first(std::min(protocolBytes, m_answer.size()));
    if (!QByteArrayView("HTTP/1.").startsWith(protocol))
        return broken(QCoreApplication::translate("WebSocketUpgrade", "no HTTP: \u201c%1\u201d")
                          .arg(tamedText(QString::fromLatin1(m_answer.left(60)), 40)));
    const qsizetype line = m_answer.indexOf('\n');
    if (line >= 0 && m_answer.mid(8, 5).trimmed() != "101")
        return State::Rejected;
    const qsizetype end = m_answer.indexOf("\r\n\r\n");
    if (end >= 0)
        return judge(end + 2);
    if (m_answer.size() >= mostBytes)
        return broken(QCoreApplication::translate("WebSocketUpgrade", "its HTTP answer never ends"));
    return State::Waiting;
}

QString WebSocketUpgrade::status() const
{
    const qsizetype line = m_answer.indexOf('\n');
    return tamedText(QString::fromLatin1(m_answer.first(std::max<qsizetype>(line, 0)).mid(9)).trimmed(), 60);
}

/// Of the headers, which end at `end`; names are in any case, the value without spaces around it.
QByteArray WebSocketUpgrade::header(const QByteArray &name, qsizetype end) const
{
    for (const QByteArray &line : m_answer.first(end).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

WebSocketUpgrade::State WebSocketUpgrade::judge(qsizetype end)
{
    const QByteArray expected =
        QCryptographicHash::hash(m_key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
    if (header("Upgrade", end).compare("websocket", Qt::CaseInsensitive) != 0)
        return broken(QCoreApplication::translate("WebSocketUpgrade", "it changes to another protocol"));
    if (header("Sec-WebSocket-Accept", end) != expected)
        return broken(QCoreApplication::translate("WebSocketUpgrade", "it answers another WebSocket's request"));
    if (!header("Sec-WebSocket-Extensions", end).isEmpty())
        return broken(QCoreApplication::translate("WebSocketUpgrade", "it uses an extension nobody asked for"));
    m_answer = m_answer.sliced(end + 2);
    return State::Open;
}

} // namespace portlight
