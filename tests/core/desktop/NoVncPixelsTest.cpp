// SPDX-License-Identifier: GPL-3.0-or-later
#include "PictureDifference.h"
#include "RealServer.h"
#include "Viewer.h"
#include "support/NoVncPage.h"
#include "support/TestTools.h"

#include <QImage>
#include <QTest>

#include <memory>

using namespace portlight;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

using rfb::Encoding;

namespace {

constexpr QSize screenSize(640, 480);
constexpr QSize largePicture(401, 251);
constexpr QSize smallPicture(48, 40);
constexpr int firstDisplay = 80;
constexpr quint16 webSocketPort = 5985;
constexpr quint16 httpPort = 5986;
constexpr int patience = 20'000; // milliseconds
/// What JPEG of quality 100 may do to a component; that of quality 6 does twenty times as much to these pictures.
constexpr int bestJpeg = 5;

/// A desktop with a picture on it, and both clients looking at it.
class SideBySide
{
public:
    [[nodiscard]] QString start(const QString &folder, QSize picture, bool isLossless);
    [[nodiscard]] bool moveWindow(QPoint position) { return m_server.moveWindow(position); }
    [[nodiscard]] bool showPicture(const QRect &place)
    {
        return m_server.showPicture(XwdImage::variedPicture(place.size()), place.topLeft());
    }
    /// Looks until neither differs from the server by more than this in any pixel; what is wrong after `patience`.
    [[nodiscard]] QString waitFor(int tolerance);
    [[nodiscard]] const QImage &ours() const { return m_ours; }
    [[nodiscard]] const QImage &theirs() const { return m_theirs; }
    [[nodiscard]] bool usesTight() const { return m_viewer->encodings().contains(Encoding::Tight); }

private:
    [[nodiscard]] QString look();
    [[nodiscard]] QString pump(int milliseconds);

    RealServer m_server;
    NoVncPage m_page;
    std::unique_ptr<Viewer> m_viewer;
    QImage m_truth;
    QImage m_ours;
    QImage m_theirs;
    quint64 m_pings = 0;
};

QString SideBySide::start(const QString &folder, QSize picture, bool isLossless)
{
    QString problem = m_server.start(screenSize, firstDisplay);
    if (!problem.isEmpty())
        return problem;
    m_server.run(u"websockify"_s, {u"127.0.0.1:%1"_s.arg(webSocketPort), u"127.0.0.1:%1"_s.arg(m_server.port())});
    if (!m_server.hideCursor() || !m_server.showPicture(XwdImage::variedPicture(picture), {37, 21}))
        return u"The picture is not shown."_s;
    problem = m_page.open(folder, httpPort, u"ws://127.0.0.1:%1"_s.arg(webSocketPort), {}, isLossless);
    if (!problem.isEmpty())
        return problem;
    rfb::ClientSettings settings; // what noVNC asks for by itself
    if (!isLossless)
        settings.qualityLevel = 6;
    settings.compressionLevel = 2;
    m_viewer = std::make_unique<Viewer>(m_server.port(), settings);
    return m_viewer->pumpUntil([this] { return m_viewer->client().isComplete(); });
}

QString SideBySide::pump(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    return m_viewer->pumpUntil([&] { return clock.hasExpired(milliseconds); });
}

QString SideBySide::look()
{
    // The server refreshes as fast as its fences are answered.
    const QString problem = pump(300);
    const XwdImage screen = m_server.screenshot();
    m_truth = imageOf(screen.size, screen.pixels.constData());
    m_ours = imageOf(m_viewer->client().framebuffer().size(), m_viewer->client().framebuffer().row(0));
    m_theirs = m_page.picture();
    return problem;
}

/// TigerVNC's refresh may stop until the client says something: VNCSConnectionST::writeLosslessRefresh() gives up
/// without a timer when a frame is due at that moment. A session's round-trip fence, once a second, is enough; noVNC
/// says nothing by itself.
QString SideBySide::waitFor(int tolerance)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        if (const QString problem = look(); !problem.isEmpty())
            return problem;
        const int ours = largestDifference(m_ours, m_truth);
        const int theirs = largestDifference(m_theirs, m_truth);
        if (ours <= tolerance && theirs <= tolerance)
            return {};
        if (clock.hasExpired(patience))
            return u"Pixels differ from the server's by %1, noVNC's by %2."_s.arg(ours).arg(theirs);
        static_cast<void>(m_viewer->client().ping(++m_pings));
        static_cast<void>(m_page.browser().evaluate(u"window.rfb.sendKey(0xffe1, 'ShiftLeft')"_s));
    }
}

} // namespace

