// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

class LocalFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writtenFilesAreReadBack()
    {
        const QString file = path(u"a"_s);
        QVERIFY(m_host.writeFile(file, "hello", 0640, {}));
        QCOMPARE(m_host.readFile(file, 0, 100, {}).value(), "hello");
        QCOMPARE(m_host.readFile(file, 1, 3, {}).value(), "ell");
        QCOMPARE(m_host.readFile(file, 5, 3, {}).value(), "");
        QCOMPARE(m_host.readFile(file, 500, 3, {}).value(), "");
        const auto status = m_host.status(file, {}).value();
        QCOMPARE(status.size, 5);
        QCOMPARE(status.mode, 0640);
        QCOMPARE(status.name, u"a"_s);
    }

    void replacingLeavesNothingBeside()
    {
        QVERIFY(m_host.writeFile(path(u"a"_s), "one", 0600, {}));
        QVERIFY(m_host.writeFile(path(u"a"_s), "two", 0600, {}));
        QCOMPARE(m_host.readFile(path(u"a"_s), 0, 100, {}).value(), "two");
        QCOMPARE(names(), QStringList{u"a"_s});
    }

    void aFailedWriteKeepsTheOldFile()
    {
        QVERIFY(QDir().mkdir(path(u"taken"_s)));
        const auto written = m_host.writeFile(path(u"taken"_s), "x", 0600, {}); // a folder cannot be replaced
        QVERIFY(!written);
        QCOMPARE(names(), QStringList{u"taken"_s});
    }

    void aFileIsNoFolder()
    {
        // A file is no folder, and that is not the same as missing.
        const auto written = m_host.writeFile(u"/etc/passwd/x"_s, "x", 0600, {});
        QVERIFY(!written);
        QCOMPARE(written.error().id, u"file.failed"_s);
    }

    void missingFilesHaveAnId()
    {
        QCOMPARE(m_host.readFile(path(u"no"_s), 0, 1, {}).error().id, u"file.missing"_s);
        QCOMPARE(m_host.readFile(path(u"no"_s), 0, 1, {}).error().kind, ErrorKind::Usage);
        QCOMPARE(m_host.status(path(u"no"_s), {}).error().id, u"file.missing"_s);
        QCOMPARE(m_host.list(path(u"no"_s), {}).error().id, u"file.missing"_s);
        QCOMPARE(m_host.rename(path(u"no"_s), path(u"b"_s), {}).error().id, u"file.missing"_s);
    }

    void renameNeverReplaces()
    {
        QVERIFY(m_host.writeFile(path(u"a"_s), "a", 0600, {}));
        QVERIFY(m_host.writeFile(path(u"b"_s), "b", 0600, {}));
        QCOMPARE(m_host.rename(path(u"a"_s), path(u"b"_s), {}).error().id, u"file.exists"_s);
        QCOMPARE(m_host.readFile(path(u"b"_s), 0, 9, {}).value(), "b");
        QVERIFY(m_host.rename(path(u"a"_s), path(u"c"_s), {}));
    }

    void linksAreReplacedAtomically()
    {
        QVERIFY(m_host.writeFile(path(u"1"_s), "one", 0600, {}));
        QVERIFY(m_host.writeFile(path(u"2"_s), "two", 0600, {}));
        QVERIFY(m_host.link(u"1"_s, path(u"l"_s), {}));
        QCOMPARE(m_host.readFile(path(u"l"_s), 0, 9, {}).value(), "one");
        QVERIFY(m_host.link(u"2"_s, path(u"l"_s), {}));
        QCOMPARE(m_host.readFile(path(u"l"_s), 0, 9, {}).value(), "two");
        QCOMPARE(m_host.status(path(u"l"_s), {})->type, FileStatus::Type::Link);
    }

    void removeTreeNeverFollowsLinks()
    {
        QVERIFY(m_host.makeFolder(path(u"keep"_s), 0700, {}));
        QVERIFY(m_host.writeFile(path(u"keep/precious"_s), "x", 0600, {}));
        QVERIFY(m_host.makeFolder(path(u"go/deep/er"_s), 0700, {}));
        QVERIFY(m_host.link(path(u"keep"_s), path(u"go/deep/link"_s), {}));
        QVERIFY(m_host.removeTree(path(u"go"_s), {}));
        QVERIFY(!QFile::exists(path(u"go"_s)));
        QVERIFY(QFile::exists(path(u"keep/precious"_s)));
        QVERIFY(m_host.removeTree(path(u"go"_s), {})); // nothing there is fine
    }

    void listIsSortedAndShowsHiddenOnes()
    {
        for (const QString &name : {u"b"_s, u".hidden"_s, u"a"_s})
            QVERIFY(m_host.writeFile(path(name), "", 0600, {}));
        QStringList listed;
        const auto entries = m_host.list(m_folder->path(), {}).value();
        for (const FileStatus &entry : entries)
            listed << entry.name;
        QCOMPARE(listed, (QStringList{u".hidden"_s, u"a"_s, u"b"_s}));
    }

    void foldersAreMadeWithTheirParents()
    {
        QVERIFY(m_host.makeFolder(path(u"x/y/z"_s), 0700, {}));
        QVERIFY(m_host.makeFolder(path(u"x/y/z"_s), 0700, {}));
        QCOMPARE(m_host.status(path(u"x/y"_s), {})->mode, 0700);
        QVERIFY(m_host.writeFile(path(u"file"_s), "", 0600, {}));
        QCOMPARE(m_host.makeFolder(path(u"file"_s), 0700, {}).error().id, u"file.exists"_s);
        QVERIFY(!m_host.makeFolder(path(u"file/below"_s), 0700, {}));
    }

    void freeSpaceLooksAtTheNearestParent() { QVERIFY(m_host.freeSpace(path(u"not/yet/there"_s), {}).value() > 0); }

    void procFilesAreReadThoughTheySayZeroBytes()
    {
        QVERIFY(m_host.readFile(u"/proc/self/status"_s, 0, 100'000, {})->startsWith("Name:"));
    }

    void aLockIsHeldOnceAndFreedWithItsObject()
    {
        const QString file = path(u"lock"_s);
        auto first = m_host.lock(file, QDeadlineTimer(1s), {});
        QVERIFY(first);
        const auto second = m_host.lock(file, QDeadlineTimer(0), {});
        QVERIFY(!second);
        QCOMPARE(second.error().id, u"lock.held"_s);
        QVERIFY(second.error().hint.contains(QString::number(getpid())));
        first->reset();
        QVERIFY(m_host.lock(file, QDeadlineTimer(0), {}));
    }

    void portlightHomeMovesEverything()
    {
        qputenv("PORTLIGHT_HOME", "/some/where/../here");
        const auto folders = m_host.folders({}).value();
        qunsetenv("PORTLIGHT_HOME");
        QCOMPARE(folders.data, u"/some/here/data"_s);
        QCOMPARE(folders.runtime, u"/some/here/runtime"_s);
        QCOMPARE(folders.cache, u"/some/here/cache"_s);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    LocalHost m_host;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(LocalFilesTest)
#include "LocalFilesTest.moc"
