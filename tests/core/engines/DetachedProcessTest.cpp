// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/DetachedProcess.h"
#include "hosts/LocalHost.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class DetachedProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsExitCodeAndOutput()
    {
        const DetachedProcess process(m_folder.path(), u"a"_s, unit());
        QVERIFY(process.start(m_host, u"sh"_s,
                              {u"-c"_s, u"echo \"$1\"; echo wrong >&2; exit 5"_s, u"x"_s, u"a 'b' $c"_s}, {}));
        QTRY_COMPARE(process.exitCode(m_host, {}), std::optional(5));
        QCOMPARE(process.complaint(m_host, {}), u"a 'b' $c\nwrong"_s);
    }

    void runsOnByItself()
    {
        const QString mark = m_folder.filePath(u"only-this-one"_s);
        const QString pidFile = m_folder.filePath(u"pid"_s);
        const DetachedProcess process(m_folder.path(), u"b"_s, unit());
        const QString script = u"echo $$ > \"$2\"; trap 'exit 3' TERM; while :; do sleep 0.05; done"_s;
        QVERIFY(process.start(m_host, u"sh"_s, {u"-c"_s, script, u"x"_s, mark, pidFile}, {}));
        QTRY_VERIFY(m_host.readFile(pidFile, 0, 20, {}).value_or(QByteArray()).endsWith('\n'));
        const qint64 pid = m_host.readFile(pidFile, 0, 20, {})->trimmed().toLongLong();
        QVERIFY(processRuns(m_host, pid, mark, {}));
        QVERIFY(!processRuns(m_host, pid, u"another mark"_s, {})); // a reused process id
        QVERIFY(!process.exitCode(m_host, {}));
        QVERIFY(m_host.run({.program = u"kill"_s, .arguments = {QString::number(pid)}}, {}));
        QTRY_COMPARE(process.exitCode(m_host, {}), std::optional(3));
        QVERIFY(!processRuns(m_host, pid, mark, {}));
    }

    void aMissingProgramShowsInItsLog()
    {
        const DetachedProcess process(m_folder.path(), u"c"_s, unit());
        QVERIFY(process.start(m_host, u"portlight-no-such-program"_s, {}, {}));
        QTRY_COMPARE(process.exitCode(m_host, {}), std::optional(127));
        QVERIFY(process.complaint(m_host, {}).contains(u"portlight-no-such-program"_s));
    }

    void aNewStartForgetsTheOldExitCode()
    {
        const DetachedProcess process(m_folder.path(), u"d"_s, unit());
        QVERIFY(process.start(m_host, u"false"_s, {}, {}));
        QTRY_COMPARE(process.exitCode(m_host, {}), std::optional(1));
        const DetachedProcess again(m_folder.path(), u"d"_s, unit());
        QVERIFY(again.start(m_host, u"true"_s, {}, {}));
        QTRY_COMPARE(again.exitCode(m_host, {}), std::optional(0));
    }

private:
    static QString unit() { return u"portlight-test-%1"_s.arg(QRandomGenerator::global()->generate(), 0, 16); }

    LocalHost m_host;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DetachedProcessTest)
#include "DetachedProcessTest.moc"
