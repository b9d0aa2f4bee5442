// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/HttpAnswer.h"

#include "verdict/FailureText.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qsizetype mostBytes = 256 * 1024;
constexpr qsizetype statusLineBytes = 12; // "HTTP/1.1 200"

} // namespace

QByteArray HttpAnswer::request(const DesktopTarget &target)
{
    QByteArray lines = "GET " + target.pagePath.toUtf8() + " HTTP/1.1\r\nHost: " + target.endpoint().toUtf8() +
                       "\r\nUser-Agent: Portlight/" PORTLIGHT_VERSION
                       "\r\nAccept: text/html, application/json\r\nConnection: close\r\n";
    if (!target.authorization.isEmpty())
        lines += "Authorization: " + target.authorization + "\r\n";
    return lines + "\r\n";
}

void HttpAnswer::add(const QByteArray &bytes)
{
    m_bytes += bytes.left(mostBytes - m_bytes.size());
}

bool HttpAnswer::isEnough() const
{
    if (m_bytes.size() >= mostBytes || (m_wanted == Wanted::Page && isNoVnc()))
        return true;
    const bool complete = m_bytes.size() >= statusLineBytes;
    return complete && (!isHttp() || status() != 200);
}

bool HttpAnswer::isHttp() const
{
    return m_bytes.startsWith("HTTP/1.") && status() != 0;
}

bool HttpAnswer::isOtherProtocol() const
{
    return m_bytes.size() >= statusLineBytes && !m_bytes.startsWith("HTTP/");
}

int HttpAnswer::status() const
{
    if (!m_bytes.startsWith("HTTP/1.") || m_bytes.size() < statusLineBytes)
        return 0;
    return m_bytes.mid(9, 3).toInt();
}

bool HttpAnswer::isNoVnc() const
{
    return status() == 200 && m_bytes.contains("noVNC");
}

QByteArray HttpAnswer::body() const
{
    const qsizetype end = m_bytes.indexOf("\r\n\r\n");
    return status() == 200 && end >= 0 ? m_bytes.mid(end + 4) : QByteArray();
}

QString HttpAnswer::sight() const
{
    if (m_bytes.isEmpty())
        return QCoreApplication::translate("HttpAnswer", "no answer");
    if (!isHttp())
        return QCoreApplication::translate("HttpAnswer", "no HTTP: “%1”")
            .arg(tamedText(QString::fromLatin1(m_bytes.left(60)), 40));
    if (status() == 200)
        return QCoreApplication::translate("HttpAnswer", "another page");
    if (status() == 405)
        return QCoreApplication::translate("HttpAnswer", "HTTP status 405, websockify runs without --web");
    return QCoreApplication::translate("HttpAnswer", "HTTP status %1").arg(status());
}

} // namespace portlight
