// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealServer.h"
#include "Viewer.h"
#include "support/TestTools.h"

#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize screenSize(500, 330);

ClientSettings settingsFor(Encoding encoding, const PixelFormat &format)
{
    ClientSettings settings;
    settings.encodings = {encoding, Encoding::Cursor, Encoding::LastRect, Encoding::DesktopSize};
    settings.pixelFormat = format;
    return settings;
}

} // namespace

/// Each encoding at each depth shows the same picture as the X server itself.
class RealServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void showsTheSamePicture_data();
    void showsTheSamePicture();
    void followsMovedWindows_data();
    void followsMovedWindows();

private:
    /// Another one each time: a move to the same place is none.
    [[nodiscard]] QPoint nextPointerPosition() { return QPoint(++m_pointerMoves, 3); }

    std::unique_ptr<RealServer> m_server;
    int m_pointerMoves = 0;
    quint16 m_x11vncPort = 0;
};

void RealServerTest::initTestCase()
{
    PORTLIGHT_NEED_ALL(portlight::notInstalled({u"Xvnc"_s, u"x11vnc"_s, u"xwd"_s, u"xwud"_s, u"xdotool"_s}));
    m_server = std::make_unique<RealServer>();
    const QString problem = m_server->start(screenSize);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_server->showPicture(XwdImage::variedPicture({401, 251}), {37, 21}));
    m_x11vncPort = m_server->startX11vnc();
    QVERIFY(m_x11vncPort != 0);
}

void RealServerTest::showsTheSamePicture_data()
{
    QTest::addColumn<bool>("x11vnc");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("bigEndian");
    const QList<Encoding> xvnc = {Encoding::Raw, Encoding::Rre, Encoding::Hextile, Encoding::Tight, Encoding::Zrle};
    const QList<Encoding> x11vnc = xvnc + QList<Encoding>{Encoding::CoRre, Encoding::Zlib};
    for (const bool other : {false, true}) {
        for (const Encoding encoding : other ? x11vnc : xvnc) {
            for (const int bits : {32, 16, 8}) {
                for (const bool bigEndian : {false, true}) {
                    if (bits == 8 && bigEndian)
                        continue;
                    QTest::addRow("%s, %s, %d bits%s", other ? "x11vnc" : "Xvnc",
                                  qPrintable(encodingName(qint32(encoding))), bits, bigEndian ? ", big endian" : "")
                        << other << int(encoding) << bits << bigEndian;
                }
            }
        }
    }
}

void RealServerTest::showsTheSamePicture()
{
    QFETCH(bool, x11vnc);
    QFETCH(int, encoding);
    QFETCH(int, bits);
    QFETCH(bool, bigEndian);
    PixelFormat format = bits == 32   ? PixelFormat::native()
                         : bits == 16 ? PixelFormat::rgb565()
                                      : PixelFormat::bgr233();
    format.bigEndian = bigEndian;
    Viewer viewer(x11vnc ? m_x11vncPort : m_server->port(), settingsFor(Encoding(encoding), format));
    const QString problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(viewer.client().coverage(), 1.0);
    const XwdImage screen = m_server->screenshot();
    const Rounding rounding = x11vnc ? Rounding::HalfDown : Rounding::HalfUp;
    viewer.takePointer(nextPointerPosition());
    const QString different = viewer.pumpUntil([&] { return viewer.differences(screen, format, rounding) == 0; });
    QVERIFY2(different.isEmpty(),
             qPrintable(u"%1 differ: %2"_s.arg(viewer.differences(screen, format, rounding)).arg(different)));
}

void RealServerTest::followsMovedWindows_data()
{
    QTest::addColumn<int>("encoding");
    QTest::newRow("Raw") << int(Encoding::Raw);
    QTest::newRow("ZRLE") << int(Encoding::Zrle);
    QTest::newRow("Tight") << int(Encoding::Tight);
}

/// The window's pixels come as CopyRect: far fewer bytes than the window has.
void RealServerTest::followsMovedWindows()
{
    QFETCH(int, encoding);
    ClientSettings settings = settingsFor(Encoding(encoding), PixelFormat::native());
    settings.encodings.prepend(Encoding::CopyRect);
    Viewer viewer(m_server->port(), settings);
    QString problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const qint64 whole = viewer.received();
    viewer.takePointer(nextPointerPosition());
    for (const QPoint position : {QPoint(60, 40), QPoint(50, 45), QPoint(37, 21)}) {
        QVERIFY(m_server->moveWindow(position));
        const XwdImage screen = m_server->screenshot();
        problem = viewer.pumpUntil([&] { return viewer.differences(screen, PixelFormat::native()) == 0; });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    QVERIFY2(viewer.received() - whole < whole, qPrintable(u"%1 of %2"_s.arg(viewer.received() - whole).arg(whole)));
}

QTEST_GUILESS_MAIN(RealServerTest)
#include "RealServerTest.moc"
