// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineClassifier.h"
#include "serial/LiteralSearch.h"
#include "serial/RuleFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class LineClassifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedRulesAgreeWithTheirSamples()
    {
        const RuleFile file = RuleFile::readFolder(u":/rules/highlight"_s);
        for (const RuleProblem &problem : file.problems)
            qWarning().noquote() << problem.text();
        QVERIFY(file.problems.isEmpty());
        QVERIFY(file.rules.size() >= 50);
        const auto problems = RuleFile::checkSamples(file.rules);
        for (const RuleProblem &problem : problems)
            qWarning().noquote() << problem.text();
        QVERIFY(problems.isEmpty());
    }

    void checkSamplesSeesWhatIsWrong()
    {
        HighlightRule rule;
        rule.id = u"x"_s;
        rule.pattern = u"apple"_s;
        rule.literals = {"pear"};
        rule.matches = {u"an apple"_s};
        QCOMPARE(RuleFile::checkSamples({rule}).size(), 1);
        rule.literals = {"appl"};
        QCOMPARE(RuleFile::checkSamples({rule}).size(), 0);
        rule.rejects = {u"apple pie"_s};
        QCOMPARE(RuleFile::checkSamples({rule}).size(), 1);
        rule.matches.clear();
        QCOMPARE(RuleFile::checkSamples({rule}).size(), 2);
    }

    void lines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<LineClass>("lineClass");
        QTest::newRow("failed") << QByteArray("[FAILED] Failed to start vncserver@1.service - VNC Server.")
                                << LineClass::Failure;
        QTest::newRow("depend") << QByteArray("[DEPEND] Dependency failed for desktop.service.") << LineClass::Warning;
        QTest::newRow("ok") << QByteArray("[  OK  ] Started novnc.service - noVNC WebSocket Proxy.")
                            << LineClass::Service;
        QTest::newRow("failure in a kernel line")
            << QByteArray("[    6.3] x") << LineClass::Plain; // Not the six digits of a stamp.
        QTest::newRow("kernel") << QByteArray("[    6.322076] virtio_net virtio1 eth0: renamed") << LineClass::Kernel;
        QTest::newRow("worse wins") << QByteArray("[    6.322076] systemd[1]: Failed to start x.service")
                                    << LineClass::Failure;
        QTest::newRow("panic") << QByteArray("[    1.322076] Kernel panic - not syncing: Attempted to kill init!")
                               << LineClass::Failure;
        QTest::newRow("report") << QByteArray("VM HEALTH REPORT - browser-vm") << LineClass::Report;
        QTest::newRow("login") << QByteArray("browser-vm login: ") << LineClass::Good;
        QTest::newRow("firecracker") << QByteArray("2026-11-22T23:29:19.207 [anonymous-instance:main] Running")
                                     << LineClass::Vmm;
        QTest::newRow("plain") << QByteArray("total 44") << LineClass::Plain;
        QTest::newRow("empty") << QByteArray() << LineClass::Plain;
    }

    void lines()
    {
        QFETCH(QByteArray, line);
        QFETCH(LineClass, lineClass);
        QCOMPARE(LineClassifier::shipped()->classify(line).lineClass, lineClass);
    }

    void onlyTheBeginningOfAVeryLongLineCounts()
    {
        const QByteArray padding(LineClassifier::MostBytes, ' ');
        QCOMPARE(LineClassifier::shipped()->classify(padding + "segfault at 0 ip 0").lineClass, LineClass::Plain);
    }

    void brokenRulesAreReportedWithTheirPlace()
    {
        QByteArray json;
        json += "{\n";
        json += "  'rules': [\n";
        json +=
            "    {'id': 'good', 'class': 'failure', 'severity': 'error', 'pattern': 'boom', 'matches': ['boom']},\n";
        json += "    {'id': 'pattern', 'class': 'failure', 'pattern': 'a(', 'matches': []},\n";
        json += "    {'id': 'class', 'class': 'terrible', 'pattern': 'a'},\n";
        json += "      {'id': 'severity', 'class': 'failure', 'severity': 'loud', 'pattern': 'a'},\n";
        json += "    {'class': 'failure', 'pattern': 'a'},\n";
        json += "    {'id': 'good', 'class': 'failure', 'pattern': 'a'},\n";
        json += "    7,\n";
        json += "    {'id': 'also good', 'class': 'good', 'pattern': 'yes', 'note': '[{\\'}'}\n";
        json += "  ]\n";
        json += "}\n";
        json.replace('\'', '"');
        const RuleFile file = RuleFile::parse(json, u"mine.json"_s);
        QCOMPARE(file.rules.size(), 2);
        QCOMPARE(file.rules[1].id, u"also good"_s);
        QCOMPARE(file.problems.size(), 6);
        QCOMPARE(file.problems[0].line, 4);
        QCOMPARE(file.problems[0].ruleId, u"pattern"_s);
        QCOMPARE(file.problems[1].line, 5);
        QCOMPARE(file.problems[2].line, 6);
        QCOMPARE(file.problems[2].column, 7);
        QCOMPARE(file.problems[4].ruleId, u"good"_s);
        QCOMPARE(file.problems[5].line, 9);
        QVERIFY(file.problems[0].text().startsWith(u"mine.json:4:5: rule \"pattern\": "_s));
        const LineClassifier classifier(file.rules);
        QCOMPARE(classifier.classify("boom").lineClass, LineClass::Failure);
    }

    void aFileThatIsNoJsonIsReportedAndTheOthersWork()
    {
        const QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(u"1.json"_s, "{\n  \"rules\": [\n  {,\n");
        write(u"2.json"_s, "{\"rules\": [{\"id\": \"a\", \"class\": \"good\", \"pattern\": \"yes\"}]}");
        write(u"3.json"_s, "{\"rules\": [{\"id\": \"a\", \"class\": \"good\", \"pattern\": \"no\"}]}");
        write(u"4.json"_s, "{\"other\": 1}");
        const RuleFile file = RuleFile::readFolder(folder.path());
        QCOMPARE(file.rules.size(), 1);
        QCOMPARE(file.problems.size(), 3);
        QCOMPARE(file.problems[0].file, u"1.json"_s);
        QCOMPARE(file.problems[0].line, 3);
        QCOMPARE(file.problems[1].file, u"3.json"_s);
        QCOMPARE(file.problems[2].file, u"4.json"_s);
    }

    void literalsAreFoundInsideEachOther()
    {
        LiteralSearch search;
        search.add("he", 0);
        search.add("she", 1);
        search.add("hers", 2);
        search.add("HIS", 3);
        search.compile();
        std::set<int> found;
        const auto note = [&](int value) {
            found.insert(value);
        };
        search.search("uSHErs", note);
        QCOMPARE(found, (std::set<int>{0, 1, 2}));
        found.clear();
        search.search("this", note);
        QCOMPARE(found, std::set<int>{3});
        found.clear();
        search.search("hxexs", note);
        QVERIFY(found.empty());
    }
};

QTEST_GUILESS_MAIN(LineClassifierTest)
#include "LineClassifierTest.moc"
