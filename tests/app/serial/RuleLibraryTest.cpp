// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/RuleLibrary.h"

#include "hosts/LocalHost.h"
#include "serial/ConsolePage.h"
#include "serial/ConsoleView.h"
#include "serial/RulesDialog.h"
#include "settings/Settings.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no test file");
}

const QByteArray ownRule(R"({"rules": [{"id": "own.gizmo", "class": "failure", "severity": "error",
    "pattern": "gizmo is gone", "matches": ["the gizmo is gone"]}]})");

} // namespace

class RuleLibraryTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"portlight.ini"_s));
    }

    void shippedRulesAreThere()
    {
        const RuleLibrary library(*m_settings);
        QCOMPARE(library.classifier(), LineClassifier::shipped());
        QVERIFY(library.rules().size() > 5);
        QVERIFY(library.problems().isEmpty());
        QVERIFY(!QDir(library.folder()).exists()); // Nothing is made that nobody asked for.
    }

    void ownRulesApplyAsSoonAsTheyAreSaved()
    {
        RuleLibrary library(*m_settings);
        QVERIFY(library.makeFolder());
        QSignalSpy changed(&library, &RuleLibrary::changed);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY2(library.problems().isEmpty(), qPrintable(library.problems().value(0).text()));
        QVERIFY(library.classifier()->classify("the gizmo is gone").lineClass == LineClass::Plain);
        write(library.folder() + u"/own.json"_s, ownRule);
        QTRY_VERIFY(library.classifier()->classify("the gizmo is gone").lineClass == LineClass::Failure);
        QVERIFY(!library.rules().first().isShipped);
        // Written over, as most editors do.
        write(library.folder() + u"/new"_s, "{\"rules\": [{\"id\": \"broken\", \"class\": \"nonsense\"}]}");
        QVERIFY(QFile::remove(library.folder() + u"/own.json"_s));
        QVERIFY(QFile::rename(library.folder() + u"/new"_s, library.folder() + u"/own.json"_s));
        QTRY_VERIFY(!library.problems().isEmpty());
        QVERIFY(library.problems().first().text().contains(u"own.json"_s));
        QVERIFY(library.problems().first().line > 0);
        QVERIFY(library.classifier()->classify("the gizmo is gone").lineClass == LineClass::Plain);
    }

    void rulesCanBeSwitchedOff()
    {
        RuleLibrary library(*m_settings);
        const HighlightRule rule = [&] {
            for (const RuleLibrary::Rule &one : library.rules()) {
                if (one.rule.lineClass == LineClass::Failure && !one.rule.matches.isEmpty())
                    return one.rule;
            }
            return HighlightRule();
        }();
        QVERIFY(!rule.id.isEmpty());
        const qsizetype all = library.classifier()->rules().size();
        library.setEnabled(rule.id, false);
        QTRY_COMPARE(library.classifier()->rules().size(), all - 1);
        QCOMPARE(library.rules().size(), all); // Still listed, to be switched on again.
        QCOMPARE(RuleLibrary(*m_settings).rules().size(), all);
        library.setEnabled(rule.id, true);
        QTRY_COMPARE(library.classifier(), LineClassifier::shipped());
    }

    void aLogThatIsShownGetsItsNewColours()
    {
        const QString path = m_folder->filePath(u"console.log"_s);
        write(path, "one\nthe gizmo is gone\nthree\n");
        RuleLibrary library(*m_settings);
        QVERIFY(library.makeFolder());
        ConsolePage page(*m_settings);
        page.setRules(&library);
        page.show();
        page.setLog(std::make_shared<LocalHost>(), path);
        QTRY_COMPARE(page.view()->rowCount(), 3);
        QCOMPARE(page.failureCount(), 0);
        page.view()->goToLine(0);
        write(library.folder() + u"/own.json"_s, ownRule);
        QTRY_COMPARE(page.failureCount(), 1);
        QTRY_COMPARE(page.view()->currentLine(), 0);
        write(library.folder() + u"/own.json"_s, "{");
        QTRY_VERIFY(page.noteText().contains(u"own.json"_s));
    }

    void theDialogShowsRulesAndProblems()
    {
        RuleLibrary library(*m_settings);
        QVERIFY(library.makeFolder());
        write(library.folder() + u"/own.json"_s, ownRule);
        write(library.folder() + u"/broken.json"_s, "{");
        RulesDialog dialog(library);
        dialog.show();
        QTRY_VERIFY(dialog.problemText().contains(u"broken.json"_s));
        QListWidget *list = dialog.list();
        QCOMPARE(list->count(), library.rules().size());
        int row = -1;
        for (int i = 0; i < list->count(); ++i)
            row = list->item(i)->data(Qt::UserRole).toString() == u"own.gizmo" ? i : row;
        QVERIFY(row >= 0);
        list->setCurrentRow(row);
        QVERIFY(dialog.detailText().contains(u"the gizmo is gone"_s));
        if (const QString folder = qEnvironmentVariable("PORTLIGHT_SHOTS"); !folder.isEmpty())
            QVERIFY(dialog.grab().save(folder + u"/rules.png"_s));
        list->item(row)->setCheckState(Qt::Unchecked);
        QTRY_VERIFY(m_settings->disabledRules().contains(u"own.gizmo"_s));
        QTRY_VERIFY(library.classifier()->classify("the gizmo is gone").lineClass == LineClass::Plain);
    }
};

QTEST_MAIN(RuleLibraryTest)
#include "RuleLibraryTest.moc"
