// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleView.h"

#include "serial/Bookmarks.h"
#include "serial/ConsoleBar.h"
#include "serial/ConsolePage.h"
#include "serial/ConsoleTexts.h"
#include "serial/HeatStrip.h"
#include "settings/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QScrollBar>
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

} // namespace

class ConsoleViewTest : public QObject
{
    Q_OBJECT

private:
    Theme *m_theme = nullptr;

    /// Keeps a picture where PORTLIGHT_SHOTS names a folder.
    static void keep(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PORTLIGHT_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(widget.grab().save(folder + u'/' + name + u".png"_s));
    }

    static void add(ConsoleView &view, const QByteArray &bytes)
    {
        const LineStore::Change change = view.store()->append(bytes, QDateTime::currentDateTimeUtc());
        view.linesAppended(change.first, change.count);
    }

    static QColor colorBeside(ConsoleView &view, qint64 line)
    {
        const QImage picture = view.viewport()->grab().toImage();
        const QRectF area = view.lineArea(line);
        const qreal ratio = picture.devicePixelRatio();
        return picture.pixelColor(int((area.right() - 6) * ratio), int(area.center().y() * ratio));
    }

private Q_SLOTS:
    void initTestCase() { m_theme = new Theme(*qApp, this); }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void looks()
    {
        QFETCH(bool, dark);
        m_theme->setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        ConsolePage page;
        page.resize(1104, 660);
        page.setStore(storeOf(corpus(u"missing-library-journal.log"_s)));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const QString suffix = dark ? u"-dark"_s : u"-light"_s;
        keep(page, u"console-end"_s + suffix);
        QVERIFY(page.view()->goToFailure(1));
        QVERIFY(page.view()->goToFailure(1));
        keep(page, u"console-failure"_s + suffix);
        page.view()->setQuery(LogQuery::parse(u"vncserver"_s).value());
        page.view()->setWrapping(true);
        keep(page, u"console-wrap"_s + suffix);
        page.clear();
        keep(page, u"console-empty"_s + suffix);
    }

    void failureLinesAreTintedOverTheFullWidth_data() { looks_data(); }

    void failureLinesAreTintedOverTheFullWidth()
    {
        QFETCH(bool, dark);
        m_theme->setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        ConsoleView view;
        view.resize(900, 500);
        view.setStore(
            storeOf("quiet\n\x1b[0;1;31mFAILED\n[FAILED] Failed to start x\n[DEPEND] Dependency failed for y\n"));
        view.show();
        const ThemeColors &theme = ThemeColors::of(view.palette());
        QCOMPARE(theme.dark, dark);
        QCOMPARE(colorBeside(view, 0), dark ? theme.side : theme.surface);
        QCOMPARE(colorBeside(view, 1), dark ? theme.side : theme.surface);
        QCOMPARE(colorBeside(view, 2), theme.failingTint);
        QCOMPARE(colorBeside(view, 3), theme.warningTint);
    }

    void theCurrentFailureHasABar()
    {
        m_theme->setChoice(ThemeChoice::Light);
        ConsoleView view;
        view.resize(900, 500);
        view.setStore(storeOf("quiet\n[FAILED] Failed to start x\n"));
        view.show();
        QVERIFY(view.goToFailure(1));
        QCOMPARE(view.currentLine(), 1);
        const QImage picture = view.viewport()->grab().toImage();
        const qreal ratio = picture.devicePixelRatio();
        QCOMPARE(picture.pixelColor(int(1 * ratio), int(view.lineArea(1).center().y() * ratio)),
                 ThemeColors::light().failing);
    }

