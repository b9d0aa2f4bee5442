// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace portlight {

/// How a WebSocket begins (RFC 6455, section 4): the request, and whether the answer opens it. No subprotocol, as noVNC
/// does it. Pure; takes at most 64 KiB of an answer.
class WebSocketUpgrade
{
public:
    /// `key`: 16 random bytes. `authorization`: value of the HTTP header, or empty.
    WebSocketUpgrade(const QUrl &url, const QByteArray &authorization, const QByteArray &key);

    [[nodiscard]] QByteArray request() const;

    enum class State {
        Waiting,  ///< For more of the answer.
        Open,     ///< It is open; `rest()` are frames already.
        Rejected, ///< An HTTP status other than 101: see status().
        Broken,   ///< No answer to this request: see problem().
    };
    /// Bytes of the answer, in any pieces.
    State add(const QByteArray &bytes);
    /// Status and its name, e.g. "404 Not Found".
    [[nodiscard]] QString status() const;
    /// What is wrong, for a sentence.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] const QByteArray &rest() const { return m_answer; }
    [[nodiscard]] bool isEmpty() const { return m_answer.isEmpty(); }

private:
    [[nodiscard]] QByteArray header(const QByteArray &name, qsizetype end) const;
    [[nodiscard]] State judge(qsizetype end);
    State broken(const QString &problem);

    QUrl m_url;
    QByteArray m_authorization;
    QByteArray m_key;
    QByteArray m_answer;
    QString m_problem;
};

} // namespace portlight
