// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/JUnitFile.h"
#include "cli/VerifyText.h"
#include "verdict/FailureText.h"

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

VerifyReport refused()
{
    VerifyReport report;
    report.target = u"ws://a:1/websockify?x=1&y=<2>"_s;
    report.verdict = Verdict::Failing;
    report.elapsed = 1500ms;
    report.failure = stageFailure(Stage::Tcp, u"tcp.refused"_s, {u"a:1"_s});
    report.setStage({Stage::Tcp, StageStatus::Failed, 250ms, report.failure->summary});
    return report;
}

VerifyReport verified()
{
    VerifyReport report;
    report.target = u"demo"_s;
    report.verdict = Verdict::Verified;
    for (const Stage stage : allStages())
        report.setStage({stage, StageStatus::Passed, 1ms, u"fine"_s});
    report.setStage({Stage::Http, StageStatus::Warned, 1ms, u"http.not-novnc: x"_s});
    report.desktop = DesktopFacts{u"vm:1"_s, 1280, 800, false, 99, u"shot.png"_s};
    return report;
}

/// Attribute values of all elements of a name, in order.
QStringList attributes(const QByteArray &xml, const QString &element, const QString &attribute)
{
    QStringList values;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            values.append(reader.attributes().value(attribute).toString());
    }
    return reader.hasError() ? QStringList{reader.errorString()} : values;
}

} // namespace

class JUnitFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSuiteForEachTargetAndACaseForEachStage()
    {
        const QByteArray xml = JUnitFile::xml({refused(), verified()});
        QCOMPARE(attributes(xml, u"testsuite"_s, u"name"_s), (QStringList{refused().target, u"demo"_s}));
        QCOMPARE(attributes(xml, u"testsuite"_s, u"tests"_s), (QStringList{u"11"_s, u"11"_s}));
        QCOMPARE(attributes(xml, u"testsuite"_s, u"failures"_s), (QStringList{u"1"_s, u"0"_s}));
        QCOMPARE(attributes(xml, u"testsuite"_s, u"skipped"_s), (QStringList{u"10"_s, u"0"_s}));
        QCOMPARE(attributes(xml, u"testsuite"_s, u"time"_s).constFirst(), u"1.500"_s);
        const QStringList cases = attributes(xml, u"testcase"_s, u"name"_s);
        QCOMPARE(cases.size(), 22);
        QCOMPARE(cases.mid(0, 3), (QStringList{u"vm"_s, u"address"_s, u"tcp"_s}));
        QCOMPARE(attributes(xml, u"failure"_s, u"type"_s), QStringList{u"tcp.refused"_s});
        QCOMPARE(attributes(xml, u"failure"_s, u"message"_s), QStringList{refused().failure->summary});
    }

    void writesAsAWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.xml"_s);
        QVERIFY(JUnitFile::check(path));
        QVERIFY(!QFile::exists(path));
        QVERIFY(JUnitFile::write(path, {verified()}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), JUnitFile::xml({verified()}));
        for (const QString &bad : {folder.path(), u"/nonexistent/report.xml"_s}) {
            const auto checked = JUnitFile::check(bad);
            QVERIFY(!checked);
            QCOMPARE(checked.error().kind, ErrorKind::Usage);
            QCOMPARE(checked.error().id, u"junit.unwritable"_s);
        }
    }

    void textBeginsWithOneSentence()
    {
        const QStringList lines = verifyText(refused()).split(u'\n');
        QVERIFY(lines.at(0).contains(u"Failing"_s) && lines.at(0).contains(refused().failure->summary));
        QVERIFY(lines.at(1).contains(refused().failure->fix));
        QCOMPARE(lines.filter(u"TCP connection"_s).size(), 1);
        const QString good = verifyText(verified());
        QVERIFY(good.contains(u"1280×800"_s) && good.contains(u"shot.png"_s) && good.contains(u"http.not-novnc"_s));
        for (const Stage stage : allStages())
            QVERIFY(good.contains(stageTitle(stage)));
    }
};

QTEST_GUILESS_MAIN(JUnitFileTest)
#include "JUnitFileTest.moc"
