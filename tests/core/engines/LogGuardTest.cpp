// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/LogGuard.h"
#include "engines/DetachedProcess.h"
#include "hosts/LocalHost.h"

#include "support/TestTools.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

constexpr qint64 block = 4096;
constexpr int lineLength = 16;
const LogLimits small{64 * 1024, 256 * 1024};

/// Line n of every log here is n + 1 with leading zeros, so each byte of it is known.
QByteArray expectedBytes(qint64 offset, qint64 count)
{
    QByteArray bytes;
    for (qint64 line = offset / lineLength; line * lineLength < offset + count; ++line)
        bytes += QByteArray::number(line + 1).rightJustified(lineLength - 1, '0') + '\n';
    return bytes.mid(offset % lineLength, count);
}

struct stat statusOf(const QString &path)
{
    struct stat status = {};
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        qFatal("no such file");
    return status;
}

qint64 allocated(const QString &path)
{
    return statusOf(path).st_blocks * 512;
}

QByteArray bytesAt(const QString &path, qint64 offset, qint64 count)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        qFatal("cannot read");
    return file.read(count);
}

struct Cut
{
    qint64 from = -1;
    qint64 to = -1;
};

Cut cutOf(const QString &path)
{
    const QByteArray note = QFile::exists(path + u".cuts"_s) ? bytesAt(path + u".cuts"_s, 0, 1000) : QByteArray();
    const QList<QByteArray> words = note.trimmed().split(' ');
    return words.size() == 2 && note.endsWith('\n') ? Cut{words[0].toLongLong(), words[1].toLongLong()} : Cut{};
}

} // namespace

class LogGuardTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    QString m_log;
    LocalHost m_host;

    void write(qint64 lines, const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write(expectedBytes(file.size(), lines * lineLength));
    }

    /// What is left of a cut log is what was written, at the places where it was written.
    void checkCutLog(const QString &path, const LogLimits &limits)
    {
        const qint64 size = statusOf(path).st_size;
        const Cut cut = cutOf(path);
        QCOMPARE(cut.from, (limits.head + block - 1) / block * block);
        QVERIFY(cut.to > cut.from);
        QVERIFY(cut.to <= size - limits.tail);
        QVERIFY(size - cut.to <= limits.tail + LogGuard::slack(limits));
        QCOMPARE(bytesAt(path, 0, cut.from), expectedBytes(0, cut.from));
        QCOMPARE(bytesAt(path, cut.to, size - cut.to), expectedBytes(cut.to, size - cut.to));
        QCOMPARE(bytesAt(path, cut.from, 1024 * 1024),
                 QByteArray(qMin<qint64>(cut.to - cut.from, 1024 * 1024), '\0') +
                     expectedBytes(cut.to, 1024 * 1024).left(qMax<qint64>(0, 1024 * 1024 - (cut.to - cut.from))));
        QVERIFY2(allocated(path) <= limits.head + limits.tail + LogGuard::slack(limits) + 2 * block,
                 qPrintable(QString::number(allocated(path))));
        QVERIFY(!QFile::exists(path + u".cuts.new"_s));
    }

    void lookOnce(const QString &path = {})
    {
        QProcess guard;
        if (!path.isEmpty()) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"PATH"_s, path);
            guard.setProcessEnvironment(environment);
        }
        guard.start(u"/bin/sh"_s, QStringList{u"-c"_s, LogGuard::script(), u"guard"_s}
                                      << LogGuard::words({}, m_folder, {{u"console.log"_s, small}}));
        QVERIFY(guard.waitForFinished(10'000));
        QCOMPARE(guard.exitCode(), 0);
    }

    /// A folder of programs without fallocate.
    QString poorPath()
    {
        const QString folder = m_temporary->filePath(u"bin"_s);
        QDir().mkpath(folder);
        for (const QString &tool : {u"ls"_s, u"mv"_s, u"rm"_s, u"sleep"_s})
            QFile::link(QStandardPaths::findExecutable(tool), folder + u'/' + tool);
        return folder;
    }

    static QString unit() { return u"portlight-test-%1"_s.arg(QRandomGenerator::global()->generate(), 0, 16); }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(u"an odd\nname, 'quoted' \"twice\" $HOME `id` * -x"_s);
        QVERIFY(QDir().mkpath(m_folder));
        m_log = m_folder + u"/console.log"_s;
    }

    void aFloodStaysWithinItsLimits()
    {
        const DetachedProcess process(m_folder, u"vmm"_s, unit(), {{u"console.log"_s, small}});
        constexpr qint64 lines = 6'000'000;
        // 100 times a piece and a short rest, so that some seconds pass and the guard looks now and then.
        const QString writer = u"n=1; while [ $n -lt $2 ]; do seq -f %015.0f $n $((n + 59999)); sleep 0.03; "
                               "n=$((n + 60000)); done >>\"$1\""_s;
        QElapsedTimer time;
        time.start();
        QVERIFY(process.start(m_host, u"sh"_s, {u"-c"_s, writer, u"writer"_s, m_log, QString::number(lines)}, {}));
        qint64 most = 0;
        while (!process.exitCode(m_host, {}) && time.elapsed() < 50'000) {
            if (QFile::exists(m_log))
                most = std::max(most, allocated(m_log));
            QTest::qWait(5);
        }
        QCOMPARE(process.exitCode(m_host, {}), std::optional(0));
        const double rate = double(lines * lineLength) * 1000 / double(time.elapsed());
        qInfo("%.0f MB/s for %.1f s: at most %lld kB on the disk", rate / 1e6, double(time.elapsed()) / 1000,
              most / 1000);
        QCOMPARE(statusOf(m_log).st_size, lines * lineLength);
        checkCutLog(m_log, small);
        // Between two looks are two seconds at the beginning and less later; a busy machine is slower than it should
        // be.
        QVERIFY(double(most) <= double(small.head + small.tail + LogGuard::slack(small)) + 4 * rate);
    }

    void theProgramsOwnLogIsGuardedToo()
    {
        const DetachedProcess process(m_folder, u"vmm"_s, unit());
        constexpr qint64 lines = 1'000'000;
        QVERIFY(process.start(m_host, u"seq"_s, {u"-f"_s, u"%015.0f"_s, u"1"_s, QString::number(lines)}, {}));
        QTRY_COMPARE_WITH_TIMEOUT(process.exitCode(m_host, {}), std::optional(0), 30'000);
        QCOMPARE(statusOf(process.logPath()).st_size, lines * lineLength);
        checkCutLog(process.logPath(), DetachedProcess::OwnLogLimits);
        QVERIFY(process.complaint(m_host, {}).endsWith(u"000000001000000"_s));
        // The next start begins with an empty log and without an old cut.
        const DetachedProcess again(m_folder, u"vmm"_s, unit());
        QVERIFY(again.start(m_host, u"true"_s, {}, {}));
        QTRY_COMPARE_WITH_TIMEOUT(again.exitCode(m_host, {}), std::optional(0), 30'000);
        QCOMPARE(statusOf(again.logPath()).st_size, 0);
        QCOMPARE(cutOf(again.logPath()).to, -1);
    }

    void whatIsSmallIsLeftAlone()
    {
        write((small.head + small.tail) / lineLength, m_log);
        lookOnce();
        QCOMPARE(cutOf(m_log).to, -1);
        QCOMPARE(bytesAt(m_log, 0, 1'000'000), expectedBytes(0, small.head + small.tail));
    }

    void aCutGrowsAndBeginsAtTheSamePlace()
    {
        write(100'000, m_log);
        lookOnce();
        checkCutLog(m_log, small);
        const Cut first = cutOf(m_log);
        write(100, m_log); // not worth another hole
        lookOnce();
        QCOMPARE(cutOf(m_log).to, first.to);
        write(50'000, m_log);
        lookOnce();
        checkCutLog(m_log, small);
        QVERIFY(cutOf(m_log).to > first.to);
    }

    void aDamagedNoteIsWrittenAnew_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("from to\n");
        QTest::newRow("one number") << QByteArray("65536\n");
        QTest::newRow("of a longer file") << QByteArray("65536 999999999999\n");
        QTest::newRow("a command") << QByteArray("1 $(touch%20/tmp/x);`id`\n");
    }
    void aDamagedNoteIsWrittenAnew()
    {
        QFETCH(QByteArray, note);
        write(100'000, m_log);
        QFile file(m_log + u".cuts"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(note);
        file.close();
        lookOnce();
        checkCutLog(m_log, small);
    }

    void aNoteThatCannotBeWrittenKeepsNothingFromBeingCut()
    {
        write(100'000, m_log);
        QVERIFY(QDir().mkpath(m_log + u".cuts.new"_s)); // as on a full disk: the note fails
        lookOnce();
        QVERIFY(allocated(m_log) <= small.head + small.tail + LogGuard::slack(small) + 2 * block);
        QCOMPARE(statusOf(m_log).st_size, 100'000 * lineLength);
        QCOMPARE(bytesAt(m_log, 0, small.head), expectedBytes(0, small.head));
    }

    void withoutHolesTheLogBeginsAnew()
    {
        write(100'000, m_log);
        QFile writer(m_log); // as the hypervisor has it open
        QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered));
        lookOnce(poorPath());
        QCOMPARE(statusOf(m_log).st_size, 0);
        QVERIFY(!QFile::exists(m_log + u".cuts"_s));
        writer.write("here\n");
        QCOMPARE(bytesAt(m_log, 0, 100), QByteArray("here\n"));
    }

    void aFileNearTheLongestPossibleOneBeginsAnew()
    {
        QFile file(m_log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        if (!file.resize(qint64(5) << 40))
            PORTLIGHT_SKIP(QStringLiteral("This file system has no files that long."));
        lookOnce();
        QCOMPARE(statusOf(m_log).st_size, 0);
        QVERIFY(!QFile::exists(m_log + u".cuts"_s));
    }

    void itEndsWithItsProcess()
    {
        QProcess machine;
        machine.start(u"sleep"_s, {u"60"_s});
        QVERIFY(machine.waitForStarted());
        QProcess guard;
        guard.start(u"/bin/sh"_s, QStringList{u"-c"_s, LogGuard::script(), u"guard"_s} << LogGuard::words(
                                      QString::number(machine.processId()), m_folder, {{u"console.log"_s, small}}));
        QVERIFY(guard.waitForStarted());
        // It looks while the process runs ...
        write(100'000, m_log);
        QTRY_VERIFY_WITH_TIMEOUT(cutOf(m_log).to > 0, 15'000);
        QCOMPARE(guard.state(), QProcess::Running);
        // ... and one last time after that.
        write(100'000, m_log);
        machine.kill();
        QVERIFY(machine.waitForFinished());
        QVERIFY(guard.waitForFinished(15'000));
        QCOMPARE(guard.exitCode(), 0);
        checkCutLog(m_log, small);
    }

    void aShellCheckerFindsNothing()
    {
        if (QStandardPaths::findExecutable(u"shellcheck"_s).isEmpty())
            PORTLIGHT_SKIP(QStringLiteral("shellcheck is not installed."));
        QFile script(m_temporary->filePath(u"guard.sh"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\n" + LogGuard::script().toLatin1());
        script.close();
        QProcess check;
        // Words are split on purpose in one place, and names are given to fields that nobody needs.
        check.start(u"shellcheck"_s, {u"--exclude=SC2034,SC2086,SC2317"_s, u"--shell=sh"_s, script.fileName()});
        QVERIFY(check.waitForFinished(30'000));
        QVERIFY2(check.exitCode() == 0, check.readAllStandardOutput().constData());
    }
};

QTEST_GUILESS_MAIN(LogGuardTest)
#include "LogGuardTest.moc"
