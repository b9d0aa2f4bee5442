// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineClassifier.h"
#include "serial/RuleFile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class UserRulesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    void write(const QString &name, QByteArray json)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json.replace('\'', '"'));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withoutAFolderTheShippedRulesRemain()
    {
        const auto made = LineClassifier::withUserRules(m_folder->filePath(u"absent"_s));
        QCOMPARE(made.classifier, LineClassifier::shipped());
        QVERIFY(made.problems.isEmpty());
    }

    void theFolderIsBelowTheConfiguration()
    {
        qputenv("XDG_CONFIG_HOME", "/somewhere");
        QCOMPARE(LineClassifier::userRulesFolder(), u"/somewhere/portlight/rules"_s);
        qunsetenv("XDG_CONFIG_HOME");
    }

    void ownRulesWork()
    {
        write(u"mine.json"_s,
              "{'rules': [{'id': 'mine.ready', 'class': 'good', 'severity': 'notice', 'pattern': 'desktop "
              "is up', 'matches': ['desktop is up']}]}");
        const auto made = LineClassifier::withUserRules(m_folder->path());
        QVERIFY(made.problems.isEmpty());
        QCOMPARE(made.classifier->classify("the desktop is up").lineClass, LineClass::Good);
        QCOMPARE(made.classifier->classify("[FAILED] Failed to start x").lineClass, LineClass::Failure);
    }

    void ownRulesComeBeforeShippedOnesOfTheSameSeverity()
    {
        write(u"mine.json"_s,
              "{'rules': [{'id': 'a', 'class': 'report', 'severity': 'error', 'pattern': 'segfault at'},"
              "{'id': 'b', 'class': 'good', 'severity': 'none', 'pattern': 'Kernel panic'}]}");
        const auto made = LineClassifier::withUserRules(m_folder->path());
        QCOMPARE(made.classifier->classify("x[1]: segfault at 0 ip 0").lineClass, LineClass::Report);
        QCOMPARE(made.classifier->classify("Kernel panic - not syncing: x").lineClass, LineClass::Failure);
    }

    void shippedRulesAreSwitchedOffAndReplaced()
    {
        write(u"mine.json"_s,
              "{'rules': [{'id': 'kernel.panic', 'off': true}, {'id': 'kernel.segfault', 'class': 'warning', "
              "'severity': 'warning', 'pattern': 'segfault at'}]}");
        const auto made = LineClassifier::withUserRules(m_folder->path());
        QVERIFY(made.problems.isEmpty());
        QCOMPARE(made.classifier->classify("Kernel panic - not syncing: x").lineClass, LineClass::Plain);
        QCOMPARE(made.classifier->classify("x[1]: segfault at 0 ip 0").lineClass, LineClass::Warning);
    }

    void whatIsWrongIsToldWithItsPlace()
    {
        write(u"1.json"_s,
              "{'rules': [\n"
              "  {'id': 'nobody.has.this', 'off': true},\n"
              "  {'id': 'typo', 'class': 'failure', 'pattern': 'x', 'mathces': ['x']},\n"
              "    {'id': 'sample', 'class': 'failure', 'severity': 'error', 'pattern': 'boom', 'matches': "
              "['bang']},\n"
              "  {'id': 'good', 'class': 'failure', 'severity': 'error', 'pattern': 'crash'}\n"
              "]}\n");
        write(u"2.json"_s, "{'rules': [\n\n {'id': 'good', 'class': 'good', 'pattern': 'x'}]}");
        const auto made = LineClassifier::withUserRules(m_folder->path());
        QStringList places;
        for (const RuleProblem &problem : made.problems)
            places.append(problem.text().section(u": "_s, 0, 1));
        places.sort();
        QCOMPARE(places, (QStringList{u"1.json:2:3: rule \"nobody.has.this\""_s, u"1.json:3:3: rule \"typo\""_s,
                                      u"1.json:4:5: rule \"sample\""_s, u"2.json:3:2: rule \"good\""_s}));
        QCOMPARE(made.classifier->classify("crash").lineClass, LineClass::Failure);
        QCOMPARE(made.classifier->classify("boom").lineClass, LineClass::Failure);
    }

    void thereAreLimits()
    {
        QByteArray many = "{'rules': [";
        for (int i = 0; i < RuleFile::MostRules + 5; ++i)
            many += "{'id': 'r" + QByteArray::number(i) + "', 'class': 'good', 'pattern': 'x'},";
        many.chop(1);
        write(u"1.json"_s, many + "]}");
        write(u"2.json"_s, "{'rules': [{'id': 'long', 'class': 'good', 'pattern': '" + QByteArray(5000, 'x') + "'}]}");
        write(u"3.json"_s, QByteArray(RuleFile::MostBytes + 1, ' '));
        write(u"4.json"_s, "{'rules': [{'id': 'further', 'class': 'good', 'pattern': 'x'}]}");
        const RuleFile file = RuleFile::readFolder(m_folder->path());
        QCOMPARE(file.rules.size(), RuleFile::MostRules);
        QCOMPARE(file.problems.size(), 4);
    }

    void patternsThatGrowWithoutBoundsDoNotHang()
    {
        write(u"mine.json"_s, "{'rules': ["
                              "{'id': 'a', 'class': 'failure', 'severity': 'error', 'pattern': '(a+)+$'},"
                              "{'id': 'b', 'class': 'failure', 'severity': 'error', 'pattern': '(?=(a+)+$)(a+)\\\\1b'},"
                              "{'id': 'c', 'class': 'failure', 'severity': 'error', 'pattern': '(a{1,100}){1,100}b'},"
                              "{'id': 'd', 'class': 'failure', 'severity': 'error', 'pattern': 'end of it'}]}");
        QElapsedTimer timer;
        timer.start();
        const auto made = LineClassifier::withUserRules(m_folder->path());
        QCOMPARE(made.problems.size(), 0);
        QCOMPARE(made.classifier->classify(QByteArray(LineClassifier::MostBytes - 1, 'a') + "c").lineClass,
                 LineClass::Plain);
        QCOMPARE(made.classifier->classify("the end of it").lineClass, LineClass::Failure);
        QVERIFY(timer.elapsed() < 60'000);
    }
};

QTEST_GUILESS_MAIN(UserRulesTest)
#include "UserRulesTest.moc"
