// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/NoVncPageSettings.h"

#include "desktop/HttpCheck.h"
#include "hosts/HostProxy.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qsizetype longestFile = 64 * 1024;

/// Where the page is, which need not be where its WebSocket goes.
DesktopTarget fileBeside(const DesktopTarget &target, const QString &name)
{
    DesktopTarget file = target;
    const bool secure = target.page.scheme() == "https"_L1;
    file.host = target.page.host();
    file.port = quint16(target.page.port(secure ? 443 : 80));
    file.pagePath = target.page.path(QUrl::FullyEncoded).section(u'/', 0, -2) + u'/' + name;
    return file;
}

QByteArray read(const DesktopTarget &file, bool secure, const HostPointer &host, QDeadlineTimer deadline,
                const EventWait &wait)
{
    constexpr auto wanted = HttpAnswer::Wanted::File;
    if (!secure) {
        Result<HostSocket> socket = host->connectTcp(file.host, file.port, deadline, wait.cancellation());
        return socket ? HttpCheck::ask(file, std::move(*socket), deadline, wait.cancellation(), wanted).body()
                      : QByteArray();
    }
    if (host->isThisMachine())
        return HttpCheck::askOverTls(file, QNetworkProxy::NoProxy, deadline, wait, wanted).answer.body();
    const auto proxy = HostProxy::start(host);
    return proxy ? HttpCheck::askOverTls(file, (*proxy)->proxy(), deadline, wait, wanted).answer.body() : QByteArray();
}

} // namespace

QHash<QString, QString> NoVncPageSettings::parse(const QByteArray &json)
{
    QHash<QString, QString> values;
    if (json.size() > longestFile)
        return values;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry->isString() || entry->isDouble() || entry->isBool())
            values.insert(entry.key(), entry->toVariant().toString());
    }
    return values;
}

NoVncPageSettings NoVncPageSettings::fetch(const DesktopTarget &target, const HostPointer &host,
                                           QDeadlineTimer deadline, const EventWait &wait)
{
    if (target.page.isEmpty())
        return {};
    const bool secure = target.page.scheme() == "https"_L1;
    NoVncPageSettings settings;
    settings.defaults = parse(read(fileBeside(target, u"defaults.json"_s), secure, host, deadline, wait));
    settings.mandatory = parse(read(fileBeside(target, u"mandatory.json"_s), secure, host, deadline, wait));
    return settings;
}

} // namespace portlight