/// noVNC in a browser and our client show the same pixels on the same Xvnc.
class NoVncPixelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showTheSamePixels_data();
    void showTheSamePixels();
    void refreshIsComplete_data() { showTheSamePixels_data(); }
    void refreshIsComplete();
    void refreshIsTheSame_data() { showTheSamePixels_data(); }
    void refreshIsTheSame();
};

void NoVncPixelsTest::initTestCase()
{
    PORTLIGHT_NEED_ALL(NoVncPage::missingParts());
    PORTLIGHT_NEED_ALL(notInstalled({u"Xvnc"_s, u"xwd"_s, u"xwud"_s, u"websockify"_s, u"xdotool"_s}));
}

void NoVncPixelsTest::showTheSamePixels_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("npm's current release") << NoVncPage::npmFolder();
    QTest::newRow("Debian's") << NoVncPage::debianFolder();
}

/// Without JPEG every pixel is the server's.
void NoVncPixelsTest::showTheSamePixels()
{
    QFETCH(QString, folder);
    SideBySide both;
    QString problem = both.start(folder, largePicture, true);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    for (const QPoint position : {QPoint(90, 120), QPoint(130, 77)}) {
        QVERIFY(both.moveWindow(position));
        problem = both.waitFor(0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE(both.ours(), both.theirs());
    }
    QVERIFY(both.usesTight());
}

/// With JPEG TigerVNC's refresh is JPEG too, of quality 100 and full colour resolution (TightJPEGEncoder's
/// losslessQuality): no viewer gets the server's very pixels where there are many colours.
void NoVncPixelsTest::refreshIsComplete()
{
    QFETCH(QString, folder);
    SideBySide both;
    QString problem = both.start(folder, largePicture, false);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    for (const QPoint position : {QPoint(90, 120), QPoint(130, 77)}) {
        QVERIFY(both.moveWindow(position));
        problem = both.waitFor(bestJpeg);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    QVERIFY(both.usesTight());
}

/// Of a large area the server refreshes parts it draws by lot, others for each client. A small one comes as a whole, so
/// that both get the same JPEG and have to show the same pixels; a server short of time may divide it still. Each
/// picture is a new one: what is moved is only copied.
void NoVncPixelsTest::refreshIsTheSame()
{
    QFETCH(QString, folder);
    SideBySide both;
    QString problem = both.start(folder, smallPicture, false);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    constexpr int tries = 8;
    int same = 0;
    QStringList apart;
    for (int i = 0; i < tries && same < 2; ++i) {
        const QRect place(QPoint(100 + 60 * i, 120 + 41 * i), smallPicture);
        QVERIFY(both.showPicture(place));
        problem = both.waitFor(bestJpeg);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const QImage ours = both.ours().copy(place);
        const QImage theirs = both.theirs().copy(place);
        same += ours == theirs ? 1 : 0;
        apart.append(QString::number(largestDifference(ours, theirs)));
    }
    QVERIFY2(same == 2, qPrintable(u"Apart: "_s + apart.join(u", "_s)));
}

QTEST_GUILESS_MAIN(NoVncPixelsTest)
#include "NoVncPixelsTest.moc"
