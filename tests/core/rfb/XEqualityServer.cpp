// SPDX-License-Identifier: GPL-3.0-or-later
#include "EqualityServer.h"

#include <QFile>

namespace portlight::rfb::testing {

namespace {

constexpr QSize screenSize(500, 330);
constexpr int firstDisplay = 80;

} // namespace

QStringList XEqualityServer::programs() const
{
    return {m_kind == Kind::Xvnc ? u"Xvnc"_s : u"Xvfb"_s, u"x11vnc"_s, u"xterm"_s, u"xwud"_s, u"xwd"_s, u"xdotool"_s};
}

QString XEqualityServer::start()
{
    const QString problem =
        m_kind == Kind::Xvnc ? m_server.start(screenSize, firstDisplay) : m_server.startXvfb(screenSize, firstDisplay);
    if (!problem.isEmpty())
        return problem;
    if (!m_server.showPicture(XwdImage::variedPicture({211, 160}), {230, 20}))
        return u"The picture is not shown."_s;
    // Prints 40 lines for each file that appears.
    m_server.run(u"xterm"_s, {u"-geometry"_s, u"36x22+0+0"_s, u"-e"_s, u"sh"_s, u"-c"_s,
                              u"cd '%1'; n=0; while :; do while [ ! -e $n ]; do sleep 0.02; done; "
                              "for i in $(seq 40); do printf '\\033[3%dm%d %d some words\\n' $((i%8)) $n $i; done; "
                              "n=$((n+1)); done"_s.arg(m_folder.path())});
    m_port = m_kind == Kind::Xvnc ? m_server.port() : m_server.startX11vnc();
    return m_port == 0 ? u"x11vnc did not start."_s : QString();
}

void XEqualityServer::change(int number)
{
    QFile file(m_folder.filePath(QString::number(number)));
    static_cast<void>(file.open(QIODevice::WriteOnly));
    static_cast<void>(m_server.moveWindow({200 + number % 7 * 9, 20 + number % 5 * 17}));
}

Rounding XEqualityServer::rounding() const
{
    return m_kind == Kind::Xvnc ? Rounding::HalfUp : Rounding::HalfDown;
}

QList<Encoding> XEqualityServer::encodings() const
{
    QList<Encoding> result = {Encoding::Raw, Encoding::Rre, Encoding::Hextile, Encoding::Tight, Encoding::Zrle};
    if (m_kind == Kind::X11vnc)
        result += {Encoding::CoRre, Encoding::Zlib};
    return result;
}

} // namespace portlight::rfb::testing
