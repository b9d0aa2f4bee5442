// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "XwdImage.h"
#include "rfb/Client.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTcpSocket>

namespace portlight::rfb::testing {

using namespace Qt::Literals::StringLiterals;

/// How a server makes components of fewer bits: the nearest value, where TigerVNC goes up half-way between two and
/// LibVNCServer down, or QEMU's way, which only leaves bits out.
enum class Rounding { HalfUp, HalfDown, Down };

/// What a pixel of the server becomes when it travels in this format. Back again it is rounded too.
[[nodiscard]] inline quint32 travelled(quint32 pixel, const PixelFormat &format, Rounding rounding)
{
    const auto component = [pixel, rounding](int shift, int max) {
        const int value = int(pixel >> shift & 255);
        const int wire = rounding == Rounding::Down ? value * (max + 1) >> 8
                                                    : (value * max + (rounding == Rounding::HalfUp ? 128 : 127)) / 255;
        return quint32((wire * 255 + max / 2) / max) << shift;
    };
    return 0xff000000U | component(16, format.redMax) | component(8, format.greenMax) | component(0, format.blueMax);
}

/// A client on a TCP connection.
class Viewer final : private ClientObserver
{
public:
    Viewer(quint16 port, const ClientSettings &settings)
        : m_client(*this, settings)
    {
        m_socket.connectToHost(u"127.0.0.1"_s, port);
        m_socket.waitForConnected(deadline);
    }
    [[nodiscard]] const Client &client() const { return m_client; }
    [[nodiscard]] Client &client() { return m_client; }
    /// Those the server has used for pixels.
    [[nodiscard]] const QSet<Encoding> &encodings() const { return m_encodings; }
    [[nodiscard]] qint64 received() const { return m_received; }

    /// Moves bytes until the condition holds; what it was waiting for otherwise.
    template <typename Condition>
    [[nodiscard]] QString pumpUntil(Condition condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < deadline) {
            if (condition())
                return {};
            m_socket.write(m_client.takeOutput());
            m_socket.waitForReadyRead(50);
            const QByteArray bytes = m_socket.readAll();
            m_received += bytes.size();
            m_client.receive(bytes);
            if (m_client.failure())
                return m_client.failure()->summary;
        }
        return u"nothing after %1 ms in state %2, %3 bytes, %4 covered"_s.arg(timer.elapsed())
            .arg(int(m_client.state()))
            .arg(m_received)
            .arg(m_client.coverage());
    }

    /// Xvnc draws a pointer that somebody else has moved into the picture; moving it makes it ours.
    void takePointer(QPoint position) { m_client.sendPointer(position, 0); }

    /// How many pixels differ from the X server's.
    [[nodiscard]] int differences(const XwdImage &screen, const PixelFormat &format,
                                  Rounding rounding = Rounding::HalfUp) const
    {
        if (screen.size != m_client.framebuffer().size())
            return int(screen.pixels.size()) + 1;
        int count = 0;
        for (int i = 0; i < screen.pixels.size(); ++i)
            count += m_client.framebuffer().row(0)[i] != travelled(screen.pixels.at(i), format, rounding);
        return count;
    }

private:
    void encodingUsed(Encoding encoding) override { m_encodings.insert(encoding); }
    void serverIdentityOffered(const ServerIdentity &) override { m_client.acceptServerIdentity(true); }

    static constexpr int deadline = 6000;

    QSet<Encoding> m_encodings;
    Client m_client;
    QTcpSocket m_socket;
    qint64 m_received = 0;
};

} // namespace portlight::rfb::testing
