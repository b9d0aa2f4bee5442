// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>

namespace portlight {

/// What a client said to a server in a test, noted in the server's thread and read in the test's; and what the server
/// shall say when it hears something. Any thread.
class Notes
{
public:
    void add(int type, const QByteArray &body)
    {
        const QMutexLocker lock(&m_mutex);
        m_messages.append({type, body});
    }
    /// Bodies of the messages of that type.
    [[nodiscard]] QList<QByteArray> of(int type) const
    {
        const QMutexLocker lock(&m_mutex);
        QList<QByteArray> bodies;
        for (const auto &[each, body] : m_messages) {
            if (each == type)
                bodies.append(body);
        }
        return bodies;
    }
    /// Types of the pointer's and the keyboard's messages, in order.
    [[nodiscard]] QList<int> order() const
    {
        const QMutexLocker lock(&m_mutex);
        QList<int> types;
        for (const auto &[each, body] : m_messages) {
            if (each == 4 || each == 5)
                types.append(each);
        }
        return types;
    }

    /// To be sent once, at the next message of that type.
    void reply(int type, const QByteArray &bytes)
    {
        const QMutexLocker lock(&m_mutex);
        m_replies.append({type, bytes});
    }
    [[nodiscard]] QByteArray takeReply(int type)
    {
        const QMutexLocker lock(&m_mutex);
        for (qsizetype i = 0; i < m_replies.size(); ++i) {
            if (m_replies.at(i).first == type)
                return m_replies.takeAt(i).second;
        }
        return {};
    }

private:
    mutable QMutex m_mutex;
    QList<std::pair<int, QByteArray>> m_messages;
    QList<std::pair<int, QByteArray>> m_replies;
};

} // namespace portlight
