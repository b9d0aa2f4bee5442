// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealServer.h"
#include "Viewer.h"
#include "support/NoVncPage.h"

#include <QImage>
#include <QTest>

using namespace portlight;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

using rfb::Encoding;

namespace {

constexpr QSize screenSize(640, 480);
constexpr int firstDisplay = 80;
constexpr quint16 webSocketPort = 5985;
constexpr quint16 httpPort = 5986;
constexpr int patience = 20'000; // milliseconds

QImage image(const QSize &size, const quint32 *pixels)
{
    return QImage(reinterpret_cast<const uchar *>(pixels), size.width(), size.height(), size.width() * 4,
                  QImage::Format_RGB32)
        .copy();
}

QImage image(const XwdImage &picture)
{
    return image(picture.size, picture.pixels.constData());
}

/// Of a component, over all pixels; more than any for pictures of different sizes.
double meanDifference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size() || one.isNull())
        return 256;
    qint64 sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb left = one.pixel(x, y);
            const QRgb right = other.pixel(x, y);
            sum += std::abs(qRed(left) - qRed(right)) + std::abs(qGreen(left) - qGreen(right)) +
                   std::abs(qBlue(left) - qBlue(right));
        }
    }
    return double(sum) / (3.0 * one.width() * one.height());
}

} // namespace

/// noVNC in a browser and our client show the same on the same server.
class NoVncEqualityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showTheSamePixels_data();
    void showTheSamePixels();
    void strictServerTakesBoth_data();
    void strictServerTakesBoth();
};

void NoVncEqualityTest::initTestCase()
{
    QString missing = RealServer::missingPrograms(
        {u"Xvnc"_s, u"xwd"_s, u"xwud"_s, u"websockify"_s, u"chromium"_s, u"python3"_s, u"xdotool"_s});
    if (NoVncPage::npmFolder().isEmpty())
        missing += u" noVNC in build/novnc"_s;
    if (NoVncPage::debianFolder().isEmpty())
        missing += u" noVNC in /usr/share/novnc"_s;
    if (!missing.isEmpty() && qEnvironmentVariableIsEmpty("CI"))
        QSKIP(qPrintable(u"These are not there: %1."_s.arg(missing)));
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
}

void NoVncEqualityTest::showTheSamePixels_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("isLossless");
    QTest::newRow("npm's current release") << NoVncPage::npmFolder() << true;
    QTest::newRow("npm's current release, JPEG") << NoVncPage::npmFolder() << false;
    QTest::newRow("Debian's") << NoVncPage::debianFolder() << true;
    QTest::newRow("Debian's, JPEG") << NoVncPage::debianFolder() << false;
}

/// Without JPEG every pixel is the same, whatever happens. With what noVNC asks for by itself (quality 6, compression
/// 2) both show the same but for what two JPEG decoders may round differently. The server's own refresh without loss is
/// not waited for: TigerVNC 1.12 does not come to its end while continuous updates are on, which noVNC always uses.
void NoVncEqualityTest::showTheSamePixels()
{
    QFETCH(QString, folder);
    QFETCH(bool, isLossless);
    RealServer server;
    QString problem = server.start(screenSize, firstDisplay);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    server.run(u"websockify"_s, {u"127.0.0.1:%1"_s.arg(webSocketPort), u"127.0.0.1:%1"_s.arg(server.port())});
    QVERIFY(server.hideCursor());
    QVERIFY(server.showPicture(XwdImage::variedPicture({401, 251}), {37, 21}));

    NoVncPage page;
    problem = page.open(folder, httpPort, u"ws://127.0.0.1:%1"_s.arg(webSocketPort), {}, isLossless);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    rfb::ClientSettings settings;
    if (!isLossless)
        settings.qualityLevel = 6;
    settings.compressionLevel = 2;
    Viewer viewer(server.port(), settings);
    problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));

    const double tolerance = isLossless ? 0 : 6;
    for (const QPoint position : {QPoint(90, 120), QPoint(130, 77)}) {
        QVERIFY(server.moveWindow(position));
        QImage truth;
        QImage ours;
        QImage theirs;
        QElapsedTimer clock;
        clock.start();
        do {
            int rounds = 0;
            problem = viewer.pumpUntil([&] { return ++rounds > 3; });
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            truth = image(server.screenshot());
            ours = image(viewer.client().framebuffer().size(), viewer.client().framebuffer().row(0));
            theirs = page.picture();
        } while ((meanDifference(ours, truth) > tolerance || meanDifference(theirs, truth) > tolerance) &&
                 clock.elapsed() < patience);
        const QString differences = u"ours %1, noVNC's %2, apart %3"_s.arg(meanDifference(ours, truth))
                                        .arg(meanDifference(theirs, truth))
                                        .arg(meanDifference(ours, theirs));
        qInfo("%s", qPrintable(differences));
        QVERIFY2(meanDifference(ours, truth) <= tolerance, qPrintable(differences));
        QVERIFY2(meanDifference(theirs, truth) <= tolerance, qPrintable(differences));
        QVERIFY2(meanDifference(ours, theirs) <= tolerance / 2, qPrintable(differences));
        if (isLossless)
            QCOMPARE(ours, theirs);
    }
    QVERIFY(viewer.encodings().contains(Encoding::Tight));
}

