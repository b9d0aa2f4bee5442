// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogWriter.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "(cannot be read)";
}

ConsoleSelection between(ConsolePosition first, ConsolePosition last)
{
    ConsoleSelection selection;
    selection.begin(first);
    selection.extend(last);
    return selection;
}

} // namespace

class LogWriterTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<LineStore> m_store;
    QString m_path;

    void saves(const std::function<void(LogWriter &)> &start)
    {
        LogWriter writer;
        QSignalSpy saved(&writer, &LogWriter::saved);
        QSignalSpy failed(&writer, &LogWriter::failed);
        start(writer);
        QTRY_VERIFY(!saved.isEmpty() || !failed.isEmpty());
        QCOMPARE(failed.count(), 0);
        QVERIFY(!writer.isRunning());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"saved.log"_s);
        m_store = std::make_shared<LineStore>();
        m_store->append("\x1b[31mred\x1b[0m text\r\nsecond\n[    1.500000] third\nfour\xff\n", {});
    }

    void theBytesAsTheyCame()
    {
        saves([this](LogWriter &writer) { writer.start(m_store, m_path, {.raw = true}); });
        QCOMPARE(contentOf(m_path), "\x1b[31mred\x1b[0m text\r\nsecond\n[    1.500000] third\nfour\xff\n"_ba);
    }

    void theTextWithoutItsColours()
    {
        m_store->appendMark({LineMark::Kind::Replaced, 0, 0}, {});
        saves([this](LogWriter &writer) { writer.start(m_store, m_path, {}); });
        QCOMPARE(contentOf(m_path),
                 "red text\nsecond\n[    1.500000] third\nfour\xef\xbf\xbd\nA new log begins here.\n"_ba);
    }

    void numbersAndTimes()
    {
        saves([this](LogWriter &writer) {
            writer.start(m_store, m_path, {.numbers = true, .times = true}, between({1, 0}, {3, 0}), nullptr);
        });
        QCOMPARE(contentOf(m_path), "2\t\tsecond\n3\t+1.5 s\t[    1.500000] third\n"_ba);
    }

    void aSelectionOfCharacters()
    {
        saves([this](LogWriter &writer) { writer.start(m_store, m_path, {}, between({0, 4}, {1, 3}), nullptr); });
        QCOMPARE(contentOf(m_path), "text\nsec\n"_ba);
    }

    void onlyTheLinesShown()
    {
        LineSet set;
        set.add(1);
        set.add(3);
        saves([&](LogWriter &writer) { writer.start(m_store, m_path, {.raw = true}, between({0, 0}, {4, 0}), &set); });
        QCOMPARE(contentOf(m_path), "second\nfour\xff\n"_ba);
    }

    void aLogOfManyPieces()
    {
        QByteArray bytes;
        for (int i = 0; i < 200'000; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        m_store->clear();
        m_store->append(bytes, {});
        saves([this](LogWriter &writer) { writer.start(m_store, m_path, {.raw = true}); });
        QCOMPARE(contentOf(m_path), bytes);
        saves([this](LogWriter &writer) { writer.start(m_store, m_path, {}); });
        QCOMPARE(contentOf(m_path), bytes);
    }

    void aCancelLeavesWhatWasThere()
    {
        QFile old(m_path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        LogWriter writer;
        QSignalSpy failed(&writer, &LogWriter::failed);
        writer.start(m_store, m_path, {});
        writer.cancel();
        // It may have been ready before; then it has been saved whole.
        QTRY_VERIFY(!writer.isRunning());
        if (!failed.isEmpty()) {
            QCOMPARE(failed.first().first().value<Error>().id, u"cancelled"_s);
            QCOMPARE(contentOf(m_path), "old"_ba);
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void aWriterThatGoesLeavesNothingHalf()
    {
        QByteArray bytes;
        for (int i = 0; i < 300'000; ++i)
            bytes += "a line that takes its time\n";
        m_store->append(bytes, {});
        {
            LogWriter writer;
            writer.start(m_store, m_path, {.numbers = true});
        }
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files) || QFile(m_path).size() > bytes.size());
    }

    void aFolderThatIsNotThereIsTold()
    {
        LogWriter writer;
        QSignalSpy failed(&writer, &LogWriter::failed);
        writer.start(m_store, m_folder->filePath(u"missing/saved.log"_s), {});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().id, u"file.failed"_s);
    }
};

QTEST_GUILESS_MAIN(LogWriterTest)
#include "LogWriterTest.moc"
