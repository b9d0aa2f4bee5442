// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// packaging/run.sh and test.sh where they cannot work: each case ends early, with a sentence, before anything is
/// changed. Stand-ins for system programs come first in PATH.
class SetupScriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explains_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QByteArray>("osRelease");
        QTest::addColumn<QByteArray>("sentence");
        const QByteArray debian = "ID=debian\nVERSION_ID=\"12\"\n";
        QTest::newRow("another distribution")
            << u"true"_s << u"exit 0"_s << QByteArray("ID=fedora\nVERSION_ID=41\n") << QByteArray("this is fedora 41");
        QTest::newRow("another Debian") << u"true"_s << u"exit 0"_s << QByteArray("ID=debian\nVERSION_ID=\"13\"\n")
                                        << QByteArray("this is debian 13");
        QTest::newRow("another architecture")
            << u"uname"_s << u"echo aarch64"_s << debian << QByteArray("this machine is aarch64");
        QTest::newRow("a full disk") << u"df"_s << u"echo Avail; echo 17M"_s << debian << QByteArray("17 MB are free");
        QTest::newRow("no network") << u"apt-get"_s << u"echo 'Could not resolve' >&2; exit 100"_s << debian
                                    << QByteArray("package lists could not be fetched");
    }
    void explains()
    {
        QFETCH(QString, program);
        QFETCH(QString, body);
        QFETCH(QByteArray, osRelease);
        QFETCH(QByteArray, sentence);
        for (const QString &script : {u"run.sh"_s, u"test.sh"_s}) {
            QTemporaryDir folder;
            write(folder.filePath(u"os-release"_s), osRelease);
            standIn(folder, program, body);
            // Without packages to install the network would not be asked.
            if (program == u"apt-get")
                standIn(folder, u"dpkg-query"_s, u"exit 1"_s);
            standIn(folder, u"sudo"_s, u"exec \"$@\""_s);
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"PATH"_s, folder.path() + u':' + environment.value(u"PATH"_s));
            environment.insert(u"OS_RELEASE"_s, folder.filePath(u"os-release"_s));
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(PORTLIGHT_SOURCE_DIR "/packaging/") + script, QStringList());
            QVERIFY(process.waitForFinished(30'000));
            const QByteArray errors = process.readAllStandardError();
            QCOMPARE(process.exitCode(), 3);
            QVERIFY2(errors.contains(sentence), errors.constData());
        }
    }

    void unknownOptionsAreRefused()
    {
        QProcess process;
        process.start(QStringLiteral(PORTLIGHT_SOURCE_DIR "/packaging/run.sh"), {u"--frobnicate"_s});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 2);
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static void standIn(const QTemporaryDir &folder, const QString &program, const QString &body)
    {
        const QString path = folder.filePath(program);
        write(path, "#!/bin/sh\n" + body.toUtf8() + '\n');
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
};

QTEST_GUILESS_MAIN(SetupScriptTest)
#include "SetupScriptTest.moc"
