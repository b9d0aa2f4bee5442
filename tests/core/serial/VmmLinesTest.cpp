// SPDX-License-Identifier: GPL-3.0-or-later
// Firecracker's own log lines share the guest's stream and cut its lines. Samples are recorded from real processes.
#include "serial/LineStore.h"
#include "serial/VmmStamp.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

constexpr char Vmm[] = "2026-11-22T23:21:17.590637475 [anonymous-instance:fc_api] The request was executed.\n";

QByteArray corpus(const QString &name)
{
    QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The guest's lines, or the hypervisor's.
QStringList texts(const LineStore &store, bool ofVmm)
{
    QStringList result;
    for (const SerialLine &line : store.lines(0, store.lineCount())) {
        if ((line.lineClass == LineClass::Vmm) == ofVmm)
            result.append(line.text);
    }
    return result;
}

} // namespace

class VmmLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stamps_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("at");
        QTest::newRow("plain") << QByteArray("2026-11-22T23:29:19.207932928 [anonymous-instance:main] Running") << 0;
        QTest::newRow("in the middle") << QByteArray("guest: he2026-11-22T23:21:17.590637475 [a:fc_api] x") << 9;
        QTest::newRow("vcpu") << QByteArray("2026-11-22T23:25:18.462845121 [anonymous-instance:fc_vcpu 0] x") << 0;
        QTest::newRow("level") << QByteArray("2026-11-22T23:25:18.462845121 [vm-7:fc_api:ERROR] x") << 0;
        QTest::newRow("level and origin")
            << QByteArray("2026-11-22T23:25:55.410916556 [i:fc_vcpu 0:WARN:src/vmm/src/vstate/vcpu/mod.rs:392] x") << 0;
        QTest::newRow("second of two") << QByteArray("2026-11-22T23:25:1 2026-11-22T23:25:18.462845121 [a:b] x") << 19;
        QTest::newRow("journal") << QByteArray("2026-11-22T23:29:19 browser-vm systemd[1]: x") << -1;
        QTest::newRow("no thread") << QByteArray("2026-11-22T23:29:19.207932928 [anonymous] x") << -1;
        QTest::newRow("no id") << QByteArray("2026-11-22T23:29:19.207932928 [:main] x") << -1;
        QTest::newRow("six digits") << QByteArray("2026-11-22T23:29:19.207932 [anonymous-instance:main] x") << -1;
        QTest::newRow("not finished") << QByteArray("2026-11-22T23:29:19.207932928 [anonymous-instance:main]") << -1;
    }

    void stamps()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, at);
        QCOMPARE(VmmStamp::find(text), at);
        QCOMPARE(VmmStamp::find(QByteArray(1000, 'x') + text), at < 0 ? -1 : at + 1000);
    }

    void aCutLineIsStitched()
    {
        LineStore store;
        store.append(corpus(u"firecracker-pty.log"_s), {});
        QStringList guest = texts(store, false);
        QCOMPARE(guest, (QStringList{u"guest: hello"_s, u"abcguest: reset"_s}));
        for (const SerialLine &line : store.lines(0, store.lineCount())) {
            QCOMPARE(line.stitched, line.text == u"guest: hello"_s);
            QCOMPARE(line.fileLine, line.number + 1);
            if (line.lineClass == LineClass::Vmm)
                QVERIFY(line.text.startsWith(u"2026-"_s));
        }
    }

    void aLineCutManyTimesIsStitched()
    {
        LineStore store;
        store.append(corpus(u"firecracker-life.log"_s), {});
        QCOMPARE(texts(store, false), (QStringList{u"guest: key"_s, u"guest: key"_s, u"guest: key"_s, u"guest: key"_s,
                                                   u"guest: ctrl-alt-del"_s, u"guest: reset"_s}));
        QCOMPARE(store.lineCount(), qint64(corpus(u"firecracker-life.log"_s).count('\n')));
    }

    void aRealBootHasBothKinds()
    {
        LineStore store;
        store.append(corpus(u"firecracker-mixed.log"_s), {});
        QCOMPARE(texts(store, true).size(), 11);
        QCOMPARE(store.boots().size(), 1);
        QCOMPARE(store.boots()[0].kernel, u"6.1.0-56-cloud-amd64"_s);
    }

    void whatIsStitchedIsClassified()
    {
        LineStore store;
        store.append("[    1.322076] Kernel pan"_ba + Vmm + "ic - not syncing: Attempted to kill init!\n", {});
        QCOMPARE(store.lineCount(), 2);
        QCOMPARE(store.line(0).lineClass, LineClass::Vmm);
        QCOMPARE(store.line(1).lineClass, LineClass::Failure);
        QCOMPARE(store.line(1).severity, Severity::Fatal);
        QCOMPARE(store.line(1).kernelTime.value_or(-1), 1'322'076);
        PlainBlock block;
        std::vector<LineClass> classes;
        store.plainBlock(1, 1, block, classes);
        QVERIFY(block.text.contains("Kernel panic"));
    }

    void coloursGoOnWhereTheyWereCut()
    {
        LineStore store;
        store.append("\x1b[0;3"_ba + Vmm + "1mred\x1b[0m\n", {});
        const SerialLine line = store.line(1);
        QCOMPARE(line.text, u"red"_s);
        QCOMPARE(line.spans.size(), 1);
    }

    void errorsOfTheHypervisorKeepTheirSeverity()
    {
        LineStore store;
        store.append("2026-11-22T23:24:46.778620383 [anonymous-instance:fc_api:ERROR] SerdeJson(Error)\n", {});
        store.append("2026-11-22T23:24:46.778620383 [anonymous-instance:fc_api:INFO] fine\n", {});
        QCOMPARE(store.line(0).lineClass, LineClass::Vmm);
        QVERIFY(store.line(0).severity >= Severity::Warning);
        QCOMPARE(store.line(1).severity, Severity::None);
    }

    void lastWordsAreShown()
    {
        LineStore store;
        store.append("guest: he"_ba + Vmm, {});
        QCOMPARE(store.lineCount(), 1);
        QVERIFY(store.line(0).text.startsWith(u"guest: he2026-"_s));
        store.append(Vmm, {});
        const auto change = store.append("llo", {});
        QCOMPARE(change.first, 0); // They have gone to the line that goes on with them.
        QVERIFY(store.line(0).text.startsWith(u"2026-"_s));
        QCOMPARE(store.line(2).text, u"guest: hello"_s);
        QVERIFY(store.line(2).open && store.line(2).stitched);
        store.append(" world\n", {});
        QCOMPARE(store.line(2).text, u"guest: hello world"_s);
    }

    void wordsBeforeAMarkStayWhereTheyAre()
    {
        LineStore store;
        store.append("guest: he"_ba + Vmm, {});
        store.appendMark({LineMark::Kind::Truncated, 0, 0}, {});
        store.append("llo\n", {});
        QVERIFY(store.line(0).text.startsWith(u"guest: he2026-"_s));
        QCOMPARE(store.line(2).text, u"llo"_s);
        QVERIFY(!store.line(2).stitched);
    }

    void nothingWaitsForever()
    {
        LineStore store;
        QByteArray bytes = "guest: he"_ba;
        for (int i = 0; i < 100; ++i)
            bytes += Vmm;
        store.append(bytes + "llo\n", {});
        QCOMPARE(store.lineCount(), 101);
        QVERIFY(store.line(0).text.startsWith(u"guest: he2026-"_s));
        QCOMPARE(store.line(100).text, u"llo"_s);
    }

    void bootsAreFoundInStitchedLines()
    {
        LineStore store;
        store.append("[    0.000000] Linux ver"_ba + Vmm + "sion 6.1.0-56-cloud-amd64 (debian)\n", {});
        QCOMPARE(store.boots().size(), 1);
        QCOMPARE(store.boots()[0].kernel, u"6.1.0-56-cloud-amd64"_s);
    }
};

QTEST_GUILESS_MAIN(VmmLinesTest)
#include "VmmLinesTest.moc"
