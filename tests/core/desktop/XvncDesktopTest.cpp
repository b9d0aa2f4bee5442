// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopProbe.h"
#include "desktop/DesktopSession.h"
#include "desktop/TargetParser.h"
#include "desktop/UrlProbeTarget.h"
#include "hosts/LocalHost.h"
#include "support/DesktopStack.h"
#include "support/TestTools.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int display = 41;

Result<VerifyReport> probe(const QString &url, std::chrono::milliseconds timeout, const QByteArray &password = {})
{
    ProbeOptions options;
    options.timeout = timeout;
    options.password = password;
    Progress progress;
    return probeDesktop(UrlProbeTarget(*TargetParser::parse(url), std::make_shared<LocalHost>()), options, progress);
}

QString idOf(const Result<VerifyReport> &report)
{
    if (!report)
        return report.error().id;
    return report->failure ? report->failure->id : QString();
}

} // namespace

/// The probe and the session against Xvnc behind websockify, as Debian ships them.
class XvncDesktopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictures_data();
    void pictures();
    void passwords();
    void nothingBehindWebsockify();
    void noVncUrlWithPassword();
    void sessionShowsAndTypes();
    void sessionUsesWhatXvncCan();
};

void XvncDesktopTest::initTestCase()
{
    PORTLIGHT_NEED_ALL(DesktopStack::missingPrograms());
}

void XvncDesktopTest::pictures_data()
{
    QTest::addColumn<DesktopStack::Options>("options");
    QTest::addColumn<QStringList>("root");     // arguments of xsetroot
    QTest::addColumn<QStringList>("terminal"); // arguments of xterm
    QTest::addColumn<QString>("id");
    const QStringList none;
    const auto options = [](const char *geometry, int depth, const QStringList &more) {
        DesktopStack::Options made;
        made.display = display;
        made.geometry = QString::fromLatin1(geometry);
        made.depth = depth;
        made.xvncArguments = more;
        return made;
    };
    const QStringList retro{u"-retro"_s};
    const QStringList whole{u"-geometry"_s, u"300x100+0+0"_s, u"-fa"_s, u"none"_s, u"-b"_s, u"0"_s};
    QTest::newRow("black root") << options("1280x800", 24, {}) << none << none << u"picture.blank"_s;
    QTest::newRow("black root 16 bits") << options("1280x800", 16, {}) << none << none << u"picture.blank"_s;
    QTest::newRow("solid root") << options("1280x800", 24, {}) << QStringList{u"-solid"_s, u"#204060"_s} << none
                                << u"picture.blank"_s;
    QTest::newRow("weave") << options("1280x800", 24, retro) << none << none << u"picture.no-session"_s;
    QTest::newRow("weave 16 bits") << options("1024x768", 16, retro) << none << none << u"picture.no-session"_s;
    QTest::newRow("weave 4K") << options("3840x2160", 24, retro) << none << none << u"picture.no-session"_s;
    QTest::newRow("gray stipple") << options("1280x800", 24, {}) << QStringList{u"-gray"_s} << none
                                  << u"picture.no-session"_s;
    QTest::newRow("too small") << options("320x240", 24, {}) << none << none << u"picture.too-small"_s;
    QTest::newRow("full-screen terminal") << options("1280x800", 24, {}) << none << whole << QString();
    QTest::newRow("full-screen terminal 16 bits") << options("1280x800", 16, {}) << none << whole << QString();
    QTest::newRow("terminal on the weave")
        << options("1280x800", 24, retro) << none << QStringList{u"-geometry"_s, u"80x24+100+100"_s} << QString();
}

void XvncDesktopTest::pictures()
{
    QFETCH(DesktopStack::Options, options);
    QFETCH(QStringList, root);
    QFETCH(QStringList, terminal);
    DesktopStack stack;
    const QString problem = stack.start(options);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    if (!root.isEmpty())
        QVERIFY(stack.run(u"xsetroot"_s, root, true));
    if (!terminal.isEmpty()) {
        QVERIFY(stack.run(u"xterm"_s, terminal + QStringList{u"-title"_s, u"probe"_s, u"-e"_s, u"sleep"_s, u"60"_s},
                          false));
        QVERIFY(stack.waitForWindow(u"probe"_s));
    }
    QFETCH(QString, id);
    for (const QString &url : {stack.webSocketUrl(), stack.vncUrl()}) {
        const auto report = probe(url, id.isEmpty() ? 15s : 400ms);
        QCOMPARE(idOf(report), id);
        QVERIFY(report->desktop);
        QCOMPARE(report->desktop->blank, id == u"picture.blank"_s);
        QCOMPARE(u"%1x%2"_s.arg(report->desktop->width).arg(report->desktop->height), options.geometry);
        QCOMPARE(report->verdict, id.isEmpty() ? Verdict::Verified : Verdict::Degraded);
        if (id.isEmpty())
            QVERIFY(report->stage(Stage::Input).status != StageStatus::Warned);
    }
}

