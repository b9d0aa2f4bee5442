// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopSession.h"
#include "desktop/TargetParser.h"
#include "hosts/LocalHost.h"
#include "support/DesktopStack.h"
#include "support/TestTools.h"

#include <QFile>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int display = 86;
constexpr int seconds = 30;
constexpr double allowed = 32;
constexpr double mebibyte = 1 << 20;

/// Resident, MiB.
double memory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().chopped(3).toDouble() / 1024;
    }
    return 0;
}

} // namespace

/// What a session of 1920x1080 takes beside its framebuffer: less than 32 MiB at any time of half a minute in which the
/// whole screen scrolls, decoding threads included.
class MemoryBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void session();
};

void MemoryBench::session()
{
    PORTLIGHT_NEED_ALL(DesktopStack::missingPrograms());
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    options.geometry = u"1920x1080"_s;
    QVERIFY(stack.start(options).isEmpty());
    QVERIFY(stack.run(u"xterm"_s,
                      {u"-title"_s, u"bench"_s, u"-geometry"_s, u"316x82+0+0"_s, u"-e"_s, u"sh"_s, u"-c"_s,
                       u"while :; do ls -lR /usr/share --color=always; sleep 0.05; done"_s},
                      false));
    QVERIFY(stack.waitForWindow(u"bench"_s));

    const double before = memory();
    DesktopSession session;
    session.open(*TargetParser::parse(stack.vncUrl()), std::make_shared<LocalHost>());
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), DesktopSession::State::Live, 15'000);
    double largest = 0;
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < seconds * 1000) {
        QTest::qWait(50);
        largest = std::max(largest, memory());
    }
    QCOMPARE(session.state(), DesktopSession::State::Live);
    const double framebuffer = 1920.0 * 1080 * 4 / mebibyte;
    const double beyond = largest - before - framebuffer;
    const SessionStatistics statistics = session.statistics();
    qInfo("Session of 1920x1080: %.1f MiB beside the framebuffer of %.1f MiB, after %lld updates, %.1f MB", beyond,
          framebuffer, static_cast<long long>(statistics.updates), double(statistics.bytesReceived) / 1e6);
    QVERIFY(statistics.updates > seconds);
    QVERIFY2(beyond < allowed, qPrintable(QString::number(beyond)));
}

QTEST_GUILESS_MAIN(MemoryBench)
#include "MemoryBench.moc"
