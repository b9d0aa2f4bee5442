// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Client.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace portlight::rfb::testing {

/// Everything a client did with a server's bytes, comparable.
struct Playback
{
    QStringList events; ///< All but rectangleUpdated, whose number depends on the pieces.
    QByteArray output;
    ClientState state = ClientState::Version;
    QString failureId;
    QString where;
    QSize size;
    QList<quint32> pixels;
    bool complete = false;
    bool told = false; ///< rectangleUpdated covered every pixel that changed from 0.

    bool operator==(const Playback &) const = default;
    [[nodiscard]] quint32 pixel(int x, int y) const { return pixels.at(y * size.width() + x); }
    [[nodiscard]] QString text() const;
};

/// How many bytes the next piece has, of those left.
using Pieces = std::function<qsizetype(qsizetype left)>;

/// Plays the bytes and then, if `end` is set, ends the connection. Passwords are answered with "secret".
[[nodiscard]] Playback play(const QByteArray &bytes, const ClientSettings &settings, const Pieces &pieces,
                            bool end = false);

/// Plays them whole and byte by byte, and with threads; fails the test when they differ. Uses the server's pixel
/// format.
[[nodiscard]] Playback playBothWays(const QByteArray &bytes, bool end = false);
[[nodiscard]] Playback playBothWays(const QByteArray &bytes, const ClientSettings &settings, bool end = false);

/// Settings that leave the server's pixel format alone.
[[nodiscard]] ClientSettings serverFormatSettings();

} // namespace portlight::rfb::testing
