// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"

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
                    } else if (event.type != Type::Idle) {
                        m_marks << event.type;
                        m_next = 0;
                    } else {
                        ++m_idle;
                    }
                    return true;
                },
                m_cancellation);
        })
    {
        m_next = offset;
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

private:
    Cancellation m_cancellation;
    std::mutex m_mutex;
    QByteArray m_bytes;
    QList<Type> m_marks;
    qint64 m_next = 0;
    int m_idle = 0;
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
