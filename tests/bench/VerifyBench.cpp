// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/MinimalClient.h"
#include "desktop/DesktopProbe.h"
#include "desktop/TargetParser.h"
#include "desktop/UrlProbeTarget.h"
#include "hosts/LocalHost.h"
#include "support/DesktopStack.h"
#include "support/TestTools.h"

#include <QElapsedTimer>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 20;
constexpr int display = 43;

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : (values.at((values.size() - 1) / 2) + values.at(values.size() / 2)) / 2;
}

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace

/// How long `portlight verify` takes beyond what Xvnc and websockify need themselves. Figures are printed, not judged:
/// they depend on the machine. The issue asks for less than 300 ms.
class VerifyBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verify();
    void screenshotBesideGvnccapture();
};

void VerifyBench::verify()
{
    PORTLIGHT_NEED_ALL(DesktopStack::missingPrograms());
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    QVERIFY(stack.start(options).isEmpty());
    QVERIFY(stack.run(u"xterm"_s, {u"-title"_s, u"bench"_s, u"-e"_s, u"sleep"_s, u"600"_s}, false));
    QVERIFY(stack.waitForWindow(u"bench"_s));

    QList<double> server;
    QList<double> probe;
    QList<double> program;
    QMap<Stage, QList<double>> stages;
    const UrlProbeTarget target(*TargetParser::parse(stack.webSocketUrl()), std::make_shared<LocalHost>());
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer clock;
        clock.start();
        QVERIFY(MinimalClient().seeOnePicture(stack.webPort()));
        server.append(milliseconds(clock));

        clock.start();
        Progress progress;
        const auto report = probeDesktop(target, {}, progress);
        probe.append(milliseconds(clock));
        QVERIFY(report && report->isVerified());
        for (const StageResult &stage : report->stages)
            stages[stage.id].append(double(stage.elapsed.count()));

        clock.start();
        QProcess verify;
        verify.start(QStringLiteral(PORTLIGHT_PROGRAM), {u"verify"_s, stack.webSocketUrl(), u"--json"_s});
        QVERIFY(verify.waitForFinished());
        program.append(milliseconds(clock));
        QCOMPARE(verify.exitCode(), 0);
    }
    qInfo("Medians of %d rounds:", rounds);
    qInfo("  server itself (minimal client)  %7.1f ms", median(server));
    qInfo("  check in this process           %7.1f ms, %.1f ms beyond the server", median(probe),
          median(probe) - median(server));
    qInfo("  portlight verify                %7.1f ms, %.1f ms beyond the server", median(program),
          median(program) - median(server));
    for (const auto &[stage, times] : stages.asKeyValueRange())
        qInfo("    %-14s %5.1f ms", qPrintable(stageId(stage)), median(times));
}

/// Both programs from start to end, by turns, over plain TCP; the picture in a PNG file. Not slower is what is asked
/// for.
void VerifyBench::screenshotBesideGvnccapture()
{
    PORTLIGHT_NEED_ALL(DesktopStack::missingPrograms());
    PORTLIGHT_NEED_PROGRAM(u"gvnccapture"_s);
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    QVERIFY(stack.start(options).isEmpty());
    QVERIFY(stack.run(u"xterm"_s, {u"-title"_s, u"bench"_s, u"-e"_s, u"sleep"_s, u"600"_s}, false));
    QVERIFY(stack.waitForWindow(u"bench"_s));
    QTemporaryDir folder;
    const auto timed = [](const QString &program, const QStringList &arguments) {
        QElapsedTimer clock;
        clock.start();
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitCode() == 0 ? milliseconds(clock) : -1.0;
    };
    QList<double> ours;
    QList<double> theirs;
    for (int i = 0; i < rounds; ++i) {
        ours.append(timed(QStringLiteral(PORTLIGHT_PROGRAM),
                          {u"verify"_s, stack.vncUrl(), u"--screenshot"_s, folder.filePath(u"ours.png"_s)}));
        QVERIFY(ours.last() >= 0);
        // It counts displays, not ports.
        theirs.append(
            timed(u"gvnccapture"_s, {u"127.0.0.1:%1"_s.arg(stack.vncPort() - 5900), folder.filePath(u"theirs.png"_s)}));
        QVERIFY(theirs.last() >= 0);
    }
    qInfo("Medians of %d rounds:", rounds);
    qInfo("  portlight verify --screenshot   %7.1f ms", median(ours));
    qInfo("  gvnccapture                     %7.1f ms", median(theirs));
}

QTEST_GUILESS_MAIN(VerifyBench)
#include "VerifyBench.moc"
