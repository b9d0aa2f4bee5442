// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ClientMessages.h"
#include "rfb/ClientObserver.h"
#include "rfb/ClientSettings.h"
#include "rfb/Clipboard.h"
#include "rfb/Coverage.h"
#include "rfb/Framebuffer.h"
#include "rfb/PixelConverter.h"
#include "rfb/SecureChannel.h"

#include <memory>
#include <optional>

namespace portlight::rfb {

/// Whether a reader can go on with the bytes at hand.
enum class Step { Continue, Wait };

/// What the parts of a Client share: Handshake fills it, MessageReader and UpdateReader work on it.
struct ClientContext
{
    ClientContext(ClientObserver &clientObserver, ClientSettings clientSettings);

    ClientObserver &observer;
    ClientSettings settings; ///< Its login goes when the handshake is over; nothing else changes.

    ClientState state = ClientState::Version;
    Stage stage = Stage::Version;
    std::optional<Failure> failure;
    QByteArray output; ///< In clear.
    /// What `output` and the server's bytes go through; null without encryption. Set by startChannel().
    std::unique_ptr<SecureChannel> channel;
    bool channelIsNew = false; ///< Bytes that were not read when it started are not decrypted yet.
    QByteArray wire;           ///< Goes out before what is in `output`.

    QString banner;
    int minorVersion = 0;
    int securityType = 0;
    QString name;
    PixelConverter pixels;
    Framebuffer framebuffer;
    Coverage coverage;
    quint64 updates = 0;
    ServerAbilities abilities;
    QList<Screen> screens;
    Clipboard clipboard;
    std::optional<LedState> leds;
    std::optional<int> qualityLevel; ///< These two as in ClientSettings, but changeable.
    std::optional<int> compressionLevel;
    bool sendsContinuously = false; ///< The server sends updates without being asked for each.
    std::optional<Cursor> cursor;   ///< The last one; see tellCursor().

    /// Failed or Closed; nothing may be read or told any more.
    [[nodiscard]] bool isOver() const { return state == ClientState::Failed || state == ClientState::Closed; }
    void setState(ClientState next);
    /// From here on everything is encrypted, both ways.
    void startChannel(std::unique_ptr<SecureChannel> next);
    [[nodiscard]] bool hasOutput();
    /// For the server, in order, encrypted where that is agreed.
    [[nodiscard]] QByteArray takeOutput();
    void setName(QByteArrayView bytes);
    /// Keeps it for keyframes and tells the observer.
    void tellCursor(const Cursor &shape);

    /// The first failure counts; `where` is untranslated.
    void fail(const QString &id, const QString &summary, const QString &where = {});
    /// rfb.malformed
    void malformed(const QString &where);

    /// Another framebuffer size, from ServerInit or later; false after a failure.
    [[nodiscard]] bool resize(QSize size, const QString &where);

    /// The server has shown that it can do something; told when it is news.
    void addAbility(bool ServerAbilities::*ability);
    void setLeds(const LedState &next);

    /// SetPixelFormat, SetEncodings and the first request.
    void sendInitialMessages(const PixelFormat &serverFormat);
    void sendEncodings();
    /// After an update: asks for what comes next, once or continuously.
    void requestNext(bool wholePicture);
    /// EndOfContinuousUpdates: the first one says that the server can, any other that it has stopped.
    void continuousUpdatesEnded();
    void requestUpdate(bool incremental, const QRect &rect = {});

private:
    bool m_lowColour = false;      ///< The server gets along with 8 bits and simple encodings only.
    bool m_wantsContinuous = true; ///< Not any more once the server has stopped it.
};

} // namespace portlight::rfb
