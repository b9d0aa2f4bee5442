// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/IdleInhibitor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s,
                                          u"org.freedesktop.ScreenSaver"_s, method);
}

} // namespace

IdleInhibitor::~IdleInhibitor()
{
    release();
}

void IdleInhibitor::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        inhibit();
    else
        release();
}

void IdleInhibitor::inhibit()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage question = call(u"Inhibit"_s);
    question << u"portlight"_s << u"A desktop is being watched"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<quint32> reply = *finished;
        if (reply.isError())
            return;
        m_has = true;
        m_cookie = reply.value();
        if (!m_active)
            release(); // it was switched off while the answer was under way
    });
}

void IdleInhibitor::release()
{
    if (!std::exchange(m_has, false))
        return;
    QDBusMessage order = call(u"UnInhibit"_s);
    order << m_cookie;
    QDBusConnection::sessionBus().asyncCall(order);
}

} // namespace portlight
