// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/Bookmarks.h"
#include "serial/ConsoleView.h"
#include "settings/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

std::shared_ptr<LineStore> numbered(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += (i % 50 == 0 ? "[FAILED] Failed to start " : "line ") + QByteArray::number(i) + '\n';
    auto store = std::make_shared<LineStore>();
    store->append(bytes, QDateTime());
    return store;
}

LineSet every(qint64 step, qint64 count)
{
    LineSet set;
    for (qint64 line = 0; line < count; line += step)
        set.add(line);
    return set;
}

} // namespace

/// A view that shows only some lines of a log.
class ConsoleFilterTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ConsoleView> m_view;
    LineSet m_set;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void init()
    {
        m_view = std::make_unique<ConsoleView>();
        m_view->resize(800, 400);
        m_view->setStore(numbered(1000));
        m_view->show();
    }

    void cleanup() { m_view.reset(); }

    void onlyMembersAreShown()
    {
        m_set = every(10, 1000);
        m_view->setFilter(&m_set);
        QCOMPARE(m_view->rowCount(), 100);
        QCOMPARE(m_view->lastVisibleLine(), 990);
        const qint64 first = m_view->firstVisibleLine();
        QCOMPARE(first % 10, 0);
        QVERIFY(m_view->lineArea(first + 1).isEmpty());
        QCOMPARE(m_view->lineArea(first + 10).top(), m_view->lineArea(first).bottom());
        m_view->setFilter(nullptr);
        QCOMPARE(m_view->rowCount(), 1000);
    }

    void theCurrentLineStaysWhereItIs()
    {
        m_view->goToLine(500);
        const qreal y = m_view->lineArea(500).top();
        QVERIFY(y > 0);
        m_set = every(10, 1000);
        m_view->setFilter(&m_set);
        QCOMPARE(m_view->currentLine(), 500);
        QCOMPARE(m_view->lineArea(500).top(), y);
        m_view->setFilter(nullptr);
        QCOMPARE(m_view->currentLine(), 500);
        QCOMPARE(m_view->lineArea(500).top(), y);
    }

    void aCurrentLineThatIsHiddenGivesWayToTheNearest()
    {
        m_view->goToLine(508);
        QSignalSpy moved(m_view.get(), &ConsoleView::currentLineChanged);
        m_set = every(10, 1000);
        m_view->setFilter(&m_set);
        QCOMPARE(m_view->currentLine(), 510);
        QCOMPARE(moved.count(), 1);
        QVERIFY(!m_view->lineArea(510).isEmpty());
        m_set.clear();
        m_view->filterChanged(0);
        QCOMPARE(m_view->currentLine(), -1);
        QCOMPARE(m_view->rowCount(), 0);
        m_view->viewport()->grab();
    }

    void membersThatComeAboveMoveNothing()
    {
        // As a search finds them: from several places at once.
        m_set = LineSet();
        m_set.addRange(600, 1000);
        m_view->setFilter(&m_set);
        m_view->goToLine(700);
        const qreal y = m_view->lineArea(700).top();
        m_set.addRange(0, 300);
        m_view->filterChanged(0);
        QCOMPARE(m_view->rowCount(), 700);
        QCOMPARE(m_view->currentLine(), 700);
        QCOMPARE(m_view->lineArea(700).top(), y);
        QVERIFY(!m_view->isFollowing());
    }

    void failuresMatchesAndBookmarksAreThoseShown()
    {
        // Failures are at 0, 50, 100, …; of them only every second hundred is shown.
        m_set = every(200, 1000);
        m_set.add(7);
        m_view->setFilter(&m_set);
        QVERIFY(m_view->goToFailure(1));
        QCOMPARE(m_view->currentLine(), 0);
        QVERIFY(m_view->goToFailure(1));
        QCOMPARE(m_view->currentLine(), 200);
        QVERIFY(m_view->goToFailure(-1));
        QVERIFY(m_view->goToFailure(-1));
        QCOMPARE(m_view->currentLine(), 800);

        LineSet matches;
        matches.addRange(5, 10);
        matches.addRange(390, 420);
        m_view->setMatches(&matches);
        bool wrapped = false;
        QVERIFY(m_view->goToMatch(1, &wrapped));
        QVERIFY(wrapped);
        QCOMPARE(m_view->currentLine(), 7);
        QVERIFY(m_view->goToMatch(1, &wrapped));
        QVERIFY(!wrapped);
        QCOMPARE(m_view->currentLine(), 400);

        Bookmarks bookmarks{QString()};
        bookmarks.open(u"x"_s, m_view->store());
        m_view->setBookmarks(&bookmarks);
        QVERIFY(!m_view->goToBookmark(1));
        bookmarks.toggle(7);
        bookmarks.toggle(8);
        QVERIFY(m_view->goToBookmark(1));
        QCOMPARE(m_view->currentLine(), 7);
        m_view->setBookmarks(nullptr);
        m_set = LineSet();
        m_set.addRange(1, 20);
        m_view->filterChanged(0);
        QVERIFY(!m_view->goToFailure(1));
    }

    void whatIsNotShownIsNotCopied()
    {
        m_set = every(100, 1000);
        m_view->setFilter(&m_set);
        QTest::keySequence(m_view.get(), QKeySequence::SelectAll);
        const QStringList lines = m_view->selectedText().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 10);
        QCOMPARE(lines.at(3), u"[FAILED] Failed to start 300"_s);
    }

    void newLinesAreThoseThatAreShown()
    {
        m_set = every(10, 1000);
        m_view->setFilter(&m_set);
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
        QVERIFY(!m_view->isFollowing());
        const auto change =
            m_view->store()->append("a\nb\n[FAILED] Failed to start c\n[FAILED] Failed to start d\n", {});
        m_set.add(1002);
        m_view->linesAppended(change.first, change.count);
        m_view->filterChanged(1000);
        QCOMPARE(m_view->newLineCount(), 1);
        QCOMPARE(m_view->newFailureCount(), 1);
    }

    void followingAFilterShowsItsEnd()
    {
        m_set = every(10, 1000);
        m_view->setFilter(&m_set);
        QVERIFY(m_view->isFollowing());
        const auto change = m_view->store()->append("a\nb\nc\n", {});
        m_set.add(1001);
        m_view->linesAppended(change.first, change.count);
        m_view->filterChanged(1000);
        QCOMPARE(m_view->lastVisibleLine(), 1001);
    }

    void keysMoveAmongWhatIsShown()
    {
        m_set = every(10, 1000);
        m_view->setFilter(&m_set);
        m_view->goToLine(500);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentLine(), 510);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_view->currentLine(), 490);
        QSignalSpy activated(m_view.get(), &ConsoleView::lineActivated);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(activated.takeFirst().first().toLongLong(), 490);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_view->currentLine(), 0);
        QCOMPARE(m_view->firstVisibleLine(), 0);
    }
};

QTEST_MAIN(ConsoleFilterTest)
#include "ConsoleFilterTest.moc"