    void followingGoesToTheEndAndLetsGo()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 200)));
        view.show();
        QVERIFY(view.isFollowing());
        QCOMPARE(view.lastVisibleLine(), 199);
        add(view, numbered(200, 50));
        QCOMPARE(view.lastVisibleLine(), 249);

        QTest::keyClick(&view, Qt::Key_PageUp);
        QVERIFY(!view.isFollowing());
        const qint64 top = view.firstVisibleLine();
        add(view, numbered(250, 12) + "[FAILED] Failed to start z\n");
        QCOMPARE(view.firstVisibleLine(), top);
        QCOMPARE(view.newLineCount(), 13);
        QCOMPARE(view.newFailureCount(), 1);
        auto *jump = view.viewport()->findChild<QPushButton *>();
        QVERIFY(jump && jump->isVisible());
        QCOMPARE(jump->text(), u"13 new lines, 1 failure"_s);
        keep(view, u"console-jump"_s);

        jump->click();
        QVERIFY(view.isFollowing());
        QVERIFY(!jump->isVisible());
        QCOMPARE(view.lastVisibleLine(), 262);
    }

    void scrollingDownToTheEndFollowsAgain()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 200)));
        view.show();
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(!view.isFollowing());
        QCOMPARE(view.firstVisibleLine(), 0);
        for (int i = 0; i < 30 && !view.isFollowing(); ++i)
            QTest::keyClick(&view, Qt::Key_PageDown);
        QVERIFY(view.isFollowing());
        QCOMPARE(view.lastVisibleLine(), 199);
    }

    void failuresGoAroundTheEnd()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf("[FAILED] a\n" + numbered(0, 500) + "[FAILED] b\n" + numbered(0, 500)));
        view.show();
        QTest::keyClick(&view, Qt::Key_F8);
        QCOMPARE(view.currentLine(), 0);
        QTest::keyClick(&view, Qt::Key_F8);
        QCOMPARE(view.currentLine(), 501);
        QVERIFY(!view.lineArea(501).isEmpty());
        QTest::keyClick(&view, Qt::Key_F8);
        QCOMPARE(view.currentLine(), 0);
        QTest::keyClick(&view, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(view.currentLine(), 501);
        QVERIFY(!view.isFollowing());
    }

    void selectionIsCopiedWithoutItsColours()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf("\x1b[0;1;31mred\x1b[0m text\r\nsecond\n"));
        view.show();
        QTest::keySequence(&view, QKeySequence::SelectAll);
        QTest::keySequence(&view, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"red text\nsecond\n"_s);
    }

    void draggingSelectsCharacters()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf("abcdefghij\nklmnopqrst\n"));
        view.show();
        const QRectF first = view.lineArea(0);
        const QRectF second = view.lineArea(1);
        // From beside the first line's text to far behind the second's.
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(700, int(first.center().y())));
        QTest::mouseMove(view.viewport(), QPoint(700, int(second.center().y())));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(700, int(second.center().y())));
        QCOMPARE(view.selectedText(), u"\nklmnopqrst"_s);
    }

    void longLinesWrapAndKeepTheEndVisible()
    {
        ConsoleView view;
        view.resize(600, 300);
        view.setStore(storeOf(numbered(0, 100) + QByteArray(4000, 'x') + "\nthe end\n"));
        view.show();
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
        view.setWrapping(true);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        QVERIFY(!view.horizontalScrollBar()->isVisible());
        QCOMPARE(view.lastVisibleLine(), 101);
        QVERIFY(view.lineArea(101).bottom() <= view.viewport()->height());
        QTest::keyClick(&view, Qt::Key_PageUp);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QVERIFY(view.firstVisibleLine() < 101);
        QVERIFY(!view.isFollowing());
    }

    void aHealthyBootShowsNoFailure()
    {
        ConsolePage page;
        QSignalSpy counted(&page, &ConsolePage::failureCountChanged);
        page.setStore(storeOf(corpus(u"healthy.log"_s)));
        QCOMPARE(page.failureCount(), 0);
        QCOMPARE(page.view()->store()->warningCount(), 0);
        QCOMPARE(counted.count(), 0);
        page.setStore(storeOf(corpus(u"missing-library-journal.log"_s)));
        QVERIFY(page.failureCount() > 3);
        QVERIFY(counted.count() > 0);
        QVERIFY(page.statusText().startsWith(u"Line 575 of 575"_s));
    }

    void theStripLeadsToALine()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 10000)));
        view.show();
        auto *strip = view.findChild<HeatStrip *>();
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(8, strip->height() / 2));
        QVERIFY(!view.isFollowing());
        QVERIFY(view.firstVisibleLine() < 5000 && view.lastVisibleLine() > 5000);
    }

    void aSilenceIsToldBetweenTheLines()
    {
        ConsoleView view;
        view.resize(800, 400);
        auto store = std::make_shared<LineStore>();
        const QDateTime start = QDateTime::currentDateTimeUtc();
        store->append("before\n", start);
        store->append("after\n", start.addSecs(12));
        store->append("at once\n", start.addSecs(13));
        view.setStore(store);
        view.show();
        const qreal row = view.lineArea(0).height();
        QCOMPARE(view.lineArea(1).top(), view.lineArea(0).bottom() + row);
        QCOMPARE(view.lineArea(2).top(), view.lineArea(1).bottom());
        keep(view, u"console-silence"_s);
        view.setNotices(true, 20'000);
        QCOMPARE(view.lineArea(1).top(), view.lineArea(0).bottom());
        view.setNotices(true, 1000);
        QCOMPARE(view.lineArea(2).top(), view.lineArea(1).bottom() + row);
        view.setNotices(false);
        QCOMPARE(view.lineArea(2).top(), view.lineArea(1).bottom());
    }

    void bootsAreTakenApart()
    {
        const QByteArray boot = "[    0.000000] Linux version 6.1.0-56-cloud-amd64 (x) #1\n[    0.100000] next\n";
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(boot));
        view.show();
        QCOMPARE(view.lineArea(0).top(), 0.0); // One boot needs no notice.
        add(view, boot);
        QCOMPARE(view.store()->boots().size(), 2);
        const qreal row = view.lineArea(0).height();
        QCOMPARE(view.lineArea(0).top(), row);
        QCOMPARE(view.lineArea(2).top(), view.lineArea(1).bottom() + row);
        keep(view, u"console-boots"_s);
    }

    void theStripHasNoHolesWhereAllLinesFail()
    {
        ConsoleView view;
        view.setStore(storeOf(QByteArray("[FAILED] Failed to start x.service\n").repeated(5000)));
        view.show();
        auto *strip = view.findChild<HeatStrip *>();
        for (const int height : {300, 301, 302}) {
            view.resize(800, height);
            const QImage picture = strip->grab().toImage();
            const QColor failing = picture.pixelColor(6, picture.height() / 2);
            QVERIFY(failing != picture.pixelColor(1, picture.height() / 2));
            for (int y = 0; y < picture.height() - 60; ++y) // Above the frame around what is on screen.
                QCOMPARE(picture.pixelColor(6, y), failing);
        }
    }

    void numbersCanBeHidden()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf("[    1.000000] one\n[    3.500000] two\n"));
        view.show();
        const QImage with = view.viewport()->grab().toImage();
        view.setNumbersShown(false);
        QVERIFY(view.viewport()->grab().toImage() != with);
        keep(view, u"console-no-numbers"_s);
        view.setNumbersShown(true);
        QCOMPARE(view.viewport()->grab().toImage(), with);
    }

    void theTimeColumnChanges()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf("[    1.000000] one\n[    3.500000] two\n"));
        view.show();
        QSignalSpy changed(&view, &ConsoleView::timeColumnChanged);
        const QImage since = view.viewport()->grab().toImage();
        view.setTimeColumn(ConsoleTime::Difference);
        QCOMPARE(changed.count(), 1);
        QVERIFY(view.viewport()->grab().toImage() != since);
        view.setTimeColumn(ConsoleTime::SinceBoot);
        QCOMPARE(view.viewport()->grab().toImage(), since);
    }

    void timesAreToldAsTheyAreKnown()
    {
        const auto store = storeOf("[    1.000000] one\n[    3.500000] two\nthree\n");
        const SerialLine one = store->line(0);
        const SerialLine two = store->line(1);
        const SerialLine three = store->line(2);
        QCOMPARE(ConsoleTexts::time(ConsoleTime::SinceBoot, two, &one), u"+3.5 s"_s);
        QCOMPARE(ConsoleTexts::time(ConsoleTime::Difference, two, &one), u"+2.5 s"_s);
        QCOMPARE(ConsoleTexts::time(ConsoleTime::Difference, one, nullptr), QString());
        QCOMPARE(ConsoleTexts::time(ConsoleTime::Difference, three, &two), QString()); // At least nothing.
        QCOMPARE(ConsoleTexts::time(ConsoleTime::Arrival, two, &one), QString());
        SerialLine arrived = two;
        arrived.arrival = QDateTime(QDate(2026, 11, 22), QTime(21, 10, 3, 480));
        QCOMPARE(ConsoleTexts::time(ConsoleTime::Arrival, arrived, &one), u"21:10:03.4"_s);
        // A boot later the kernel's clock begins anew.
        QCOMPARE(ConsoleTexts::between(two, one), std::nullopt);
    }

    void bookmarksAreSetInTheMarginAndWithKeys()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 200)));
        Bookmarks bookmarks{QString()};
        bookmarks.open(u"x"_s, view.store());
        view.setBookmarks(&bookmarks);
        view.show();
        const qint64 line = view.firstVisibleLine() + 3;
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(6, int(view.lineArea(line).center().y())));
        QVERIFY(bookmarks.contains(line));
        QCOMPARE(view.currentLine(), -1);
        view.goToLine(20);
        QTest::keyClick(&view, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(bookmarks.contains(20));
        QTest::keyClick(&view, Qt::Key_F2);
        QCOMPARE(view.currentLine(), line);
        QTest::keyClick(&view, Qt::Key_F2);
        QCOMPARE(view.currentLine(), 20);
        keep(view, u"console-bookmarks"_s);
        QTest::keyClick(&view, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!bookmarks.contains(20));
    }

    void whatIsTooLargeForTheClipboardIsNotCopied()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf((QByteArray(4000, 'x') + '\n').repeated(5000)));
        QGuiApplication::clipboard()->setText(u"before"_s);
        QSignalSpy refused(&view, &ConsoleView::copyRefused);
        view.selectAll();
        view.copySelection();
        QCOMPARE(refused.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    }

    void copiesMayHaveNumbersAndTimes()
    {
        ConsoleView view;
        view.setStore(storeOf("[    1.000000] one\ntwo\n"));
        view.setCopyingNumbers(true);
        view.selectAll();
        QCOMPARE(view.selectedText(), u"1\t+1.0 s\t[    1.000000] one\n2\t≥1.0 s\ttwo\n"_s);
    }

    void draggingOutsideScrollsOn()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 500)));
        view.show();
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(700, 5));
        QTest::mouseMove(view.viewport(), QPoint(700, view.viewport()->height() + 40));
        QTRY_VERIFY(view.firstVisibleLine() > 20);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(700, view.viewport()->height() + 40));
        QVERIFY(view.selectedText().startsWith(u"\nline 1\nline 2\n"_s));
        QVERIFY(view.selectedText().count(u'\n') > 20);
    }

    void longLinesOfAnyScriptWrapAtOnce()
    {
        QByteArray bytes;
        for (int i = 0; i < 200; ++i)
            bytes += QByteArray("a漢שلम\xf0\x9f\x91\xa6\xcc\x81").repeated(800) + '\n';
        ConsoleView view;
        view.resize(800, 600);
        view.setWrapping(true);
        view.setStore(storeOf(bytes));
        view.show();
        view.viewport()->grab();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(&view, Qt::Key_PageUp);
            view.viewport()->grab();
        }
        qInfo("one page of hostile text: %.1f ms", double(timer.elapsed()) / 20);
        QVERIFY(timer.elapsed() < 20 * 300);
    }

    void theStripSaysWhatStandsThere()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 10000) + "<b>the end</b>\n"));
        view.show();
        auto *strip = view.findChild<HeatStrip *>();
        QVERIFY(strip->textAt(strip->height() / 2).endsWith(u"line 5000"_s));
        QVERIFY(strip->textAt(strip->height() - 1).contains(u"the end"_s) ||
                strip->textAt(strip->height()).contains(u"the end"_s));
    }

    void theStripIsDraggedExactly()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 100'000)));
        view.show();
        auto *strip = view.findChild<HeatStrip *>();
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::mousePress(strip, Qt::LeftButton, {}, QPoint(8, 4));
        QCOMPARE(view.firstVisibleLine(), 0); // It is held where it is.
        QTest::mouseMove(strip, QPoint(8, strip->height() + 20));
        QCOMPARE(view.lastVisibleLine(), 99'999);
        QTest::mouseMove(strip, QPoint(8, -20));
        QCOMPARE(view.firstVisibleLine(), 0);
        QTest::mouseRelease(strip, Qt::LeftButton, {}, QPoint(8, -20));
    }

    void theStripShowsAFailureAmongMillions()
    {
        m_theme->setChoice(ThemeChoice::Light);
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 1'000'000) + "[FAILED] Failed to start x\n" + numbered(0, 1'000'000)));
        view.show();
        auto *strip = view.findChild<HeatStrip *>();
        const QImage picture = strip->grab().toImage();
        bool found = false;
        for (int y = picture.height() / 2 - 6; y < picture.height() / 2 + 6; ++y)
            found = found || picture.pixelColor(picture.width() / 2, y) == ThemeColors::light().failing;
        QVERIFY(found);
    }

    void aScreenReaderHearsTheCurrentLine()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf("quiet\n[FAILED] Failed to start x\n"));
        view.show();
        view.goToLine(1);
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(heard);
        QCOMPARE(heard->role(), QAccessible::Terminal);
        QCOMPARE(heard->text(QAccessible::Name), u"Serial console"_s);
        QCOMPARE(heard->text(QAccessible::Value), u"Line 2, Failure: [FAILED] Failed to start x"_s);
        QVERIFY(heard->state().readOnly);
    }

    void failuresThatComeAreAnnounced()
    {
        ConsoleView view;
        view.setStore(storeOf("[FAILED] Failed to start old\n"));
        QVERIFY(view.accessibleDescription().isEmpty());
        add(view, "quiet\n");
        QVERIFY(view.accessibleDescription().isEmpty());
        add(view, "[FAILED] Failed to start x\n");
        QCOMPARE(view.accessibleDescription(), u"1 new failure"_s);
    }

    void everyKindOfLineCanBeLookedAt_data() { looks_data(); }

    void everyKindOfLineCanBeLookedAt()
    {
        QFETCH(bool, dark);
        m_theme->setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QDateTime start = QDateTime::currentDateTimeUtc();
        auto store = std::make_shared<LineStore>();
        store->append("[    0.000000] Linux version 6.1.0-56-cloud-amd64 (x) #1\n"
                      "2026-11-22T21:10:03.123456789 [anonymous-instance:main] Running Firecracker v1.16.1\n"
                      "[    0.400000] \x1b[1mbold\x1b[0m \x1b[3mitalic\x1b[0m \x1b[4munderlined\x1b[0m "
                      "\x1b[9mstruck\x1b[0m \x1b[7minverse\x1b[0m \x1b[2mdim\x1b[0m \x1b[48;5;22m on green \x1b[0m\n",
                      start);
        store->append("wide 漢字かな, emoji \xf0\x9f\x9a\x80, accents e\xcc\x81 Größe, Arabic سلام, Hebrew שלום, end\n"
                      "|漢字|same|columns|\n|abcd|same|columns|\n",
                      start.addSecs(12));
        store->appendMark({LineMark::Kind::Gap, 14'000, 0}, start.addSecs(30));
        store->append("\x1b[0;1;31mFAILED\n[FAILED] Failed to start x\n[DEPEND] Dependency failed for y\n"
                      "10 %\r50 %\r100 %\n",
                      start.addSecs(31));
        store->appendMark({LineMark::Kind::Cut, 0, 5'000'000}, start.addSecs(32));
        store->append("[    0.000000] Linux version 6.1.0-56-cloud-amd64 (x) #1\n[    0.1] again\n", start.addSecs(40));
        ConsoleView view;
        view.resize(900, 420);
        view.setStore(store);
        view.setTimeColumn(ConsoleTime::Arrival);
        view.show();
        QTRY_VERIFY(!view.horizontalScrollBar()->isVisible()); // Everything has room.
        keep(view, dark ? u"console-kinds-dark"_s : u"console-kinds-light"_s);
        // Columns stand below one another, whatever stands before them.
        const auto columnOf = [&](qint64 line) {
            const QRectF area = view.lineArea(line);
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(240, int(area.center().y())));
            QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(600, int(area.center().y())));
            return view.selectedText();
        };
        QCOMPARE(columnOf(4), columnOf(5));
    }

    void aLogOfAMillionLinesPaintsAtOnce()
    {
        ConsoleView view;
        view.resize(1100, 700);
        view.setStore(storeOf(numbered(0, 1'000'000)));
        view.show();
        view.viewport()->grab();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) {
            view.goToLine(i * 50'000);
            view.viewport()->grab();
        }
        qInfo("one jump and picture: %.1f ms", double(timer.elapsed()) / 20);
        QVERIFY2(timer.elapsed() < 20 * 200, "painting depends on the length of the log");
    }
};

QTEST_MAIN(ConsoleViewTest)
#include "ConsoleViewTest.moc"
