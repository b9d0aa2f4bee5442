// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using Type = FollowEvent::Type;

namespace {

/// Follows a file in a thread of its own and remembers what it was told.
class Watcher
{
public:
    Watcher(LocalHost &host, const QString &path, qint64 offset = 0)
        : m_thread([this, &host, path, offset] {
            m_result = host.follow(
                path, offset,
                [this](const FollowEvent &event) {
                    const std::scoped_lock guard(m_mutex);
                    if (event.type == Type::Data) {
                        m_contiguous = m_contiguous && event.offset == m_next;
                        m_next = event.offset + event.bytes.size();
                        m_bytes += event.bytes;
                        m_before = event.before;
                    } else if (event.type == Type::Idle) {
                        ++m_idle;
                    } else if (event.type == Type::Touched) {
                        ++m_touched;
                    } else if (event.type == Type::Opened) {
                        m_next = event.offset;
                        m_paths << event.file->path();
                    } else {
                        m_marks << event.type;
                        m_next = 0;
                        m_lost += event.lost;
                    }
                    return true;
                },
                m_cancellation);
        })
    {
    }
    ~Watcher()
    {
        m_cancellation.request();
        m_thread.join();
    }
    QByteArray bytes()
    {
        const std::scoped_lock guard(m_mutex);
        return m_bytes;
    }
    QList<Type> marks()
    {
        const std::scoped_lock guard(m_mutex);
        return m_marks;
    }
    int idle()
    {
        const std::scoped_lock guard(m_mutex);
        return m_idle;
    }
    bool contiguous()
    {
        const std::scoped_lock guard(m_mutex);
        return m_contiguous;
    }
    int touched()
    {
        const std::scoped_lock guard(m_mutex);
        return m_touched;
    }
    qint64 lost()
    {
        const std::scoped_lock guard(m_mutex);
        return m_lost;
    }
    QStringList paths()
    {
        const std::scoped_lock guard(m_mutex);
        return m_paths;
    }
    QByteArray before()
    {
        const std::scoped_lock guard(m_mutex);
        return m_before;
    }

private:
    Cancellation m_cancellation;
    std::mutex m_mutex;
    QByteArray m_bytes;
    QList<Type> m_marks;
    qint64 m_next = 0;
    int m_idle = 0;
    int m_touched = 0;
    qint64 m_lost = 0;
    QStringList m_paths;
    QByteArray m_before;
    bool m_contiguous = true;
    Result<void> m_result;
    std::thread m_thread;
};

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(bytes);
}

} // namespace

class LocalFollowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"log"_s);
    }

    void deliversWhatIsThereAndWhatComes()
    {
        append(m_path, "one\n");
        Watcher watcher(m_host, m_path);
        QTRY_COMPARE(watcher.bytes(), "one\n");
        append(m_path, "two\n");
        QTRY_COMPARE(watcher.bytes(), "one\ntwo\n");
        QVERIFY(watcher.contiguous());
        QTRY_COMPARE(watcher.idle(), 2);
    }

    void startsAtTheOffset()
    {
        append(m_path, "0123456789");
        Watcher watcher(m_host, m_path, 7);
        QTRY_COMPARE(watcher.bytes(), "789");
        QVERIFY(watcher.contiguous());
    }

    void waitsForAMissingFile()
    {
        Watcher watcher(m_host, m_path);
        QTRY_COMPARE(watcher.marks(), QList{Type::Missing});
        append(m_path, "here");
        QTRY_COMPARE(watcher.bytes(), "here");
    }

    void tellsOfTruncation()
    {
        append(m_path, "long old text");
        Watcher watcher(m_host, m_path);
        QTRY_COMPARE(watcher.bytes().size(), 13);
        QVERIFY(QFile::resize(m_path, 0));
        QTRY_COMPARE(watcher.marks(), QList{Type::Truncated});
        append(m_path, "new");
        QTRY_COMPARE(watcher.bytes(), "long old textnew");
    }

    void tellsOfReplacementAfterTheOldFilesEnd()
    {
        append(m_path, "old ");
        Watcher watcher(m_host, m_path);
        QTRY_COMPARE(watcher.bytes(), "old ");
        append(m_path, "end ");
        const QString next = m_folder->filePath(u"next"_s);
        append(next, "new");
        QVERIFY(QFile::rename(m_path, m_folder->filePath(u"rotated"_s)));
        QVERIFY(QFile::rename(next, m_path));
        QTRY_COMPARE(watcher.bytes(), "old end new");
        QVERIFY(watcher.marks().contains(Type::Replaced) || watcher.marks().contains(Type::Missing));
    }

    void whatIsWrittenToTheOldFileAfterARotationComesFirst()
    {
        QFile writer(m_path);
        QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        writer.write("old ");
        Watcher watcher(m_host, m_path);
        QTRY_COMPARE(watcher.bytes(), "old ");
        QVERIFY(QFile::rename(m_path, m_path + u".1"_s));
        writer.write("while missing ");
        QTRY_COMPARE(watcher.bytes(), "old while missing ");
        append(m_path, "");
        writer.write("while empty ");
        QTRY_COMPARE(watcher.bytes(), "old while missing while empty ");
        append(m_path, "new");
        QTRY_COMPARE(watcher.bytes(), "old while missing while empty new");
        QCOMPARE(watcher.marks(), (QList{Type::Missing, Type::Replaced}));
    }

    void theSameFileThatComesBackIsNotReadTwice()
    {
        append(m_path, "one ");
        Watcher watcher(m_host, m_path);
        QTRY_COMPARE(watcher.bytes(), "one ");
        QVERIFY(QFile::rename(m_path, m_path + u".away"_s));
        QTRY_COMPARE(watcher.marks(), QList{Type::Missing});
        append(m_path + u".away"_s, "two ");
        QVERIFY(QFile::rename(m_path + u".away"_s, m_path));
        append(m_path, "three");
        QTRY_COMPARE(watcher.bytes(), "one two three");
        QTRY_COMPARE(watcher.paths().size(), 2);
        QCOMPARE(watcher.marks(), QList{Type::Missing});
    }

    void aFolderThatIsRemovedAndMadeAnewIsFollowed()
    {
        const QString folder = m_folder->filePath(u"boots"_s);
        const QString path = folder + u"/log"_s;
        QVERIFY(QDir().mkpath(folder));
        append(path, "old ");
        Watcher watcher(m_host, path);
        QTRY_COMPARE(watcher.bytes(), "old ");
        QVERIFY(QDir(folder).removeRecursively());
        QTRY_COMPARE(watcher.marks(), QList{Type::Missing});
        QVERIFY(QDir().mkpath(folder));
        append(path, "new");
        QTRY_COMPARE(watcher.bytes(), "old new");
        QCOMPARE(watcher.marks(), (QList{Type::Missing, Type::Replaced}));
    }

    void aFileWrittenInPlaceIsTouched()
    {
        append(m_path, "old text\n");
        Watcher watcher(m_host, m_path);
        QTRY_COMPARE(watcher.idle(), 1);
        QFile writer(m_path);
        QVERIFY(writer.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        writer.write("new");
        QTRY_COMPARE(watcher.touched(), 1);
        QCOMPARE(watcher.bytes(), "old text\n");
        writer.seek(9);
        writer.write("more\n");
        QTRY_COMPARE(watcher.bytes(), "old text\nmore\n");
        QCOMPARE(watcher.before(), "new text\n");
        QVERIFY(watcher.marks().isEmpty());
    }

    void theSinkCanGoOnElsewhereInTheSameFile()
    {
        append(m_path, "0123456789");
        QByteArray seen;
        QList<QByteArray> pieces;
        const auto sink = [&](const FollowEvent &event) {
            if (event.type == Type::Opened)
                event.file->goOnFrom(7);
            if (event.type != Type::Idle)
                return true;
            if (auto read = event.file->read({{0, 2}, {8, 10}, {20, 1}}))
                pieces = *read;
            return false;
        };
        QVERIFY(m_host.follow(m_path, 0,
                              [&](const FollowEvent &event) {
                                  seen += event.bytes;
                                  return sink(event);
                              },
                              {}));
        QCOMPARE(seen, "789");
        QCOMPARE(pieces, (QList<QByteArray>{"01", "89", ""}));
    }

    void followsALinkToTheNewestBoot()
    {
        const QString first = m_folder->filePath(u"1"_s);
        const QString second = m_folder->filePath(u"2"_s);
        append(first, "first");
        append(second, "second");
        QVERIFY(m_host.link(u"1"_s, m_path, {}));
        Watcher watcher(m_host, m_path);
        QTRY_COMPARE(watcher.bytes(), "first");
        QVERIFY(m_host.link(u"2"_s, m_path, {}));
        QTRY_COMPARE(watcher.bytes(), "firstsecond");
        QCOMPARE(watcher.marks(), QList{Type::Replaced});
        QCOMPARE(watcher.paths(), (QStringList{first, second}));
    }

    void aFloodArrivesWhole()
    {
        Watcher watcher(m_host, m_path);
        QByteArray all;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray line = QByteArray::number(i).rightJustified(1000, '.') + '\n';
            append(m_path, line);
            all += line;
        }
        QTRY_COMPARE_WITH_TIMEOUT(watcher.bytes().size(), all.size(), 20'000);
        QCOMPARE(watcher.bytes(), all);
    }

    void theSinkCanEndIt()
    {
        append(m_path, "x");
        const auto followed = m_host.follow(m_path, 0, [](const FollowEvent &) { return false; }, {});
        QVERIFY(followed);
    }

    void aFolderIsNoLog()
    {
        const auto followed = m_host.follow(m_folder->path(), 0, [](const FollowEvent &) { return true; }, {});
        QVERIFY(!followed);
        QCOMPARE(followed.error().id, u"file.failed"_s);
    }

private:
    LocalHost m_host;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(LocalFollowTest)
#include "LocalFollowTest.moc"
