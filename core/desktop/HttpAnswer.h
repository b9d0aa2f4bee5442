// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"

#include <QByteArray>
#include <QString>

namespace portlight {

/// What a port says to a request for noVNC's page, read as it comes. Pure; takes at most 256 KiB.
class HttpAnswer
{
public:
    enum class Wanted {
        Page, ///< Whether it is noVNC's: the rest of it is of no interest.
        File, ///< All of it.
    };
    explicit HttpAnswer(Wanted wanted = Wanted::Page)
        : m_wanted(wanted)
    {
    }

    /// The request to send, HTTP/1.1 with "Connection: close".
    [[nodiscard]] static QByteArray request(const DesktopTarget &target);

    void add(const QByteArray &bytes);
    /// No more bytes are needed to judge.
    [[nodiscard]] bool isEnough() const;
    [[nodiscard]] bool isHttp() const;
    /// Something answers that is no web server: an SSH or VNC server, for example.
    [[nodiscard]] bool isOtherProtocol() const;
    /// 0 when there is no HTTP status line.
    [[nodiscard]] int status() const;
    [[nodiscard]] bool isNoVnc() const;
    /// What came after the headers; empty unless the status is 200.
    [[nodiscard]] QByteArray body() const;
    /// What was seen, for people, e.g. "HTTP status 404".
    [[nodiscard]] QString sight() const;

private:
    Wanted m_wanted;
    QByteArray m_bytes;
};

} // namespace portlight
