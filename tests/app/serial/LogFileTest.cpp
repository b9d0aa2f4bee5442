// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogFile.h"

#include "serial/GzipLog.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <zlib.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QByteArray packed(const QByteArray &plain)
{
    z_stream stream = {};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(plain.size())) + 64), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray numbered(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += "line " + QByteArray::number(i) + '\n';
    return bytes;
}

} // namespace

class LogFileTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no test file");
        return file.fileName();
    }

    static QString idOf(const QString &path)
    {
        const auto kind = LogFile::inspect(path);
        return kind ? u"good"_s : kind.error().id;
    }

private Q_SLOTS:
    void whatCannotBeReadIsSaid()
    {
        QCOMPARE(idOf(m_folder.filePath(u"none.log"_s)), u"file.missing"_s);
        QCOMPARE(idOf(m_folder.path()), u"file.folder"_s);
        QCOMPARE(idOf(u"/dev/null"_s), u"file.special"_s);
        QCOMPARE(idOf(write(u"a.xz"_s, QByteArray("\xfd"
                                                  "7zXZ\0\0",
                                                  7))),
                 u"file.compressed"_s);
        QCOMPARE(idOf(write(u"a.zst"_s, QByteArray("\x28\xb5\x2f\xfd\0", 5))), u"file.compressed"_s);
        QCOMPARE(idOf(write(u"a.png"_s, QByteArray("\x89PNG\r\n\x1a\n", 8))), u"file.binary"_s);
        QByteArray junk;
        for (int i = 0; i < 4096; ++i)
            junk.append(char(i * 37));
        QCOMPARE(idOf(write(u"junk"_s, junk)), u"file.binary"_s);
        const auto refused = LogFile::inspect(m_folder.filePath(u"none.log"_s));
        QVERIFY(!refused.error().summary.isEmpty() && !refused.error().hint.isEmpty());
        if (::geteuid() != 0) {
            const QString closed = write(u"closed.log"_s, "x\n");
            QFile::setPermissions(closed, {});
            QCOMPARE(idOf(closed), u"file.denied"_s);
        }
    }

    void logsOfEveryKindAreText()
    {
        QCOMPARE(idOf(write(u"empty.log"_s, {})), u"good"_s);
        QCOMPARE(idOf(write(u"colours.log"_s, "\x1b[1;31mred\x1b[0m\r\n\r50 %\r100 %\a\b\n")), u"good"_s);
        QCOMPARE(idOf(write(u"holes.log"_s, QByteArray(8192, '\0') + "text\n")), u"good"_s);
        QCOMPARE(idOf(write(u"latin1.log"_s, "gr\xfc\xdf dich\n")), u"good"_s);
        QDir corpus(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus"));
        const QFileInfoList logs = corpus.entryInfoList({u"*.log"_s}, QDir::Files);
        QVERIFY(!logs.isEmpty());
        for (const QFileInfo &log : logs)
            QVERIFY2(idOf(log.filePath()) == u"good", qPrintable(log.fileName()));
        const auto kind = LogFile::inspect(write(u"a.log.gz"_s, packed("x\n")));
        QVERIFY(kind && *kind == LogFile::Kind::Gzip);
    }

    void packedLogsAreUnpacked()
    {
        const QByteArray plain = numbered(200'000);
        // Two parts one behind the other, and padding.
        const QString path =
            write(u"two.gz"_s, packed(plain.left(1'000'003)) + packed(plain.mid(1'000'003)) + QByteArray(512, '\0'));
        auto store = std::make_shared<LineStore>();
        GzipLog log(path, store);
        QSignalSpy appended(&log, &GzipLog::linesAppended);
        QSignalSpy finished(&log, &GzipLog::finished);
        QSignalSpy failed(&log, &GzipLog::failed);
        log.start();
        QTRY_COMPARE(finished.count() + failed.count(), 1);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(store->lineCount(), 200'000);
        QCOMPARE(store->line(199'999).text, u"line 199999"_s);
        QVERIFY(!appended.isEmpty());
        QCOMPARE(appended.first().first().toLongLong(), 0);
    }

    void damagedLogsShowWhatIsWhole()
    {
        const QByteArray whole = packed(numbered(100'000));
        const QString path = write(u"half.gz"_s, whole.left(whole.size() / 2));
        auto store = std::make_shared<LineStore>();
        GzipLog log(path, store);
        QSignalSpy failed(&log, &GzipLog::failed);
        log.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().id, u"gzip.damaged"_s);
        QVERIFY(store->lineCount() > 1000);
        QCOMPARE(store->line(1000).text, u"line 1000"_s);
    }

    void aBombIsDefused()
    {
        const QString path = write(u"bomb.gz"_s, packed(QByteArray(32 * 1024 * 1024, '\n')));
        auto store = std::make_shared<LineStore>();
        GzipLog log(path, store);
        log.setMostBytes(1024 * 1024);
        QSignalSpy failed(&log, &GzipLog::failed);
        log.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().id, u"gzip.large"_s);
        QVERIFY(store->lineCount() < 2 * 1024 * 1024);
    }

    void closingWhileUnpackingIsQuick()
    {
        const QString path = write(u"long.gz"_s, packed(QByteArray(64 * 1024 * 1024, 'x')));
        auto log = std::make_unique<GzipLog>(path, std::make_shared<LineStore>());
        log->start();
        QElapsedTimer timer;
        timer.start();
        log.reset();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(LogFileTest)
#include "LogFileTest.moc"
