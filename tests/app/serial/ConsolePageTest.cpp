// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsolePage.h"

#include "serial/ConsoleActions.h"
#include "serial/ConsoleBar.h"
#include "serial/ConsoleSearch.h"
#include "serial/ConsoleView.h"
#include "serial/FilterPane.h"
#include "serial/SearchField.h"
#include "serial/TerminalPane.h"
#include "settings/Settings.h"
#include "settings/Theme.h"
#include "settings/Translations.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QByteArray corpus(const QString &name)
{
    QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::shared_ptr<LineStore> storeOf(const QByteArray &bytes)
{
    auto store = std::make_shared<LineStore>();
    store->append(bytes, QDateTime());
    return store;
}

QByteArray numbered(int from, int count)
{
    QByteArray bytes;
    for (int i = from; i < from + count; ++i)
        bytes += "line " + QByteArray::number(i) + '\n';
    return bytes;
}

/// Two boots, each with a kernel, a service and a failure, and lines of the hypervisor between them.
QByteArray twoBoots()
{
    QByteArray bytes;
    for (int boot = 0; boot < 2; ++boot) {
        bytes += "[    0.000000] Linux version 6.1.0-56-cloud-amd64 (debian-kernel@lists.debian.org)\n";
        for (int i = 0; i < 30; ++i)
            bytes +=
                "[    0." + QByteArray::number(100 + i) + "000] pci 0000:00: device " + QByteArray::number(i) + '\n';
        bytes += "2026-11-22T21:10:03.123456789 [demo:main] Running Firecracker v1.16.1\n";
        bytes += "[  OK  ] Started desktop.service - Desktop session.\n";
        bytes += "[FAILED] Failed to start vncserver@1.service - VNC Server for Display :1.\n";
    }
    return bytes;
}

} // namespace

class ConsolePageTest : public QObject
{
    Q_OBJECT

private:
    Theme *m_theme = nullptr;

    static void type(ConsolePage &page, const QString &text)
    {
        page.bar()->search()->setText(text);
        QTRY_VERIFY(page.search()->isFinished());
    }

    static QString tally(const ConsolePage &page) { return page.bar()->search()->tally(); }

    /// No button is cut off or narrower than its text.
    static void checkBar(const ConsoleBar &bar)
    {
        for (const QPushButton *button : bar.findChildren<QPushButton *>()) {
            if (!button->isVisibleTo(&bar))
                continue;
            const QString what = button->text().isEmpty() ? button->toolTip() : button->text();
            QVERIFY2(bar.rect().contains(button->geometry()), qPrintable(u"outside: "_s + what));
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(u"too narrow: "_s + what));
        }
        QVERIFY(bar.search()->width() >= 100);
    }