void NoVncEqualityTest::strictServerTakesBoth_data()
{
    QTest::addColumn<QString>("security");
    for (const QString &security : {u"none"_s, u"vnc"_s, u"plain"_s, u"ra2ne"_s, u"ard"_s, u"mslogon2"_s,
                                    u"tight-vnc"_s, u"tight-unix"_s, u"xvp"_s})
        QTest::newRow(qPrintable(security)) << security;
}

/// Our strict server is no stricter than noVNC's current release expects, and no more lenient than our client is.
void NoVncEqualityTest::strictServerTakesBoth()
{
    QFETCH(QString, security);
    const auto start = [&security](QProcess &server, const QStringList &more) {
        server.start(QStringLiteral(PORTLIGHT_STRICT_SERVER), QStringList{u"--security"_s, security} + more);
        if (!server.waitForReadyRead(patience))
            return quint16(0);
        return server.readLine().trimmed().mid(5).toUShort();
    };
    const auto stop = [](QProcess &server) {
        server.terminate();
        server.waitForFinished(5000);
        return server.readAllStandardOutput();
    };
    QProcess forBrowser;
    const quint16 webPort = start(forBrowser, {});
    QVERIFY(webPort != 0);
    QImage theirs;
    {
        NoVncPage page;
        const QString problem =
            page.open(NoVncPage::npmFolder(), httpPort, u"ws://127.0.0.1:%1"_s.arg(webPort), {u"anna"_s, u"secret"_s});
        const QString said = QString::fromUtf8(forBrowser.readAllStandardOutput());
        QVERIFY2(problem.isEmpty(), qPrintable(problem + u' ' + said));
        QElapsedTimer clock;
        clock.start();
        do
            theirs = page.picture();
        while (theirs.pixel(theirs.width() / 2, theirs.height() / 2) == 0xff000000 && clock.elapsed() < 5000);
    }
    const QByteArray browserSaid = stop(forBrowser);
    QVERIFY2(!browserSaid.contains("problem"), browserSaid.constData());

    QProcess forUs;
    const quint16 port = start(forUs, {u"--tcp"_s});
    QVERIFY(port != 0);
    rfb::ClientSettings settings;
    settings.login.user = u"anna"_s;
    settings.login.password = "secret";
    settings.login.target = u"guest"_s;
    Viewer viewer(port, settings);
    const QString problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    // The server sends the same bytes to everybody; noVNC has asked for red where we have asked for blue.
    QCOMPARE(image(viewer.client().framebuffer().size(), viewer.client().framebuffer().row(0)), theirs.rgbSwapped());
    const QByteArray said = stop(forUs);
    QVERIFY2(!said.contains("problem"), said.constData());
}

QTEST_GUILESS_MAIN(NoVncEqualityTest)
#include "NoVncEqualityTest.moc"
