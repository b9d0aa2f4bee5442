// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/BuildOutput.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portlight::BuildOutput;

class BuildOutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// mmdebstrap-output.txt holds the lines that matter of a real build of "desktop".
    void followsARealBuild()
    {
        QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR) + u"/tests/core/images/mmdebstrap-output.txt"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        BuildOutput output;
        QList<BuildOutput::Stage> stages{output.stage()};
        double highest = 0;
        double best[5] = {};
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            output.feed(line);
            if (output.stage() != stages.last()) {
                stages.append(output.stage());
                highest = 0;
            }
            QVERIFY2(output.percent() >= highest, line.constData());
            QVERIFY(output.percent() <= 100);
            highest = output.percent();
            best[static_cast<int>(output.stage())] = highest;
        }
        using Stage = BuildOutput::Stage;
        QCOMPARE(stages, QList<Stage>({Stage::Lists, Stage::Base, Stage::Download, Stage::Install, Stage::Pack}));
        QVERIFY(best[static_cast<int>(Stage::Base)] > 90);
        QVERIFY(best[static_cast<int>(Stage::Download)] > 99);
        QVERIFY(best[static_cast<int>(Stage::Install)] > 99);
        QCOMPARE(output.trouble(), BuildOutput::Trouble::None);
    }

    void namesThePackage()
    {
        BuildOutput output;
        output.feed("I: downloading packages with apt...");
        output.feed("0 upgraded, 2 newly installed, 0 to remove and 0 not upgraded.");
        output.feed("Get:1 http://deb.debian.org/debian bookworm/main amd64 libc6 amd64 2.36-9 [2759 kB]");
        QCOMPARE(output.detail(), u"libc6"_s);
        QVERIFY(qAbs(output.percent() - 100.0 / 6) < 0.01);
        output.feed("Setting up libgpg-error0:amd64 (1.46-1) ...");
        QCOMPARE(output.detail(), u"libgpg-error0"_s);
        output.feed("Need to get 155 MB of archives.");
        QCOMPARE(output.downloadSize(), u"155 MB"_s);
    }

    void namesTheTrouble_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("trouble");
        QTest::newRow("name") << QByteArray("  Temporary failure resolving 'deb.debian.org'")
                              << static_cast<int>(BuildOutput::Trouble::Network);
        QTest::newRow("refused") << QByteArray("E: Could not connect to deb.debian.org:80")
                                 << static_cast<int>(BuildOutput::Trouble::Network);
        QTest::newRow("room") << QByteArray("tar: ./usr/lib/x: Cannot write: No space left on device")
                              << static_cast<int>(BuildOutput::Trouble::Room);
        QTest::newRow("other") << QByteArray("dpkg: error processing package x (--configure):")
                               << static_cast<int>(BuildOutput::Trouble::None);
        QTest::newRow("empty") << QByteArray() << static_cast<int>(BuildOutput::Trouble::None);
        QTest::newRow("cut off") << QByteArray("Get:") << static_cast<int>(BuildOutput::Trouble::None);
    }
    void namesTheTrouble()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, trouble);
        BuildOutput output;
        output.feed("I: installing remaining packages inside the chroot...");
        output.feed(line);
        QCOMPARE(static_cast<int>(output.trouble()), trouble);
    }
};

QTEST_GUILESS_MAIN(BuildOutputTest)
#include "BuildOutputTest.moc"
