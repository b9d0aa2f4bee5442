// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/NoVncLink.h"

#include "desktop/TargetParser.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// "name=value" pairs in the order they are added.
class Query
{
public:
    void add(const char *name, const QString &value)
    {
        m_pairs.append(QLatin1StringView(name) + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value, "/:,")));
    }
    void add(const char *name, std::optional<bool> value)
    {
        if (value)
            add(name, *value ? u"true"_s : u"false"_s);
    }
    void add(const char *name, std::optional<int> value)
    {
        if (value)
            add(name, QString::number(*value));
    }
    [[nodiscard]] QString text() const { return m_pairs.join(u'&'); }

private:
    QStringList m_pairs;
};

QUrl pageOf(const DesktopTarget &target)
{
    if (!target.page.isEmpty())
        return target.page.adjusted(QUrl::RemoveQuery);
    QUrl page;
    page.setScheme(target.isSecure() ? u"https"_s : u"http"_s);
    page.setHost(target.host);
    page.setPort(target.url.port());
    page.setPath(target.pagePath);
    return page;
}

int portOf(const QUrl &url)
{
    const bool secure = url.scheme() == "https"_L1 || url.scheme() == "wss"_L1;
    return url.port(secure ? 443 : 80);
}

bool isSameServer(const QUrl &page, const QUrl &socket)
{
    const bool sameSecurity = (page.scheme() == "https"_L1) == (socket.scheme() == "wss"_L1);
    return sameSecurity && page.host() == socket.host() && portOf(page) == portOf(socket);
}

/// noVNC takes `path` relative to its page, or as a path from the root when `host` is given.
QString pathFrom(const QString &folder, const QUrl &socket)
{
    QString path = socket.path(QUrl::FullyEncoded);
    if (path.startsWith(folder))
        path = path.sliced(folder.size());
    QStringList kept = socket.query(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts);
    kept.removeIf([](const QString &pair) { return TargetParser::isSecretName(pair.section(u'=', 0, 0)); });
    return kept.isEmpty() ? path : path + u'?' + kept.join(u'&');
}

void addSocket(Query &query, const QUrl &page, const QUrl &socket)
{
    QString folder = u"/"_s;
    if (isSameServer(page, socket)) {
        folder = page.path().section(u'/', 0, -2) + u'/';
    } else {
        query.add("host", socket.host().contains(u':') ? u'[' + socket.host() + u']' : socket.host());
        query.add("port", std::optional(portOf(socket)));
        query.add("encrypt", std::optional(socket.scheme() == "wss"_L1));
    }
    if (const QString path = pathFrom(folder, socket); path != "websockify"_L1)
        query.add("path", path);
}

QString resizeName(NoVncSettings::Resize resize)
{
    switch (resize) {
    case NoVncSettings::Resize::Off:
        return u"off"_s;
    case NoVncSettings::Resize::Scale:
        return u"scale"_s;
    case NoVncSettings::Resize::Remote:
        break;
    }
    return u"remote"_s;
}

void addViewer(Query &query, const NoVncSettings &settings)
{
    query.add("autoconnect", settings.autoconnect);
    if (settings.resize)
        query.add("resize", resizeName(*settings.resize));
    query.add("view_clip", settings.viewClip);
    query.add("show_dot", settings.showDot);
    query.add("quality", settings.quality);
    query.add("compression", settings.compression);
    query.add("reconnect", settings.reconnect);
    if (settings.reconnectDelay)
        query.add("reconnect_delay", QString::number(settings.reconnectDelay->count()));
    if (settings.bell)
        query.add("bell", *settings.bell ? u"on"_s : u"off"_s);
    query.add("keep_device_awake", settings.keepDeviceAwake);
    if (!settings.logging.isEmpty())
        query.add("logging", settings.logging);
}

} // namespace

QString noVncLink(const DesktopTarget &target)
{
    if (target.transport != DesktopTarget::Transport::WebSocket)
        return {};
    QUrl page = pageOf(target);
    Query query;
    addSocket(query, page, target.url);
    if (!target.shared)
        query.add("shared", std::optional(false));
    if (target.viewOnly)
        query.add("view_only", std::optional(true));
    if (!target.repeaterId.isEmpty())
        query.add("repeaterID", target.repeaterId);
    addViewer(query, target.noVnc);
    page.setQuery(query.text().isEmpty() ? QString() : query.text(), QUrl::StrictMode);
    return page.toString(QUrl::FullyEncoded);
}

} // namespace portlight
