// SPDX-License-Identifier: GPL-3.0-or-later
#include "EqualityServer.h"
#include "support/TestTools.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;

namespace {

constexpr int changes = 5;
constexpr int patience = 8000; // milliseconds

enum class ServerKind { Xvnc, X11vnc, LibVnc, Qemu };

std::unique_ptr<EqualityServer> make(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Xvnc:
        return std::make_unique<XEqualityServer>(XEqualityServer::Kind::Xvnc);
    case ServerKind::X11vnc:
        return std::make_unique<XEqualityServer>(XEqualityServer::Kind::X11vnc);
    case ServerKind::LibVnc:
        return std::make_unique<LibVncEqualityServer>();
    case ServerKind::Qemu:
        break;
    }
    return std::make_unique<QemuEqualityServer>();
}

PixelFormat formatOf(int bits)
{
    return bits == 32 ? PixelFormat::native() : bits == 16 ? PixelFormat::rgb565() : PixelFormat::bgr233();
}

/// All of them with packaging/test.sh --full; a third of them else, every encoding once.
bool isWanted(int encoding, int bits, ServerKind server)
{
    if (qEnvironmentVariableIsSet("PORTLIGHT_ALL_ROWS"))
        return true;
    const int turn = (std::abs(encoding) + int(server)) % 3;
    return bits == (turn == 0 ? 8 : turn == 1 ? 16 : 32);
}

/// Largest and mean difference of a component.
struct Difference
{
    int largest = 256;
    double mean = 256;
};

Difference difference(const Framebuffer &framebuffer, const XwdImage &picture)
{
    if (framebuffer.size() != picture.size || picture.pixels.isEmpty())
        return {};
    Difference result{0, 0};
    for (qsizetype i = 0; i < picture.pixels.size(); ++i) {
        for (const int shift : {0, 8, 16}) {
            const int here = int(framebuffer.row(0)[i] >> shift & 255);
            const int apart = std::abs(here - int(picture.pixels.at(i) >> shift & 255));
            result.largest = std::max(result.largest, apart);
            result.mean += apart;
        }
    }
    result.mean /= double(picture.pixels.size()) * 3;
    return result;
}

} // namespace

/// After a session of changes the framebuffer is what the server had, reduced to the format on the wire: byte for byte
/// where the encoding loses nothing.
class PixelEqualityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { m_server.reset(); }
    void isEqual_data();
    void isEqual();
    void jpegIsClose_data();
    void jpegIsClose();

private:
    /// The last one goes on while it is wanted.
    void use(ServerKind kind);
    [[nodiscard]] QString becomesEqual(Viewer &viewer, const PixelFormat &format);

    std::unique_ptr<EqualityServer> m_server;
    ServerKind m_kind = ServerKind::Xvnc;
    int m_change = 0;
};

void PixelEqualityTest::use(ServerKind kind)
{
    if (m_server && m_kind == kind)
        return;
    m_server.reset();
    auto server = make(kind);
    PORTLIGHT_NEED_ALL(portlight::notInstalled(server->programs()));
    const QString problem = server->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_server = std::move(server);
    m_kind = kind;
    m_change = 100;
    if (kind == ServerKind::Xvnc || kind == ServerKind::X11vnc)
        m_change = 0; // their text waits for the first one
}

/// Servers are free to wait before they send, and X programs before they draw.
QString PixelEqualityTest::becomesEqual(Viewer &viewer, const PixelFormat &format)
{
    QElapsedTimer clock;
    clock.start();
    int apart = -1;
    while (clock.elapsed() < patience) {
        const XwdImage picture = m_server->picture();
        const int tries = 6;
        int round = 0;
        const QString problem = viewer.pumpUntil([&] {
            apart = viewer.differences(picture, format, m_server->rounding());
            return apart == 0 || ++round > tries;
        });
        if (apart == 0)
            return {};
        if (!problem.isEmpty())
            return problem;
    }
    return u"%1 pixels differ"_s.arg(apart);
}

void PixelEqualityTest::isEqual_data()
{
    QTest::addColumn<int>("server");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("bits");
    const std::array names = {"Xvnc", "x11vnc", "libvncserver", "QEMU"};
    for (const ServerKind kind : {ServerKind::Xvnc, ServerKind::X11vnc, ServerKind::LibVnc, ServerKind::Qemu}) {
        for (const Encoding encoding : make(kind)->encodings()) {
            for (const int bits : {32, 16, 8}) {
                const bool hasPng = encoding == Encoding::TightPng;
                if (hasPng ? bits == 32 : isWanted(int(encoding), bits, kind))
                    QTest::addRow("%s, %s, %d", names[size_t(kind)], qPrintable(encodingName(int(encoding))), bits)
                        << int(kind) << int(encoding) << bits;
            }
        }
    }
}

void PixelEqualityTest::isEqual()
{
    QFETCH(int, server);
    QFETCH(int, encoding);
    QFETCH(int, bits);
    use(ServerKind(server));
    if (!m_server || QTest::currentTestFailed())
        return;
    ClientSettings settings;
    settings.encodings = {Encoding::CopyRect, Encoding(encoding), Encoding::Cursor, Encoding::LastRect,
                          Encoding::DesktopSize};
    settings.pixelFormat = formatOf(bits);
    Viewer viewer(m_server->port(), settings);
    QString problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    viewer.takePointer({m_change % 7 + 1, 3});
    for (int i = 0; i < changes; ++i) {
        m_server->change(m_change++);
        problem = becomesEqual(viewer, *settings.pixelFormat);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    QVERIFY(viewer.encodings().contains(Encoding(encoding)));
    if (m_server->copies())
        QVERIFY(viewer.encodings().contains(Encoding::CopyRect));
}

void PixelEqualityTest::jpegIsClose_data()
{
    QTest::addColumn<int>("server");
    QTest::addColumn<int>("encoding");
    QTest::newRow("Xvnc") << int(ServerKind::Xvnc) << int(Encoding::Tight);
    QTest::newRow("libvncserver") << int(ServerKind::LibVnc) << int(Encoding::Tight);
}

/// JPEG of the best quality loses little, but it loses: else it was none.
void PixelEqualityTest::jpegIsClose()
{
    QFETCH(int, server);
    QFETCH(int, encoding);
    use(ServerKind(server));
    if (!m_server || QTest::currentTestFailed())
        return;
    ClientSettings settings;
    settings.encodings = {Encoding(encoding), Encoding::Cursor, Encoding::LastRect};
    settings.qualityLevel = 9;
    Viewer viewer(m_server->port(), settings);
    const QString problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const Difference apart = difference(viewer.client().framebuffer(), m_server->picture());
    QVERIFY2(apart.mean < 2 && apart.largest > 0,
             qPrintable(u"mean %1, largest %2"_s.arg(apart.mean).arg(apart.largest)));
}

QTEST_GUILESS_MAIN(PixelEqualityTest)
#include "PixelEqualityTest.moc"
