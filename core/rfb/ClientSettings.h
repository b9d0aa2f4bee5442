// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Encoding.h"
#include "rfb/Limits.h"
#include "rfb/LoginRequest.h"
#include "rfb/PixelFormat.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace portlight::rfb {

/// How a Client shall speak; fixed when it is made.
struct ClientSettings
{
    /// Used when the server asks, instead of loginRequired(), as far as it answers the question.
    Login login;
    /// What an X.509 certificate must be made out for; DNS name or address.
    QString serverName;
    /// SHA-256 of certificates and keys that a person has accepted earlier: no question for these.
    QList<QByteArray> trustedIdentities;
    /// Sent to an UltraVNC repeater, which greets with "RFB 000.000"; e.g. "ID:1234".
    QString repeaterId;
    /// Use continuous updates and fences where the server can.
    bool continuousUpdates = true;
    /// Threads that decode Tight rectangles besides the caller's; 0: all work is done in the caller's. receive() waits
    /// for them, so nothing else changes; but where a rectangle is broken, some behind it may be in the framebuffer.
    int decodeThreads = 0;
    /// What is expected to take less time stays in the caller's thread: waking another one takes as long.
    std::chrono::nanoseconds threadsAreWorth = std::chrono::microseconds(100);
    /// Leave other viewers connected (ClientInit, RFC 6143 section 7.3.1).
    bool shared = true;
    /// What to ask for with SetPixelFormat; nothing: take the server's own format.
    std::optional<PixelFormat> pixelFormat = PixelFormat::native();
    /// In order of preference.
    QList<Encoding> encodings = defaultEncodings();
    /// JPEG quality 0 to 9; nothing: lossless pictures only.
    std::optional<int> qualityLevel;
    /// 0 to 9; nothing: the server's default.
    std::optional<int> compressionLevel;
    /// Ask for the whole picture after ServerInit and for changes after each update. False: call requestUpdate().
    bool automaticUpdates = true;
    Limits limits;
};

} // namespace portlight::rfb
