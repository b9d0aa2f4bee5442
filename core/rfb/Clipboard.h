// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace portlight::rfb {

/// Both sides of the clipboard (RFC 6143, sections 7.5.6 and 7.6.4; rfbproto, "Extended Clipboard Pseudo-Encoding"):
/// what to send and what the server's messages mean. Text only. Pure: bytes in, bytes out.
class Clipboard
{
public:
    /// Texts of more bytes than that are neither sent nor taken.
    explicit Clipboard(quint32 largestText)
        : m_largestText(largestText)
    {
    }

    /// What a message of the server's amounts to.
    struct Outcome
    {
        enum class Kind {
            Nothing,
            Capabilities, ///< The server has told what it can.
            Text,         ///< It has sent its text.
            TooLarge,     ///< It has sent one that is too large.
            Malformed,
        };
        Kind kind = Kind::Nothing;
        QString text;     ///< Line ends \n.
        qint64 bytes = 0; ///< TooLarge only.
        QString problem;  ///< Malformed only, untranslated.
        QByteArray reply; ///< To be sent.
    };

    /// Which way texts may go; both at first.
    void setDirections(bool toServer, bool fromServer);
    [[nodiscard]] bool takesTexts() const { return m_fromServer; }

    /// Our clipboard has another text: what to send now, maybe nothing. Nothing either when the text may not be sent.
    [[nodiscard]] QByteArray offer(const QString &text);
    [[nodiscard]] bool isTooLarge(const QString &text) const { return text.toUtf8().size() > m_largestText; }

    /// The content of a ServerCutText of negative length. It may be cut at largestMessage(); `size` is its whole size.
    [[nodiscard]] Outcome receive(QByteArrayView message, qint64 size);
    /// Nothing beyond that is looked at.
    [[nodiscard]] qint64 largestMessage() const;

private:
    [[nodiscard]] Outcome takeCapabilities(quint32 flags);
    [[nodiscard]] Outcome takeText(QByteArrayView packed, qint64 size) const;
    [[nodiscard]] bool canSend(quint32 action) const { return (m_actions & action) != 0; }

    quint32 m_largestText;
    quint32 m_actions = 0; ///< Those the server understands.
    bool m_serverTakesText = false;
    bool m_toServer = true;
    bool m_fromServer = true;
    bool m_hasText = false;
    QString m_text; ///< Ours, for when the server asks.
};

} // namespace portlight::rfb
