// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/TestHome.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// What people script against: exit codes, and one JSON value on standard output. No guest is needed here.
class CommandLineTest : public QObject
{
    Q_OBJECT

    struct Answer
    {
        int exitCode = -1;
        QByteArray output;
        QByteArray errors;
    };

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *name, const QString &words, int code) {
            QTest::newRow(name) << words.split(u' ', Qt::SkipEmptyParts) << code;
        };
        row("help", u"--help"_s, 0);
        row("version", u"--version"_s, 0);
        row("help of a command", u"vm create --help"_s, 0);
        row("unknown command", u"frobnicate"_s, 2);
        row("a command that is not built yet", u"diagnose x.log"_s, 2);
        row("unknown option", u"vm list --frobnicate"_s, 2);
        row("vm without a command", u"vm"_s, 2);
        row("no VMs", u"vm list"_s, 0);
        row("empty trash", u"vm trash"_s, 0);
        row("no images", u"image list"_s, 0);
        row("unknown VM", u"vm show nobody"_s, 2);
        row("unknown VM to start", u"vm start nobody"_s, 2);
        row("unknown VM to destroy", u"vm destroy nobody"_s, 2);
        row("unknown VM to bring back", u"vm undestroy nobody"_s, 2);
        row("unknown host", u"vm list --host nowhere"_s, 2);
        row("unknown image", u"vm create --image nothing"_s, 2);
        row("bad size", u"vm create --memory none"_s, 2);
        row("bad duration", u"vm stop x --timeout soon"_s, 2);
        row("unknown recipe", u"image build no-such-recipe"_s, 2);
        row("missing recipe file", u"image build /no/such/recipe.json"_s, 2);
        row("unknown image to remove", u"image remove nothing"_s, 2);
        row("missing image file to check", u"image check /no/such/file.ext4"_s, 2);
        row("verify nothing", u"verify"_s, 2);
        row("verify an unknown VM", u"verify nobody"_s, 2);
        row("verify a malformed URL", u"verify ws://:99999/x"_s, 2);
        row("verify with a bad timeout", u"verify 127.0.0.1:1 --timeout never"_s, 2);
        row("a screenshot of two targets", u"verify 127.0.0.1:1 127.0.0.1:2 --screenshot x.png"_s, 2);
        row("missing password file", u"verify 127.0.0.1:1 --password-file /no/such/file"_s, 2);
        row("a JUnit file that is a device", u"verify 127.0.0.1:1 --junit /dev/null"_s, 2);
        row("a screenshot that is a folder", u"verify 127.0.0.1:1 --screenshot /tmp"_s, 2);
        row("a port where nobody listens", u"verify 127.0.0.1:1 --timeout 200ms"_s, 1);
    }
    void exitCodes()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exitCode);
        const Answer answer = portlight(words);
        QVERIFY2(answer.exitCode == exitCode,
                 (QByteArray::number(answer.exitCode) + ": " + answer.output + answer.errors).constData());
        if (exitCode == 2)
            QVERIFY2(!answer.errors.trimmed().isEmpty(), "an error must say something");
    }

    void helpNamesNoCommandThatIsNotBuilt()
    {
        const QByteArray help = portlight({u"--help"_s}).output;
        for (const char *command : {"diagnose", "session", "host "})
            QVERIFY2(!help.contains(command), command);
        for (const char *command : {"demo", "verify", "vm", "image"})
            QVERIFY2(help.contains(command), command);
    }

    void jsonIsOneValueOnStandardOutput_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("isArray");
        QTest::newRow("vm list") << QStringList{u"vm"_s, u"list"_s} << true;
        QTest::newRow("vm trash") << QStringList{u"vm"_s, u"trash"_s} << true;
        QTest::newRow("image list") << QStringList{u"image"_s, u"list"_s} << true;
        QTest::newRow("an error") << QStringList{u"vm"_s, u"show"_s, u"nobody"_s} << false;
        QTest::newRow("a call nobody understands") << QStringList{u"vm"_s, u"list"_s, u"--frobnicate"_s} << false;
        QTest::newRow("verify") << QStringList{u"verify"_s, u"127.0.0.1:1"_s, u"--timeout"_s, u"200ms"_s} << false;
        QTest::newRow("verify two") << QStringList{u"verify"_s, u"127.0.0.1:1"_s, u"127.0.0.1:2"_s, u"--timeout"_s,
                                                   u"200ms"_s}
                                    << false;
    }
    void jsonIsOneValueOnStandardOutput()
    {
        QFETCH(QStringList, words);
        QFETCH(bool, isArray);
        const Answer answer = portlight(words + QStringList{u"--json"_s});
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(answer.output, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, answer.output.constData());
        QCOMPARE(document.isArray(), isArray);
    }

    void verifyListsAllStagesInOrder()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        const QString target = u"ws://127.0.0.1:%1/websockify?token=a"_s.arg(port);
        const Answer answer = portlight({u"verify"_s, target, u"--timeout"_s, u"300ms"_s, u"--json"_s});
        const QJsonObject report = QJsonDocument::fromJson(answer.output).object();
        QStringList stages;
        for (const QJsonValue stage : report.value(u"stages").toArray())
            stages << stage.toObject().value(u"id").toString();
        QCOMPARE(stages, (QStringList{u"vm"_s, u"address"_s, u"tcp"_s, u"http"_s, u"websocket"_s, u"rfb-version"_s,
                                      u"rfb-security"_s, u"rfb-init"_s, u"framebuffer"_s, u"picture"_s, u"input"_s}));
        QCOMPARE(report.value(u"failure").toObject().value(u"id"), u"tcp.refused"_s);
        QCOMPARE(report.value(u"verdict"), u"failing"_s);
        QCOMPARE(report.value(u"verified"), false);
        QVERIFY(!report.contains(u"diagnosis")); // only a VM has one
    }

    void resultsComeInTheOrderGiven()
    {
        const Answer answer = portlight({u"verify"_s, u"127.0.0.1:3"_s, u"127.0.0.1:1"_s, u"127.0.0.1:2"_s,
                                         u"--timeout"_s, u"200ms"_s, u"--json"_s});
        const QJsonArray results = QJsonDocument::fromJson(answer.output).object().value(u"results").toArray();
        QCOMPARE(results.size(), 3);
        for (const auto &[index, port] : {std::pair{0, u":3"_s}, std::pair{1, u":1"_s}, std::pair{2, u":2"_s}})
            QVERIFY(results.at(index).toObject().value(u"target").toString().contains(port));
    }

    void aPasswordInAUrlIsNeverShown()
    {
        const Answer answer = portlight({u"verify"_s, u"http://127.0.0.1:1/vnc.html?password=s3cr3t&path=websockify"_s,
                                         u"--timeout"_s, u"200ms"_s, u"--json"_s});
        QVERIFY(!answer.output.contains("s3cr3t"));
        QVERIFY(!answer.errors.contains("s3cr3t"));
        QVERIFY(answer.errors.contains("password"));
    }

    void anImageBuildThatIsInterruptedLeavesNothing()
    {
        PORTLIGHT_NEED_GUESTS();
        QProcess build;
        build.setProcessEnvironment(environment());
        build.start(portlightProgram(), {u"image"_s, u"build"_s, u"desktop"_s});
        QVERIFY(build.waitForStarted());
        QByteArray seen;
        const QDeadlineTimer deadline(60'000);
        while (!seen.contains("[2/") && !deadline.hasExpired()) {
            build.waitForReadyRead(100);
            seen += build.readAllStandardError();
        }
        QVERIFY2(seen.contains("[2/"), seen.constData());
        QCOMPARE(kill(static_cast<pid_t>(build.processId()), SIGINT), 0);
        QVERIFY(build.waitForFinished(60'000));
        QCOMPARE(build.exitCode(), 130);
        const Answer list = portlight({u"image"_s, u"list"_s, u"--json"_s});
        QCOMPARE(list.output.trimmed(), "[]");
        const QString images = m_home->filePath(u"data/images/desktop"_s);
        QStringList left = QDir(images).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        left.removeAll(u"build-failed.log"_s);
        left.removeAll(u"lock"_s);
        left.removeAll(u".lock"_s);
        QCOMPARE(left, QStringList());
    }

    void anAnswerThatCannotBeWrittenIsAFailure()
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(portlightProgram(), {u"vm"_s, u"list"_s, u"--json"_s});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(!process.readAllStandardError().isEmpty());
    }

    void aHomeThatIsNoFolderIsAnError()
    {
        QProcess process;
        QProcessEnvironment elsewhere = environment();
        elsewhere.insert(u"PORTLIGHT_HOME"_s, u"/etc/passwd"_s);
        process.setProcessEnvironment(elsewhere);
        process.start(portlightProgram(), {u"vm"_s, u"list"_s});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY(process.exitCode() != 0);
    }

    void theWindowNeedsADisplay()
    {
        for (const QString &display : {QString(), u":4711"_s}) { // none, and one that is gone
            QProcess process;
            QProcessEnvironment without = environment();
            without.insert(u"DISPLAY"_s, display);
            process.setProcessEnvironment(without);
            process.start(portlightProgram(), QStringList());
            QVERIFY(process.waitForFinished(60'000));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 3);
            QVERIFY(process.readAllStandardError().contains("--help"));
        }
    }

private:
    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PORTLIGHT_HOME"_s, m_home->path());
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        return environment;
    }
    Answer portlight(const QStringList &words) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(portlightProgram(), words);
        Answer answer;
        if (!process.waitForFinished(60'000))
            return answer;
        answer.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        answer.output = process.readAllStandardOutput();
        answer.errors = process.readAllStandardError();
        return answer;
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "CommandLineTest.moc"
