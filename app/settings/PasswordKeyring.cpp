// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/PasswordKeyring.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <qt6keychain/keychain.h>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

const auto serviceName = u"Portlight"_s;

template <typename KeyringJob>
KeyringJob *makeJob(const QString &key, QObject *parent)
{
    auto *job = new KeyringJob(serviceName, parent);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->setAutoDelete(true);
    return job;
}

bool isKeyring(const QString &name)
{
    return name == "org.freedesktop.secrets"_L1 || name.startsWith("org.kde.kwalletd"_L1);
}

std::optional<PasswordKeyring::Entry> parsed(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (!object.value("password"_L1).isString())
        return std::nullopt;
    return PasswordKeyring::Entry{object.value("user"_L1).toString(), object.value("password"_L1).toString().toUtf8(),
                                  object.value("encrypted"_L1).toBool()};
}

} // namespace

PasswordKeyring::PasswordKeyring(QObject *parent)
    : QObject(parent)
{
}

void PasswordKeyring::look()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Running ones, and those the bus starts when somebody asks.
    for (const QString &method : {u"ListNames"_s, u"ListActivatableNames"_s}) {
        const QDBusMessage question = QDBusMessage::createMethodCall(
            u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method);
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
            finished->deleteLater();
            const QDBusPendingReply<QStringList> reply = *finished;
            const QStringList names = reply.isError() ? QStringList() : reply.value();
            if (!m_available && std::any_of(names.begin(), names.end(), isKeyring)) {
                m_available = true;
                Q_EMIT availabilityChanged(true);
            }
        });
    }
}

void PasswordKeyring::read(const QString &key, std::function<void(const std::optional<Entry> &)> done)
{
    if (!m_available) {
        QMetaObject::invokeMethod(
            this, [done = std::move(done)] { done(std::nullopt); }, Qt::QueuedConnection);
        return;
    }
    auto *job = makeJob<QKeychain::ReadPasswordJob>(key, this);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        done(job->error() == QKeychain::NoError ? parsed(job->textData()) : std::nullopt);
    });
    job->start();
}

void PasswordKeyring::write(const QString &key, const Entry &entry, std::function<void(const QString &)> done)
{
    const QJsonObject object{
        {u"user"_s, entry.user}, {u"password"_s, QString::fromUtf8(entry.password)}, {u"encrypted"_s, entry.encrypted}};
    auto *job = makeJob<QKeychain::WritePasswordJob>(key, this);
    job->setTextData(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        if (done)
            done(job->error() == QKeychain::NoError ? QString() : job->errorString());
    });
    job->start();
}

void PasswordKeyring::forget(const QString &key, std::function<void(const QString &)> done)
{
    auto *job = makeJob<QKeychain::DeletePasswordJob>(key, this);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)] {
        const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        if (done)
            done(gone ? QString() : job->errorString());
    });
    job->start();
}

} // namespace portlight
