// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/Bookmarks.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

std::shared_ptr<LineStore> storeOf(const QByteArray &bytes)
{
    auto store = std::make_shared<LineStore>();
    store->append(bytes, QDateTime());
    return store;
}

const QByteArray Log = "first\nsecond\nthird\nfourth\n";

} // namespace

class BookmarksTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theyAreThereAgainInTheNextSession()
    {
        {
            Bookmarks bookmarks(m_folder->path());
            bookmarks.open(u"vm 1"_s, storeOf(Log));
            QSignalSpy changed(&bookmarks, &Bookmarks::changed);
            bookmarks.toggle(2);
            bookmarks.setNote(0, u"here it begins"_s);
            QCOMPARE(changed.count(), 2);
        }
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"vm 1"_s, storeOf(Log));
        QCOMPARE(bookmarks.list().size(), 2);
        QVERIFY(bookmarks.contains(2));
        QCOMPARE(bookmarks.note(0), u"here it begins"_s);
        QCOMPARE(bookmarks.asText(), u"1\there it begins\tfirst\n3\t\tthird\n"_s);
        bookmarks.open(u"vm 2"_s, storeOf(Log));
        QVERIFY(bookmarks.list().isEmpty());
    }

    void aReplacedLogShowsNoWrongOnes()
    {
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"vm"_s, storeOf(Log));
        bookmarks.toggle(2);
        bookmarks.open(u"vm"_s, storeOf("one\ntwo\nanother third\nfour\n"));
        QVERIFY(bookmarks.lines().isEmpty());
        QCOMPARE(bookmarks.missingCount(), 1);
        bookmarks.toggle(0);
        // The old log again, for instance of a boot before.
        bookmarks.open(u"vm"_s, storeOf(Log));
        QVERIFY(bookmarks.contains(2));
        QVERIFY(!bookmarks.contains(0));
        QCOMPARE(bookmarks.missingCount(), 1);
    }

    void theyComeWithTheirLinesWhileALogIsBeingRead()
    {
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"vm"_s, storeOf(Log));
        bookmarks.toggle(3);
        auto store = storeOf("first\nsecond\n");
        bookmarks.open(u"vm"_s, store);
        QVERIFY(!bookmarks.contains(3));
        QSignalSpy changed(&bookmarks, &Bookmarks::changed);
        const auto change = store->append("third\nfourth\n", {});
        bookmarks.linesChanged(change.first);
        QVERIFY(bookmarks.contains(3));
        QVERIFY(bookmarks.lines().contains(3));
        QCOMPARE(changed.count(), 1);
    }

    void marksInTheViewDoNotShiftThem()
    {
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"vm"_s, storeOf(Log));
        bookmarks.toggle(3);
        auto store = storeOf("first\nsecond\n");
        store->appendMark({LineMark::Kind::Gap, 5000, 0}, {});
        store->append("third\nfourth\n", {});
        bookmarks.open(u"vm"_s, store);
        QVERIFY(bookmarks.contains(4));
        QVERIFY(!bookmarks.contains(3));
    }

    void theyMoveWithTheirBoot()
    {
        const QByteArray boot = "[    0.000000] Linux version 6.1.0-56-cloud-amd64 (x) #1\n[    0.100000] next\n";
        const QByteArray last = "[    0.000000] Linux version 6.1.0-56-cloud-amd64 (x) #1\n[    0.200000] marked\n";
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"vm"_s, storeOf(last));
        bookmarks.toggle(1);
        // A boot stands before it now; then only the piece from its boot on is left.
        bookmarks.open(u"vm"_s, storeOf(boot + last));
        QVERIFY(bookmarks.contains(3));
        QCOMPARE(bookmarks.list().size(), 1);
        bookmarks.open(u"vm"_s, storeOf(last));
        QVERIFY(bookmarks.contains(1));
    }

    void aLogThatIsEmptiedTakesThemAway()
    {
        Bookmarks bookmarks(m_folder->path());
        auto store = storeOf(Log);
        bookmarks.open(u"vm"_s, store);
        bookmarks.toggle(1);
        store->clear();
        bookmarks.linesChanged(0);
        QVERIFY(bookmarks.list().isEmpty());
        store->append(Log, {});
        bookmarks.linesChanged(0);
        QVERIFY(bookmarks.contains(1));
    }

    void noticesOfOursCannotBeMarked()
    {
        auto store = storeOf(Log);
        store->appendMark({LineMark::Kind::Gap, 5000, 0}, {});
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"vm"_s, store);
        bookmarks.toggle(4);
        bookmarks.toggle(99);
        QVERIFY(bookmarks.list().isEmpty());
    }

    void removedOnesStayRemoved()
    {
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"vm"_s, storeOf(Log));
        bookmarks.toggle(1);
        bookmarks.toggle(2);
        bookmarks.toggle(1);
        bookmarks.open(u"vm"_s, storeOf(Log));
        QCOMPARE(bookmarks.list().size(), 1);
        bookmarks.removeAll();
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files));
    }

    void damagedFilesAreNoBookmarks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"log\": \"vm\", \"bookmarks\": [");
        QTest::newRow("another log") << QByteArray(R"({"log": "x", "bookmarks": [{"line": 1, "text": "first"}]})");
        QTest::newRow("other types") << QByteArray(R"({"log": "vm", "bookmarks": [7, {"line": "1"}, {"line": -5}]})");
        QTest::newRow("far away") << QByteArray(
            R"({"log": "vm", "bookmarks": [{"line": 9007199254740993, "bootLine": -9, "boot": -1, "text": "first"}]})");
    }

    void damagedFilesAreNoBookmarks()
    {
        QFETCH(QByteArray, bytes);
        QFile file(BookmarkFile(m_folder->path()).pathOf(u"vm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"vm"_s, storeOf(Log));
        QVERIFY(bookmarks.list().isEmpty());
    }

    void longTextsAndManyAreBounded()
    {
        QList<SavedBookmark> many;
        for (int i = 0; i < BookmarkFile::MostBookmarks + 50; ++i)
            many.append({i + 1, 0, i, u"x"_s, {}, QDateTime::fromSecsSinceEpoch(1000 + i)});
        const BookmarkFile file(m_folder->path());
        QVERIFY(file.write(u"vm"_s, many));
        const auto kept = file.read(u"vm"_s);
        QCOMPARE(kept.size(), BookmarkFile::MostBookmarks);
        QCOMPARE(kept.first().fileLine, many.last().fileLine);
        Bookmarks bookmarks(m_folder->path());
        bookmarks.open(u"long"_s, storeOf(QByteArray(10'000, 'x') + '\n'));
        bookmarks.setNote(0, QString(10'000, u'n'));
        bookmarks.open(u"long"_s, storeOf(QByteArray(10'000, 'x') + '\n'));
        QVERIFY(bookmarks.contains(0));
        QCOMPARE(bookmarks.note(0).size(), BookmarkFile::MostCharacters);
    }

    void whatCannotBeWrittenIsTold()
    {
        QFile file(m_folder->filePath(u"taken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Bookmarks bookmarks(file.fileName());
        QSignalSpy failed(&bookmarks, &Bookmarks::failed);
        bookmarks.open(u"vm"_s, storeOf(Log));
        bookmarks.toggle(1);
        QCOMPARE(failed.count(), 1);
        QVERIFY(bookmarks.contains(1));
    }
};

QTEST_GUILESS_MAIN(BookmarksTest)
#include "BookmarksTest.moc"
