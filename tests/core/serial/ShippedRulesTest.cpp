// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped rules on real boots, healthy and with one fault each, and Firecracker's own lines.
#include "serial/AnsiParser.h"
#include "serial/BlockClassifier.h"
#include "serial/RuleFile.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QByteArrayList plainLines(const QString &name)
{
    QFile file(QStringLiteral(PORTLIGHT_CORPUS) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArrayList lines;
    for (const QByteArray &line : file.readAll().split('\n'))
        lines.append(AnsiParser::plainUtf8(line));
    return lines;
}

} // namespace

class ShippedRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyBootsRaiseNoAlarm_data()
    {
        QTest::addColumn<QString>("log");
        QTest::newRow("without a journal") << u"healthy.log"_s;
        QTest::newRow("with a journal") << u"healthy-journal.log"_s;
        QTest::newRow("without a report") << u"healthy-noreport.log"_s;
    }

    void healthyBootsRaiseNoAlarm()
    {
        QFETCH(QString, log);
        const auto rules = LineClassifier::shipped();
        const QByteArrayList lines = plainLines(log);
        QVERIFY(lines.size() > 300);
        for (const QByteArray &line : lines) {
            const auto verdict = rules->classify(line);
            QVERIFY2(verdict.severity < Severity::Warning && verdict.lineClass != LineClass::Failure, line.constData());
        }
    }

    void faultsAreSeen_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<QByteArray>("cause"); // Stands in a failure line.
        QTest::newRow("no clock") << u"boot-stalled.log"_s << QByteArray("could not calculate TSC khz");
        QTest::newRow("crash loop") << u"crash-loop.log"_s << QByteArray("websockify: bad configuration");
        QTest::newRow("fstab") << u"fstab-missing-device.log"_s << QByteArray("Timed out waiting for device dev-vdb");
        QTest::newRow("library") << u"missing-library-journal.log"_s
                                 << QByteArray("loading shared libraries: libXfont2");
        QTest::newRow("websockify") << u"missing-websockify.log"_s << QByteArray("websockify --web");
        QTest::newRow("websockify, journal")
            << u"missing-websockify-journal.log"_s << QByteArray("Failed to locate executable /usr/bin/websockify");
        QTest::newRow("Xvnc") << u"missing-xvnc.log"_s << QByteArray("ExecStart=/usr/bin/Xvnc");
        QTest::newRow("address") << u"network-not-ready-journal.log"_s << QByteArray("Cannot assign requested address");
        QTest::newRow("not enabled") << u"novnc-not-enabled.log"_s << QByteArray("novnc.service; disabled");
        QTest::newRow("port") << u"port-6080-in-use.log"_s << QByteArray("((\"python3\"");
        QTest::newRow("port, journal") << u"port-6080-in-use-journal.log"_s << QByteArray("Address already in use");
        QTest::newRow("root") << u"root-device-missing.log"_s << QByteArray("/dev/vdz does not exist");
        QTest::newRow("crash") << u"vnc-segfault.log"_s << QByteArray("signal=SEGV");
        QTest::newRow("crash, journal") << u"vnc-segfault-journal.log"_s << QByteArray("status=11/SEGV");
        QTest::newRow("options") << u"xvnc-bad-args.log"_s << QByteArray("Couldn't add screen");
    }

    void faultsAreSeen()
    {
        QFETCH(QString, log);
        QFETCH(QByteArray, cause);
        const auto rules = LineClassifier::shipped();
        const QByteArrayList lines = plainLines(log);
        const bool seen = std::any_of(lines.begin(), lines.end(), [&](const QByteArray &line) {
            return line.contains(cause) && rules->classify(line).lineClass == LineClass::Failure;
        });
        QVERIFY(seen);
    }

    /// Both matchers, line by line and in blocks of any size: the same verdicts for every line of all logs.
    void blocksAreClassifiedLikeLines_data()
    {
        QTest::addColumn<int>("engine");
        QTest::newRow("best") << int(PatternMatcher::Engine::Best);
        QTest::newRow("regular expressions") << int(PatternMatcher::Engine::Regex);
    }

    void blocksAreClassifiedLikeLines()
    {
        QFETCH(int, engine);
        const auto shipped = LineClassifier::shipped();
        const auto rules = std::make_shared<const LineClassifier>(shipped->rules(), PatternMatcher::Engine(engine));
        BlockClassifier classifier(rules);
        QByteArrayList lines;
        for (const char *log : {"healthy.log", "crash-loop.log", "missing-library-journal.log",
                                "root-device-missing.log", "vnc-segfault-journal.log", "xvnc-bad-args.log"})
            lines += plainLines(QString::fromLatin1(log));
        lines.append(QByteArray(LineClassifier::MostBytes, ' ') + "Kernel panic - not syncing");
        lines.append(QByteArray(LineClassifier::MostBytes - 20, ' ') + "segfault at 0 ip 0 \xc3\xa4");
        lines.append("[    1.322076] \xe2\x82\xac");
        qsizetype at = 0;
        for (qsizetype size = 1; at < lines.size(); at += size, size = size * 2 + 1) {
            PlainBlock block;
            for (const QByteArray &line : lines.mid(at, size)) {
                block.text += line;
                block.ends.push_back(quint32(block.text.size()));
                block.text += '\n';
            }
            std::vector<LineTag> tags;
            classifier.classify(block, tags);
            QCOMPARE(qsizetype(tags.size()), std::min(size, lines.size() - at));
            for (size_t i = 0; i < tags.size(); ++i) {
                const auto verdict = shipped->classify(lines[at + qsizetype(i)]);
                QVERIFY2(tags[i] == (LineTag{verdict.lineClass, verdict.severity, false, false}),
                         lines[at + qsizetype(i)].constData());
            }
        }
    }

    void noRulesLeaveKernelLines()
    {
        BlockClassifier classifier(std::make_shared<const LineClassifier>());
        PlainBlock block;
        block.text = "[    1.322076] x\nKernel panic - not syncing\n";
        block.ends = {16, 43};
        std::vector<LineTag> tags(7);
        classifier.classify(block, tags);
        QCOMPARE(tags.size(), size_t(2));
        QCOMPARE(tags[0].lineClass, LineClass::Kernel);
        QCOMPARE(tags[1].lineClass, LineClass::Plain);
    }

    void firecrackersLinesAreAClassOfTheirOwn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Severity>("severity");
        QTest::newRow("hello") << QByteArray("[anonymous-instance:main] Running Firecracker v1.5.0") << Severity::None;
        QTest::newRow("1.5") << QByteArray("[vm-1:fc_api:INFO] The API server received a Put request on ")
                             << Severity::None;
        QTest::newRow("place") << QByteArray("[vm-1:main:INFO:src/vmm/src/lib.rs:12] Vmm is stopping.")
                               << Severity::None;
        QTest::newRow("good end in 1.5")
            << QByteArray("[vm-1:main] RunWithApiError error: MicroVMStopped without an error: Ok") << Severity::None;
        QTest::newRow("bad end in 1.5")
            << QByteArray("[vm-1:main] RunWithApiError error: MicroVMStopped with an error: BadConfiguration")
            << Severity::Error;
        QTest::newRow("bad end in 1.17")
            << QByteArray("[vm-1:main] RunWithApiError error: MicroVM stopped with an error: GenericError")
            << Severity::Error;
        QTest::newRow("configuration")
            << QByteArray("[vm-1:main] RunWithoutApiError error: Failed to build MicroVM from Json: x")
            << Severity::Error;
        QTest::newRow("exit") << QByteArray("[vm-1:main] Firecracker exiting with error. exit_code=1")
                              << Severity::Error;
        QTest::newRow("good exit") << QByteArray("[vm-1:main] Firecracker exiting successfully. exit_code=0")
                                   << Severity::None;
        QTest::newRow("panic") << QByteArray("[vm-1:main] Firecracker panicked at src/firecracker/src/main.rs:91:48:")
                               << Severity::Error;
        QTest::newRow("refused") << QByteArray("[vm-1:fc_api] Received Error. Status code: 400 Bad Request. Message: x")
                                 << Severity::Warning;
        QTest::newRow("internal error") << QByteArray("[vm-1:fc_vcpu 0] Received KVM_EXIT_INTERNAL_ERROR signal")
                                        << Severity::Error;
        QTest::newRow("level") << QByteArray("[vm-1:fc_api:ERROR] SerdeJson(Error(") << Severity::Error;
        QTest::newRow("harmless")
            << QByteArray("[vm-1:fc_vcpu 0] vcpu: IO write @ 0xcf8:0x4 failed: bus_error: MissingAddressRange")
            << Severity::None;
    }

    void firecrackersLinesAreAClassOfTheirOwn()
    {
        QFETCH(QByteArray, text);
        QFETCH(Severity, severity);
        const auto verdict = LineClassifier::shipped()->classify("2026-11-22T23:29:19.207932928 " + text);
        QCOMPARE(verdict.lineClass, LineClass::Vmm);
        QCOMPARE(verdict.severity, severity);
    }
};

QTEST_GUILESS_MAIN(ShippedRulesTest)
#include "ShippedRulesTest.moc"
