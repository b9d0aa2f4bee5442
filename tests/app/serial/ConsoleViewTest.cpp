// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleView.h"

#include "serial/ConsoleBar.h"
#include "serial/ConsolePage.h"
#include "serial/HeatStrip.h"
#include "settings/Theme.h"

#include <QApplication>
#include <QClipboard>
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
        page.view()->setSearchText(u"vncserver"_s);
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

    void searchGoesOnFromTheOtherEnd()
    {
        ConsoleView view;
        view.resize(800, 400);
        view.setStore(storeOf(numbered(0, 3000)));
        view.show();
        QSignalSpy finished(&view, &ConsoleView::searchFinished);
        view.setSearchText(u"LINE 17"_s);
        view.goToLine(2000);
        view.findNext(1);
        QVERIFY(finished.wait());
        QCOMPARE(finished.takeFirst(), QList<QVariant>({true, true}));
        QCOMPARE(view.currentLine(), 17);
        view.findNext(-1);
        QVERIFY(finished.wait());
        QCOMPARE(view.currentLine(), 1799);
        view.setSearchText(u"nowhere"_s);
        finished.clear();
        view.findNext(1);
        QVERIFY(finished.wait());
        QCOMPARE(finished.takeFirst().first().toBool(), false);
        QCOMPARE(view.currentLine(), 1799);
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
        QCOMPARE(view.lastVisibleLine(), 101);
        QVERIFY(view.lineArea(101).bottom() <= view.viewport()->height());
        QTest::keyClick(&view, Qt::Key_PageUp);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QVERIFY(view.firstVisibleLine() < 101);
        QVERIFY(!view.isFollowing());
    }

    void whatIsSavedIsWhatCame()
    {
        const QByteArray bytes = corpus(u"healthy.log"_s);
        QVERIFY(!bytes.isEmpty());
        ConsoleView view;
        view.setStore(storeOf(bytes));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"saved.log"_s);
        QVERIFY(view.saveAll(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QCOMPARE(view.saveAll(folder.filePath(u"missing/saved.log"_s)).error().id, u"file.failed"_s);
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