private Q_SLOTS:
    void initTestCase() { m_theme = new Theme(*qApp, this); }

    void aSearchCountsAndLeadsToItsMatches()
    {
        ConsolePage page;
        page.resize(1000, 600);
        page.setStore(storeOf(numbered(0, 3000)));
        page.show();
        type(page, u"/line 17$/ or \"line 1799\""_s);
        QTRY_COMPARE(tally(page), u"2 matches"_s);
        page.view()->goToLine(2000);
        SearchField *field = page.bar()->search();
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(page.view()->currentLine(), 17);
        QCOMPARE(tally(page), u"1 of 2"_s);
        QVERIFY(page.noteText().contains(u"other end"_s));
        QTest::keyClick(field, Qt::Key_F3);
        QTRY_COMPARE(page.view()->currentLine(), 1799);
        QVERIFY(page.noteText().isEmpty());
        QTest::keyClick(page.view(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(page.view()->currentLine(), 17);
        type(page, u"nowhere"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(page.noteText(), u"“nowhere” is not in this log."_s);
        QCOMPARE(page.view()->currentLine(), 17);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(tally(page).isEmpty());
    }

    void matchesOfAGrowingLogAreFound()
    {
        ConsolePage page;
        auto store = storeOf(numbered(0, 100));
        page.setStore(store);
        page.show();
        type(page, u"needle"_s);
        QTRY_COMPARE(tally(page), u"0 matches"_s);
        const auto change = store->append("a needle\n", QDateTime());
        page.linesAppended(change.first, change.count);
        QTRY_COMPARE(tally(page), u"1 match"_s);
    }

    void aMistakeIsShownWithItsPlace()
    {
        ConsolePage page;
        page.resize(900, 500);
        page.setStore(storeOf(numbered(0, 10)));
        page.show();
        SearchField *field = page.bar()->search();
        field->setText(u"one and ("_s);
        QVERIFY(page.bar()->problemText().isEmpty()); // Nobody is disturbed while he types.
        QTRY_VERIFY(!page.bar()->problemText().isEmpty());
        QVERIFY(field->errorAt() >= 0);
        field->setText(u"one and (two)"_s);
        QVERIFY(page.bar()->problemText().isEmpty());
        QCOMPARE(field->errorAt(), -1);
        field->setText(u"/[/"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!page.bar()->problemText().isEmpty());
        QVERIFY(page.search()->query().isEmpty());
    }

    void searchesAreRemembered()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"portlight.ini"_s));
        {
            ConsolePage page(settings);
            page.setStore(storeOf(numbered(0, 10)));
            for (const QString &text : {u"line 1"_s, u"line 2"_s, u"x"_s, u"((("_s}) {
                page.bar()->search()->setText(text);
                QTest::keyClick(page.bar()->search(), Qt::Key_Return);
            }
        }
        ConsolePage page(settings);
        QCOMPARE(page.bar()->search()->history(), (QStringList{u"line 2"_s, u"line 1"_s}));
        page.actions()->forgetSearches()->trigger();
        QVERIFY(settings.consoleSearches().isEmpty());
    }

    void theFilterPaneShowsMatchingLinesOnly()
    {
        ConsolePage page;
        page.resize(1000, 600);
        auto store = storeOf(twoBoots());
        page.setStore(store);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        FilterPane *pane = page.filterPane();
        QVERIFY(!pane->isVisible());
        QTest::keyClick(page.view(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(pane->isVisible());
        QVERIFY(!pane->isFiltering());
        QCOMPARE(pane->view()->rowCount(), 0);
        type(page, u"vncserver or desktop"_s);
        QTRY_COMPARE(pane->view()->rowCount(), 4);
        QTRY_COMPARE(pane->countText(), u"4 lines"_s);
        pane->kinds().first()->click(); // Failures
        QTRY_COMPARE(pane->view()->rowCount(), 2);
        page.view()->goToLine(store->lineCount() - 1);
        pane->thisBoot()->click();
        QTRY_COMPARE(pane->view()->rowCount(), 1);
        QCOMPARE(pane->countText(), u"1 line"_s);
        page.view()->goToLine(0);
        QTRY_COMPARE(pane->view()->firstVisibleLine(), store->findFailure(0, 1));
        // Another boot's lines appear as they come.
        pane->thisBoot()->click();
        const auto change = store->append(twoBoots(), QDateTime());
        page.linesAppended(change.first, change.count);
        QTRY_COMPARE(pane->view()->rowCount(), 4);
    }

    void aMatchingLineLeadsToItsPlace()
    {
        ConsolePage page;
        page.resize(1000, 600);
        page.setStore(storeOf(numbered(0, 3000)));
        page.show();
        page.actions()->filter()->setChecked(true);
        type(page, u"/^line 1000$/ or /^line 2000$/"_s);
        ConsoleView *matches = page.filterPane()->view();
        QTRY_COMPARE(matches->rowCount(), 2);
        QTest::mouseClick(matches->viewport(), Qt::LeftButton, {}, matches->lineArea(1000).center().toPoint());
        matches->setFocus();
        QTest::keyClick(matches, Qt::Key_Down);
        QTRY_VERIFY(page.view()->currentLine() == 1000 || page.view()->currentLine() == 2000);
        QVERIFY(!page.view()->lineArea(page.view()->currentLine()).isEmpty());
    }

    void theHypervisorsLinesCanBeHidden()
    {
        ConsolePage page;
        page.resize(1000, 600);
        auto store = storeOf(twoBoots());
        page.setStore(store);
        page.show();
        const qint64 all = store->lineCount();
        QCOMPARE(page.view()->rowCount(), all);
        page.actions()->vmm()->setChecked(false);
        QTRY_COMPARE(page.view()->rowCount(), all - 2);
        const auto change = store->append(twoBoots(), QDateTime());
        page.linesAppended(change.first, change.count);
        QTRY_COMPARE(page.view()->rowCount(), 2 * (all - 2));
        page.actions()->vmm()->setChecked(true);
        QCOMPARE(page.view()->rowCount(), 2 * all);
    }

    void optionsAreRemembered()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"portlight.ini"_s));
        {
            ConsolePage page(settings);
            page.resize(900, 700);
            page.show();
            page.actions()->wrap()->setChecked(true);
            page.actions()->vmm()->setChecked(false);
            page.actions()->time(ConsoleTime::Difference)->trigger();
            page.actions()->filter()->setChecked(true);
            page.actions()->numbers()->setChecked(false);
            page.actions()->setSilence(40);
            page.actions()->copyNumbers()->setChecked(true);
        }
        ConsolePage page(settings);
        QVERIFY(page.view()->isWrapping());
        QVERIFY(!page.actions()->vmm()->isChecked());
        QVERIFY(page.view()->timeColumn() == ConsoleTime::Difference);
        QVERIFY(page.actions()->filter()->isChecked());
        QVERIFY(!page.view()->areNumbersShown() && !page.filterPane()->view()->areNumbersShown());
        QCOMPARE(page.actions()->silence(), 30);
    }

    void narrowWindowsCutNothingOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de_DE"_s;
    }

    void narrowWindowsCutNothingOff()
    {
        QFETCH(QString, language);
        if (language != u"en")
            QVERIFY(Translations::install(*qApp, QLocale(language)));
        ConsolePage page;
        page.actions()->filter()->setChecked(true);
        page.setStore(storeOf(twoBoots()));
        page.show();
        for (const int width : {1600, 1100, 900, 800, 720, 640, 500}) {
            page.resize(width, 500);
            QCOMPARE(page.width(), width);
            QTest::qWait(1);
            checkBar(*page.bar());
            for (const QPushButton *button : page.filterPane()->findChildren<QPushButton *>()) {
                if (button->isVisibleTo(&page) && button->parent() == page.filterPane())
                    QVERIFY(page.filterPane()->rect().contains(button->geometry()));
            }
        }
    }

    void theTerminalTakesTheLogsPlaceForATime()
    {
        ConsolePage page;
        page.resize(1000, 600);
        page.setStore(storeOf(numbered(0, 3000)));
        page.show();
        page.view()->goToLine(1000);
        const qint64 top = page.view()->firstVisibleLine();
        // A log without a running VM has no keyboard to take, but can be looked at as a terminal.
        QVERIFY(!page.terminal()->keyboardButton()->isVisible());
        page.actions()->terminal()->setChecked(true);
        QVERIFY(page.isTerminalShown() && page.terminal()->isVisible() && !page.view()->isVisible());
        QTest::keyClicks(page.bar()->search(), u"17"_s);
        QVERIFY(!page.isTerminalShown());
        QVERIFY(!page.actions()->terminal()->isChecked());
        QCOMPARE(page.view()->firstVisibleLine(), top);
        QCOMPARE(page.view()->currentLine(), 1000);
    }

    void theStatusLineSaysWhereOneIs()
    {
        ConsolePage page;
        page.setStore(storeOf(numbered(0, 566)));
        page.view()->goToLine(477);
        QVERIFY2(page.statusText().startsWith(u"Line 478 of 566"_s) ||
                     page.statusText().startsWith(u"Zeile 478 von 566"_s),
                 qPrintable(page.statusText()));
        page.clear();
        QVERIFY(page.statusText().isEmpty());
    }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    /// Keeps pictures where PORTLIGHT_SHOTS names a folder.
    void looks()
    {
        const QString folder = qEnvironmentVariable("PORTLIGHT_SHOTS");
        if (folder.isEmpty())
            return;
        QFETCH(bool, dark);
        const QString suffix =
            (dark ? u"-dark"_s : u"-light"_s) + (qApp->devicePixelRatio() > 1 ? u"-200"_s : QString()) + u".png"_s;
        m_theme->setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        ConsolePage page;
        page.resize(1104, 660);
        page.setStore(storeOf(corpus(u"missing-library-journal.log"_s)));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto keep = [&](const QString &name) {
            QTest::qWait(60);
            QVERIFY(page.grab().save(folder + u"/page-"_s + name + suffix));
        };
        page.goToFailure(1);
        page.goToFailure(1);
        keep(u"failure"_s);
        page.actions()->filter()->setChecked(true);
        keep(u"filter-empty"_s);
        type(page, u"vncserver or /Xvnc.*/"_s);
        page.filterPane()->kinds().first()->click();
        QTest::keyClick(page.bar()->search(), Qt::Key_Return);
        keep(u"filter"_s);
        page.resize(640, 500);
        keep(u"narrow"_s);
        page.resize(1104, 660);
        page.bar()->search()->setText(u"one and (two or"_s);
        QTest::keyClick(page.bar()->search(), Qt::Key_Return);
        keep(u"mistake"_s);
        page.clear();
        keep(u"empty"_s);
    }
};

QTEST_MAIN(ConsolePageTest)
#include "ConsolePageTest.moc"
