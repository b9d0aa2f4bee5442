// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ServerConnection.h"
#include "support/StrictMessages.h"
#include "support/StrictPictures.h"

#include <QImage>

#include <functional>

namespace portlight {

/// What a strict server does after ServerInit: it shows a desktop in JPEG (encoding 21), TightPNG and Raw by turns and
/// speaks every extension a client has asked for, and takes nothing that it has not offered. Changes a patch of the
/// picture with every key and button, so that a client has something to fetch. For StrictRfbServer.
class StrictSession
{
public:
    /// Hears of each message of the client, as a JSON object.
    using Record = std::function<void(const QJsonObject &)>;

    StrictSession(ServerConnection &connection, const QImage &desktop, Record record = {});

    /// Until the client has gone; a sentence when it did wrong.
    [[nodiscard]] QString run();
    /// Its desktop as it is now.
    [[nodiscard]] const QImage &desktop() const { return m_desktop; }

    /// What the server's clipboard holds.
    [[nodiscard]] static QString clipboardText();
    /// What the change of this number, from 1, does to the desktop; where.
    static QRect paintPatch(QImage &desktop, int number);

private:
    void react(const QJsonObject &message);
    void offerWhatIsWanted();
    void sendPending();
    void update(const QByteArray &rectangles, int count);
    void change();
    void answerFence();
    void takeClipboard(const QString &action, QJsonObject &message);
    void sendClipboard(quint32 flags, const QByteArray &rest = {});
    void resize(QSize size);

    ServerConnection &m_connection;
    StrictState m_state;
    StrictMessages m_messages;
    StrictPictures m_pictures;
    QImage m_desktop;
    Record m_record;
    QRect m_dirty;          ///< The client has not got it yet.
    bool m_isAsked = false; ///< An update is wanted.
    bool m_continuous = false;
    int m_updates = 0;
    int m_changes = 0;
    QByteArray m_pseudo; ///< Rectangles of pseudo-encodings that go with the next update.
    int m_pseudoCount = 0;
};

} // namespace portlight
