// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Runs the guest's own script under sh with played tools. Time is played too: each sleep moves the uptime on, so that
/// nothing here waits.
class HealthReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(path(u"bin"_s)));
        write(u"uptime"_s, "10.00 1.00\n");
        // $LISTENS_AT: the uptime in seconds at which 6080 is bound.
        play(u"ss"_s,
             "read -r now rest <\"$DIR/uptime\"\n"
             "case $1 in\n"
             "-Hltn) [ \"${now%.*}\" -ge \"${LISTENS_AT:-0}\" ] && echo 'LISTEN 0 100 0.0.0.0:6080 0.0.0.0:*' ;;\n"
             "*) echo 'State Recv-Q'; echo 'a complaint of ss' >&2 ;;\n"
             "esac\ntrue\n");
        play(u"sleep"_s, "read -r now rest <\"$DIR/uptime\"\n"
                         "awk \"BEGIN { printf \\\"%.2f 1.00\\\\n\\\", $now + $1 }\" >\"$DIR/uptime\"\n");
        play(u"systemctl"_s, "case $* in\n"
                             "*ActiveState*novnc.service) echo \"${NOVNC:-active}\" ;;\n"
                             "*ActiveState*) echo active ;;\n"
                             "status*) echo \"status of ${*##* }\" ;;\n"
                             "start*) echo \"$*\" >>\"$DIR/started\" ;;\n"
                             "esac\n");
        play(u"journalctl"_s, "echo \"journal of $*\"\n");
        play(u"ps"_s, "echo 'user 254 12.2 /usr/bin/Xvnc :1'; echo 'root 1 0.1 /sbin/init'\n");
        play(u"hostname"_s, "echo browser-vm\n");
        // One file per write, and the real options: a section must reach the console in one piece.
        play(u"dd"_s, "echo \"$*\" >>\"$DIR/dd\"\ncat >\"$DIR/write-$(wc -l <\"$DIR/dd\")\"\n"
                      "cat \"$DIR/write-$(wc -l <\"$DIR/dd\")\" >>\"$DIR/console\"\n");
    }

    void reportsBetweenMarkers()
    {
        QCOMPARE(run({}), 0);
        const QString report = read(u"console"_s);
        const QStringList parts{u"VM HEALTH REPORT - browser-vm"_s,
                                u"### SYSTEMD SERVICE STATUS ###"_s,
                                u"status of vncserver@1.service"_s,
                                u"status of novnc.service"_s,
                                u"status of desktop.service"_s,
                                u"### PORT LISTENERS (expect 6080, 5901) ###"_s,
                                u"Port 6080 is bound; waited 0.0 s"_s,
                                u"### PROCESSES (websockify, Xvnc) ###"_s,
                                u"/usr/bin/Xvnc :1"_s,
                                u"### FILE CHECK ###"_s,
                                u"/usr/share/novnc:"_s,
                                u"### JOURNAL LOGS ###"_s,
                                u"END REPORT"_s};
        qsizetype at = 0;
        for (const QString &part : parts) {
            const qsizetype next = report.indexOf(part, at);
            QVERIFY2(next >= at, qPrintable(part + u"\n"_s + report));
            at = next;
        }
        QVERIFY(!report.contains(u"/sbin/init"_s));
    }

    void oneWritePerSection()
    {
        QCOMPARE(run({}), 0);
        const QStringList beginnings{u"VM HEALTH REPORT"_s, u"### PORT LISTENERS"_s, u"### PROCESSES"_s,
                                     u"### FILE CHECK"_s,   u"### JOURNAL LOGS"_s,   u"=============== END REPORT"_s};
        const QStringList calls = read(u"dd"_s).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(calls.size(), beginnings.size());
        for (qsizetype i = 0; i < calls.size(); ++i) {
            QVERIFY2(calls.at(i).contains(u"bs=64k count=1 iflag=fullblock"_s), qPrintable(calls.at(i)));
            const QString text = read(u"write-%1"_s.arg(i + 1)).trimmed();
            QVERIFY2(text.startsWith(beginnings.at(i)), qPrintable(text));
        }
    }

    void waitsForThePort()
    {
        QCOMPARE(run({{u"LISTENS_AT"_s, u"17"_s}}), 0);
        const QString report = read(u"console"_s);
        QVERIFY2(report.contains(u"Port 6080 is bound; waited 7.0 s for it, 17.0 s after boot."_s), qPrintable(report));
    }

    void deadline()
    {
        QCOMPARE(run({{u"LISTENS_AT"_s, u"999"_s}, {u"VM_HEALTH_DEADLINE"_s, u"30"_s}}), 0);
        const QString report = read(u"console"_s);
        QVERIFY2(report.contains(u"NOT bound; the deadline of 30 s has passed (waited 30.0 s)"_s), qPrintable(report));
        QVERIFY(report.contains(u"END REPORT"_s));
    }

    void doesNotWaitForAUnitThatFailed()
    {
        QCOMPARE(run({{u"LISTENS_AT"_s, u"999"_s}, {u"NOVNC"_s, u"failed"_s}}), 0);
        const QString report = read(u"console"_s);
        QVERIFY2(report.contains(u"NOT bound; gave up after 0.0 s"_s), qPrintable(report));
        QVERIFY(report.contains(u"--- novnc.service (failed) ---"_s));
        QVERIFY(report.contains(u"journal of --boot --no-pager --lines=20 --unit=novnc.service"_s));
        QVERIFY(!report.contains(u"--unit=vncserver@1.service"_s));
    }

    void disabledUnitGetsTenSeconds()
    {
        QCOMPARE(run({{u"LISTENS_AT"_s, u"999"_s}, {u"NOVNC"_s, u"inactive"_s}}), 0);
        QVERIFY(read(u"console"_s).contains(u"gave up after 10.0 s because novnc.service does not run"_s));
    }

    void errorsAreInTheReport()
    {
        QCOMPARE(run({}), 0);
        QVERIFY(read(u"console"_s).contains(u"a complaint of ss"_s));
        QFile::remove(path(u"bin/ps"_s));
        play(u"ps"_s, "echo 'ps: no such luck' >&2; exit 1\n");
        QCOMPARE(run({}), 0);
        QVERIFY(read(u"console"_s).contains(u"ps: no such luck"_s));
    }

    void failureAsksForAnotherReport()
    {
        QCOMPARE(run({{u"SERVICE_RESULT"_s, u"success"_s}}, {u"--stopped"_s, u"novnc.service"_s}), 0);
        QVERIFY(!QFile::exists(path(u"started"_s)));
        QCOMPARE(run({{u"SERVICE_RESULT"_s, u"signal"_s}}, {u"--stopped"_s, u"vncserver@1.service"_s}), 0);
        QVERIFY(read(u"started"_s).contains(u"--no-block vm-health-report-again.service"_s));
    }

    void reportsAgainOncePerFailure()
    {
        QCOMPARE(run({}), 0);
        QCOMPARE(count(), 1);
        QCOMPARE(run({}, {u"--again"_s}), 0);
        QVERIFY2(count() == 1, "nothing failed since");
        write(u"uptime"_s, "50.00 1.00\n");
        QCOMPARE(run({{u"SERVICE_RESULT"_s, u"signal"_s}}, {u"--stopped"_s, u"vncserver@1.service"_s}), 0);
        QCOMPARE(run({}, {u"--again"_s}), 0);
        QCOMPARE(count(), 2);
        QVERIFY(read(u"console"_s).contains(u"Reason: failed since the last report: vncserver@1.service (signal)"_s));
        QCOMPARE(run({}, {u"--again"_s}), 0);
        QCOMPARE(count(), 2);
    }

    void manyFailuresMakeNoStorm()
    {
        QCOMPARE(run({}), 0);
        for (int i = 0; i < 20; ++i) {
            const double now = read(u"uptime"_s).section(u' ', 0, 0).toDouble();
            write(u"uptime"_s, QByteArray::number(now + 1, 'f', 2) + " 1.00\n");
            QCOMPARE(run({{u"SERVICE_RESULT"_s, u"core-dump"_s}}, {u"--stopped"_s, u"novnc.service"_s}), 0);
            QCOMPARE(run({}, {u"--again"_s}), 0);
        }
        // 20 failures; the pauses between reports double from 60 s on, up to 16 minutes.
        const double uptime = read(u"uptime"_s).section(u' ', 0, 0).toDouble();
        QVERIFY2(count() <= 21 && uptime > 60 * 15, qPrintable(u"%1 reports in %2 s"_s.arg(count()).arg(uptime)));
    }

    void scriptsPassShellcheck()
    {
        const QString shellcheck = QStandardPaths::findExecutable(u"shellcheck"_s);
        if (shellcheck.isEmpty()) {
            QVERIFY2(!qEnvironmentVariableIsSet("CI"), "shellcheck is needed");
            QSKIP("shellcheck is not installed.");
        }
        const QDir guest(QStringLiteral(PORTLIGHT_SOURCE_DIR) + u"/resources/guest"_s);
        QStringList scripts;
        for (const QString &folder : {u"scripts"_s, u"build"_s}) {
            for (const QString &name : QDir(guest.filePath(folder)).entryList(QDir::Files))
                scripts.append(guest.filePath(folder + u'/' + name));
        }
        QVERIFY(scripts.size() >= 6);
        QProcess process;
        process.start(shellcheck, QStringList{u"--shell=sh"_s} + scripts);
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput().constData());
    }

    void badCall() { QCOMPARE(run({}, {u"--nonsense"_s}), 2); }

    /// A console that nobody reads: the write ends by its time limit (played short here), not never.
    void blockedConsoleDoesNotHang()
    {
        play(u"dd"_s, "exec /bin/sleep 600\n");
        play(u"timeout"_s, "shift\nexec /usr/bin/timeout 0.05 \"$@\"\n");
        QCOMPARE(run({}), 0);
    }

private:
    QString path(const QString &name) const { return m_folder->path() + u'/' + name; }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void play(const QString &tool, const QByteArray &script) const
    {
        write(u"bin/"_s + tool, "#!/bin/sh\n" + script);
        QFile::setPermissions(path(u"bin/"_s + tool), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QString read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    int count() const { return static_cast<int>(read(u"console"_s).count(u"VM HEALTH REPORT"_s)); }

    int run(const QHash<QString, QString> &variables, const QStringList &arguments = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, path(u"bin"_s) + u":/usr/bin:/bin"_s);
        environment.insert(u"DIR"_s, m_folder->path());
        environment.insert(u"VM_HEALTH_CONSOLE"_s, path(u"console"_s));
        environment.insert(u"VM_HEALTH_STATE"_s, path(u"state"_s));
        environment.insert(u"VM_HEALTH_UPTIME"_s, path(u"uptime"_s));
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert(it.key(), it.value());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(u"/bin/sh"_s, QStringList{QStringLiteral(PORTLIGHT_SOURCE_DIR) +
                                                u"/resources/guest/scripts/vm-health-report"_s} +
                                        arguments);
        return process.waitForFinished(30'000) ? process.exitCode() : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(HealthReportTest)
#include "HealthReportTest.moc"