void XvncDesktopTest::passwords()
{
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    options.password = "right1";
    const QString problem = stack.start(options);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(stack.run(u"xterm"_s, {u"-title"_s, u"probe"_s, u"-e"_s, u"sleep"_s, u"60"_s}, false));
    QVERIFY(stack.waitForWindow(u"probe"_s));

    const auto missing = probe(stack.webSocketUrl(), 20s);
    QCOMPARE(idOf(missing), u"auth.required"_s);
    QCOMPARE(missing->verdict, Verdict::Unknown);
    const auto wrong = probe(stack.webSocketUrl(), 20s, "wrong1");
    QCOMPARE(idOf(wrong), u"auth.failed"_s);
    QCOMPARE(wrong->failure->stage, Stage::RfbSecurity);
    QCOMPARE(wrong->verdict, Verdict::Failing);
    const auto right = probe(stack.webSocketUrl(), 20s, "right1");
    QCOMPARE(idOf(right), QString());
    QVERIFY(right->isVerified());
}

void XvncDesktopTest::nothingBehindWebsockify()
{
    quint16 gone = 0;
    DesktopStack::Options options;
    options.display = display;
    {
        DesktopStack other;
        QVERIFY(other.start(options).isEmpty());
        gone = other.vncPort();
    }
    QProcess websockify;
    DesktopStack stack;
    QVERIFY(stack.start(options).isEmpty());
    const quint16 port = quint16(stack.webPort() + 1);
    websockify.start(u"websockify"_s, {u"127.0.0.1:%1"_s.arg(port), u"127.0.0.1:%1"_s.arg(gone)});
    QVERIFY(websockify.waitForStarted());
    const QString url = u"ws://127.0.0.1:%1/websockify"_s.arg(port);
    // Until it listens the port is refused.
    QTRY_VERIFY_WITH_TIMEOUT(idOf(probe(url, 200ms)) != u"tcp.refused"_s, 20'000);
    const auto report = probe(url, 2s);
    websockify.terminate();
    websockify.waitForFinished();
    QCOMPARE(idOf(report), u"rfb.no-banner"_s);
    QVERIFY2(report->failure->summary.contains(u"in the guest"_s), qPrintable(report->failure->summary));
}

void XvncDesktopTest::noVncUrlWithPassword()
{
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    options.password = "right1";
    QVERIFY(stack.start(options).isEmpty());
    const auto report =
        probe(u"http://127.0.0.1:%1/vnc.html?autoconnect=1&password=right1"_s.arg(stack.webPort()), 400ms);
    QCOMPARE(idOf(report), u"picture.blank"_s);
    QVERIFY(!QJsonDocument(report->toJson()).toJson().contains("right1"));
}

void XvncDesktopTest::sessionShowsAndTypes()
{
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    options.password = "right1";
    QVERIFY(stack.start(options).isEmpty());
    QVERIFY(stack.run(u"xterm"_s,
                      {u"-title"_s, u"probe"_s, u"-geometry"_s, u"200x60+0+0"_s, u"-e"_s, u"sh"_s, u"-c"_s,
                       u"read line; printf '\\033]2;typed-%s\\007' $line; sleep 60"_s},
                      false));
    QVERIFY(stack.waitForWindow(u"probe"_s));

    DesktopSession session;
    QSignalSpy asked(&session, &DesktopSession::loginRequired);
    QSignalSpy sized(&session, &DesktopSession::resized);
    QSignalSpy failed(&session, &DesktopSession::failed);
    session.open(*TargetParser::parse(stack.webSocketUrl()), std::make_shared<LocalHost>());
    QVERIFY(asked.wait(20'000));
    QCOMPARE(session.state(), DesktopSession::State::WaitingForLogin);
    session.sendLogin({{}, "right1"});
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), DesktopSession::State::Live, 20'000);
    QCOMPARE(sized.constFirst().constFirst().toSize(), QSize(1280, 800));
    QCOMPARE(session.framebuffer()->read().image().size(), QSize(1280, 800));
    QVERIFY(!session.framebuffer()->copy().isNull());

    session.sendPointer({200, 200}, 0);
    for (const char key : {'o', 'k'}) {
        session.sendKey(quint32(key), 0, true);
        session.sendKey(quint32(key), 0, false);
    }
    session.sendKey(0xff0d, 0, true); // Return
    session.sendKey(0xff0d, 0, false);
    QTRY_VERIFY_WITH_TIMEOUT(session.statistics().updates > 1, 10'000);
    QVERIFY(stack.waitForWindow(u"typed-ok"_s));
    QVERIFY(session.statistics().bytesReceived > 0);
    QVERIFY(failed.isEmpty());
    session.close();
    QCOMPARE(session.state(), DesktopSession::State::Closed);
}

/// Fences, continuous updates, scan codes, lamps, sizes, and the clipboard in UTF-8 both ways.
void XvncDesktopTest::sessionUsesWhatXvncCan()
{
    if (QStandardPaths::findExecutable(u"xclip"_s).isEmpty()) {
        if (qEnvironmentVariableIsSet("CI"))
            QFAIL("Not installed: xclip.");
        QSKIP("Not installed: xclip.");
    }
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    QVERIFY(stack.start(options).isEmpty());
    QVERIFY(stack.run(u"xterm"_s,
                      {u"-title"_s, u"probe"_s, u"-u8"_s, u"-e"_s, u"sh"_s, u"-c"_s,
                       u"read line; printf '\\033]2;typed-%s\\007' \"$(printf %s \"$line\" | od -An -tx1 | "
                       u"tr -d ' \\n')\"; sleep 60"_s},
                      false));
    QVERIFY(stack.waitForWindow(u"probe"_s));
    DesktopSession session;
    std::optional<rfb::ServerAbilities> can;
    connect(&session, &DesktopSession::abilitiesChanged, [&can](const rfb::ServerAbilities &all) { can = all; });
    QSignalSpy lamps(&session, &DesktopSession::ledStateChanged);
    QSignalSpy answered(&session, &DesktopSession::resizeAnswered);
    QSignalSpy clipboard(&session, &DesktopSession::clipboardReceived);
    session.open(*TargetParser::parse(stack.vncUrl()), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), DesktopSession::State::Live, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(can && can->fence && can->continuousUpdates && can->extendedKeys &&
                                 can->extendedClipboard && can->resize,
                             10'000);
    QTRY_VERIFY_WITH_TIMEOUT(session.statistics().roundTripMilliseconds >= 0, 10'000);
    QVERIFY(!lamps.isEmpty());

    session.sendPointer({200, 200}, 0);
    session.typeText(u"aB ö€"_s);
    QTRY_VERIFY_WITH_TIMEOUT(session.statistics().updates > 2, 10'000);
    QTest::qWait(300);
    session.sendKey(0xff0d, 0x1c, true); // Return, with its place on the keyboard
    session.sendKey(0xff0d, 0x1c, false);
    QVERIFY(stack.waitForWindow(u"typed-614220c3b6e282ac"_s));

    session.offerClipboard(u"für den Gast €\n"_s);
    const QString here = u":%1"_s.arg(display);
    QString inGuest;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            QProcess reader;
            reader.start(u"xclip"_s, {u"-display"_s, here, u"-selection"_s, u"clipboard"_s, u"-o"_s});
            while (reader.state() != QProcess::NotRunning)
                QTest::qWait(20); // the session has to answer meanwhile
            inGuest = QString::fromUtf8(reader.readAllStandardOutput());
            return inGuest == u"für den Gast €\n"_s;
        }(),
        10'000);
    QProcess writer;
    writer.start(u"xclip"_s, {u"-display"_s, here, u"-selection"_s, u"clipboard"_s, u"-i"_s, u"-quiet"_s});
    writer.write(u"aus dem Gast ł\n"_s.toUtf8());
    writer.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(clipboard.isEmpty() ? QString() : clipboard.constLast().constFirst().toString(),
                              u"aus dem Gast ł\n"_s, 10'000);
    writer.kill();
    writer.waitForFinished();

    session.requestSize({1000, 700});
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, 10'000);
    QCOMPARE(answered.constFirst().constFirst().value<rfb::ResizeStatus>(), rfb::ResizeStatus::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(session.framebuffer()->copy().size(), QSize(1000, 700), 10'000);
    // Updates go on in the new size without being asked for.
    const qint64 updates = session.statistics().updates;
    session.sendPointer({500, 300}, 0);
    QVERIFY(stack.run(u"xsetroot"_s, {u"-display"_s, here, u"-solid"_s, u"#305070"_s}, true));
    QTRY_VERIFY_WITH_TIMEOUT(session.statistics().updates > updates, 10'000);
    QCOMPARE(session.state(), DesktopSession::State::Live);
}

QTEST_GUILESS_MAIN(XvncDesktopTest)
#include "XvncDesktopTest.moc"
