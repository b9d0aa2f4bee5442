// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/TargetParser.h"

#include "desktop/NoVncParameters.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace portlight::TargetParser {

namespace {

constexpr qsizetype longestText = 8192;

/// The text is quoted only where it cannot hold a secret.
tl::unexpected<Error> malformed(const QString &text, const QString &reason)
{
    const bool secret = text.contains(u'@') || text.contains("passw"_L1, Qt::CaseInsensitive) || text.size() > 200;
    const QString subject = secret ? QCoreApplication::translate("TargetParser", "The target")
                                   : QCoreApplication::translate("TargetParser", "“%1”").arg(text);
    return failure(
        ErrorKind::Usage, u"target.malformed"_s,
        QCoreApplication::translate("TargetParser", "%1 cannot be understood as a desktop: %2").arg(subject, reason),
        QCoreApplication::translate("TargetParser",
                                    "Give a URL (ws://, wss://, http://, https://, vnc://), HOST:PORT, or a VM."));
}

QString passwordWarning()
{
    return QCoreApplication::translate(
        "TargetParser",
        "A password in an address can be read by others (process list, shell history). It is used this once and "
        "not stored. Better use a password file.");
}

/// The URL for people: no user, no password, no fragment, secret query values replaced.
QString displayOf(const QUrl &url)
{
    QUrl shown = url;
    shown.setUserInfo({});
    shown.setFragment({});
    QUrlQuery query(shown);
    QUrlQuery tame;
    const auto items = query.queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items)
        tame.addQueryItem(name, isSecretName(name) ? u"***"_s : value);
    if (!items.isEmpty())
        shown.setQuery(tame);
    return shown.toString(QUrl::FullyEncoded);
}

/// A user and password before the host are HTTP's own login (RFC 7617).
void takeLogin(const QUrl &url, DesktopTarget &target)
{
    if (url.userInfo().isEmpty())
        return;
    const QString login = url.userName(QUrl::FullyDecoded) + u':' + url.password(QUrl::FullyDecoded);
    target.authorization = "Basic " + login.toUtf8().toBase64();
    target.warnings.append(passwordWarning());
}

void takePassword(const QString &password, DesktopTarget &target)
{
    target.password = password.toUtf8();
    if (!target.warnings.contains(passwordWarning()))
        target.warnings.append(passwordWarning());
}

Result<DesktopTarget> webSocketTarget(QUrl url, const QString &text, DesktopTarget target)
{
    if (url.host().isEmpty())
        return malformed(text, QCoreApplication::translate("TargetParser", "there is no host in it."));
    if (url.port() == 0)
        return malformed(text, QCoreApplication::translate("TargetParser", "0 is no port."));
    url.setUserInfo({});
    url.setFragment({});
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    target.transport = DesktopTarget::Transport::WebSocket;
    target.host = url.host(QUrl::FullyDecoded);
    target.port = quint16(url.port(url.scheme() == "wss"_L1 ? 443 : 80));
    target.display = displayOf(url);
    target.url = url;
    return target;
}

/// Splits "websockify?token=x" as noVNC's `path` has it; a leading slash is implied.
void setPathAndQuery(QUrl &url, const QString &path)
{
    const qsizetype mark = path.indexOf(u'?');
    QString onlyPath = mark < 0 ? path : path.left(mark);
    if (!onlyPath.startsWith(u'/'))
        onlyPath.prepend(u'/');
    url.setPath(onlyPath, QUrl::TolerantMode);
    url.setQuery(mark < 0 ? QString() : path.mid(mark + 1));
}

bool isSameServer(const QUrl &page, const QUrl &socket)
{
    const auto portOf = [](const QUrl &url, QLatin1StringView secure) {
        return url.port(url.scheme() == secure ? 443 : 80);
    };
    return page.host() == socket.host() && portOf(page, "https"_L1) == portOf(socket, "wss"_L1);
}

/// The page with the parameters of its query and its fragment as one query, so that it can be read again.
QUrl withoutSecrets(const QUrl &page)
{
    QStringList pairs = page.query(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts) +
                        page.fragment(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts);
    pairs.removeIf([](const QString &pair) { return isSecretName(pair.section(u'=', 0, 0)); });
    QUrl clean = page.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (clean.path().isEmpty())
        clean.setPath(u"/"_s);
    if (!pairs.isEmpty())
        clean.setQuery(pairs.join(u'&'));
    return clean;
}

/// noVNC, app/ui.js, connect(): `host` makes `path` a path below it, else `path` is relative to the page.
Result<DesktopTarget> noVncTarget(const QUrl &page, const QString &text, const NoVncPageSettings &settings = {})
{
    const NoVncParameters parameters(page, settings.defaults, settings.mandatory);
    const bool secure = parameters.flag(u"encrypt"_s, page.scheme() == "https"_L1);
    const QString path = parameters.has(u"path"_s) ? parameters.text(u"path"_s) : u"websockify"_s;
    QUrl url;
    url.setScheme(secure ? u"wss"_s : u"ws"_s);
    url.setHost(parameters.text(u"host"_s).isEmpty() ? page.host() : parameters.text(u"host"_s));
    if (url.host().isEmpty())
        return malformed(text, QCoreApplication::translate("TargetParser", "there is no host in it."));
    bool isNumber = true;
    const int port = parameters.text(u"port"_s).isEmpty() ? page.port(page.scheme() == "https"_L1 ? 443 : 80)
                                                          : parameters.text(u"port"_s).toInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return malformed(text,
                         QCoreApplication::translate("TargetParser", "its port is not a number from 1 to 65535."));
    url.setPort(port);
    if (parameters.text(u"host"_s).isEmpty() && isUrl(path.section(u'?', 0, 0))) {
        url = QUrl(path);
        if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) // as a browser's WebSocket takes it
            url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
        if (url.scheme() != "ws"_L1 && url.scheme() != "wss"_L1)
            return malformed(text, QCoreApplication::translate("TargetParser", "its path is a URL, but no WebSocket."));
    } else {
        const QString folder = parameters.text(u"host"_s).isEmpty() && !path.startsWith(u'/')
                                   ? page.path().section(u'/', 0, -2) + u'/'
                                   : QString();
        setPathAndQuery(url, folder + path);
    }
    DesktopTarget target;
    // A browser keeps the page's login from other servers.
    if (isSameServer(page, url))
        takeLogin(page, target);
    if (page.path().endsWith(".html"_L1))
        target.pagePath = page.path(QUrl::FullyEncoded);
    target.page = withoutSecrets(page);
    target.shared = parameters.flag(u"shared"_s, true);
    target.viewOnly = parameters.flag(u"view_only"_s, false);
    target.repeaterId = parameters.text(u"repeaterID"_s);
    target.noVnc = NoVncSettings::from(parameters, target.warnings);
    if (!parameters.text(u"password"_s).isEmpty())
        takePassword(parameters.text(u"password"_s), target);
    return webSocketTarget(url, text, target);
}

