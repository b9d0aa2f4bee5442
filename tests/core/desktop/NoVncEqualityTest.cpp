// SPDX-License-Identifier: GPL-3.0-or-later
#include "PictureDifference.h"
#include "StrictProgram.h"
#include "Viewer.h"
#include "support/FakeRfbServer.h"
#include "support/NoVncPage.h"
#include "support/TestTools.h"

#include <QImage>
#include <QTest>

using namespace portlight;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 httpPort = 5986;
constexpr int patience = 20'000; // milliseconds

} // namespace

/// noVNC in a browser and our client show the same of the strict server; of Xvnc: NoVncPixelsTest.
class NoVncEqualityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void strictServerTakesBoth_data();
    void strictServerTakesBoth();
};

void NoVncEqualityTest::initTestCase()
{
    PORTLIGHT_NEED_ALL(NoVncPage::missingParts());
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
    // The pictures come in JPEG.
    constexpr double tolerance = 3;
    const QImage truth = FakeRfbServer::desktop();
    StrictProgram forBrowser;
    const quint16 webPort = forBrowser.start({u"--security"_s, security});
    QVERIFY(webPort != 0);
    QImage theirs;
    {
        NoVncPage page;
        const QString problem =
            page.open(NoVncPage::npmFolder(), httpPort, u"ws://127.0.0.1:%1"_s.arg(webPort), {u"anna"_s, u"secret"_s});
        QVERIFY2(problem.isEmpty(), qPrintable(problem + u' ' + QString::fromUtf8(forBrowser.said())));
        QElapsedTimer clock;
        clock.start();
        do
            theirs = page.picture();
        while (meanDifference(theirs, truth) > tolerance && clock.elapsed() < patience);
    }
    QVERIFY2(meanDifference(theirs, truth) <= tolerance, qPrintable(QString::number(meanDifference(theirs, truth))));
    const QByteArray browserSaid = forBrowser.stop();
    QVERIFY2(!browserSaid.contains("problem"), browserSaid.constData());

    StrictProgram forUs;
    const quint16 port = forUs.start({u"--security"_s, security, u"--tcp"_s});
    QVERIFY(port != 0);
    rfb::ClientSettings settings;
    settings.login.user = u"anna"_s;
    settings.login.password = "secret";
    settings.login.target = u"guest"_s;
    settings.qualityLevel = 6;
    Viewer viewer(port, settings);
    const QString problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QImage ours = imageOf(viewer.client().framebuffer().size(), viewer.client().framebuffer().row(0));
    QVERIFY2(meanDifference(ours, theirs) < 1, qPrintable(QString::number(meanDifference(ours, theirs))));
    const QByteArray said = forUs.stop();
    QVERIFY2(!said.contains("problem"), said.constData());
}

QTEST_GUILESS_MAIN(NoVncEqualityTest)
#include "NoVncEqualityTest.moc"