/// RFC 7869, with the password as viewers write it: vnc://:password@host or ?VncPassword=.
Result<DesktopTarget> vncTarget(const QUrl &url, const QString &text)
{
    if (url.host().isEmpty())
        return malformed(text, QCoreApplication::translate("TargetParser", "there is no host in it."));
    if (url.port() == 0)
        return malformed(text, QCoreApplication::translate("TargetParser", "0 is no port."));
    DesktopTarget target;
    target.transport = DesktopTarget::Transport::Rfb;
    target.host = url.host(QUrl::FullyDecoded);
    target.port = quint16(url.port(5900));
    target.display = u"vnc://"_s + target.endpoint();
    target.userName = url.userName(QUrl::FullyDecoded);
    if (!url.password().isEmpty())
        takePassword(url.password(QUrl::FullyDecoded), target);
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (isSecretName(name) && !value.isEmpty())
            takePassword(value, target);
        else if (name.compare("VncUsername"_L1, Qt::CaseInsensitive) == 0)
            target.userName = value;
    }
    return target;
}

Result<DesktopTarget> urlTarget(const QString &text)
{
    const QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid())
        return malformed(text, QCoreApplication::translate("TargetParser", "it is not a valid URL."));
    const QString scheme = url.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1)
        return noVncTarget(url, text);
    if (scheme == "vnc"_L1)
        return vncTarget(url, text);
    if (scheme != "ws"_L1 && scheme != "wss"_L1)
        return malformed(
            text, QCoreApplication::translate("TargetParser", "its scheme is none of ws, wss, http, https and vnc."));
    DesktopTarget target;
    takeLogin(url, target);
    return webSocketTarget(url, text, target);
}

Result<DesktopTarget> hostAndPortTarget(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return malformed(text, QCoreApplication::translate("TargetParser", "there is no port in it."));
    QString host = text.left(colon);
    const QString digits = text.mid(colon + 1);
    bool isNumber = false;
    const int port = digits.toInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535 || !digits.at(0).isDigit())
        return malformed(text,
                         QCoreApplication::translate("TargetParser", "its port is not a number from 1 to 65535."));
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return malformed(
            text, QCoreApplication::translate("TargetParser", "an IPv6 address needs brackets, as in [::1]:6080."));
    QUrl check;
    check.setScheme(u"ws"_s);
    check.setHost(host, QUrl::StrictMode);
    if (check.host().isEmpty() || bracketed != host.contains(u':'))
        return malformed(text,
                         QCoreApplication::translate("TargetParser", "its host is neither a name nor an address."));
    if (port < 5900 || port > 5999)
        return websockify(host, quint16(port));
    DesktopTarget target;
    target.transport = DesktopTarget::Transport::Rfb;
    target.host = host;
    target.port = quint16(port);
    target.display = u"vnc://"_s + target.endpoint();
    return target;
}

} // namespace

bool isSecretName(const QString &name)
{
    return name.contains("password"_L1, Qt::CaseInsensitive) || name.compare("passwd"_L1, Qt::CaseInsensitive) == 0;
}

bool isUrl(const QString &text)
{
    return text.contains("://"_L1);
}

Result<DesktopTarget> parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return malformed(trimmed, QCoreApplication::translate("TargetParser", "it is empty."));
    if (trimmed.size() > longestText)
        return malformed(trimmed, QCoreApplication::translate("TargetParser", "it is too long."));
    return isUrl(trimmed) ? urlTarget(trimmed) : hostAndPortTarget(trimmed);
}

DesktopTarget withPageSettings(const DesktopTarget &target, const NoVncPageSettings &settings)
{
    if (target.page.isEmpty() || settings.isEmpty())
        return target;
    Result<DesktopTarget> changed = noVncTarget(target.page, target.display, settings);
    if (!changed)
        return target;
    const bool sameServer = changed->endpoint() == target.endpoint();
    if (changed->password.isEmpty() && sameServer)
        changed->password = target.password;
    if (sameServer)
        changed->authorization = target.authorization;
    changed->warnings = target.warnings;
    changed->trustedIdentities = sameServer ? target.trustedIdentities : QList<QByteArray>();
    return *changed;
}

DesktopTarget websockify(const QString &host, quint16 port)
{
    DesktopTarget target;
    target.host = host;
    target.port = port;
    target.url.setScheme(u"ws"_s);
    target.url.setHost(host);
    target.url.setPort(port);
    target.url.setPath(u"/websockify"_s);
    target.display = target.url.toString(QUrl::FullyEncoded);
    return target;
}

} // namespace portlight::TargetParser
