// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogBytes.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

constexpr qint64 Mebibyte = 1024 * 1024;

/// Bytes that say where they stand.
QByteArray numbered(qint64 from, qint64 length)
{
    QByteArray bytes;
    for (qint64 at = from; at < from + length; ++at)
        bytes += char((at * 7 + at / 251) & 0xff);
    return bytes;
}

/// How large this process's files may become, for a while: a full disk for whoever writes.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t most)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = most;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

} // namespace

class LogBytesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCameIsRead_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("temporary file") << m_folder.path();
        QTest::newRow("memory") << QString();
        QTest::newRow("no such folder") << u"/nowhere/at/all"_s;
    }

    void whatCameIsRead()
    {
        QFETCH(QString, folder);
        LogBytes bytes;
        bytes.setLimits({64 * Mebibyte, 64 * Mebibyte, folder});
        const QByteArray all = numbered(0, 5 * Mebibyte + 1000);
        for (qsizetype at = 0; at < all.size(); at += 77'777)
            bytes.append(QByteArrayView(all).sliced(at, std::min<qsizetype>(77'777, all.size() - at)));
        QCOMPARE(bytes.end(), all.size());
        QCOMPARE(bytes.begin(), 0);
        QVERIFY(bytes.read(0, all.size()) == all);
        QVERIFY(bytes.read(Mebibyte - 3, 10) == all.mid(Mebibyte - 3, 10));
        QCOMPARE(bytes.read(all.size(), 10), QByteArray());
        QCOMPARE(bytes.read(all.size() - 2, 10).size(), 2);
        QVERIFY(QDir(m_folder.path()).isEmpty()); // The file has no name.
    }

    void theOldestIsDropped_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<qint64>("most");
        QTest::newRow("temporary file") << m_folder.path() << 8 * Mebibyte;
        QTest::newRow("memory") << QString() << 2 * Mebibyte;
    }

    void theOldestIsDropped()
    {
        QFETCH(QString, folder);
        QFETCH(qint64, most);
        LogBytes bytes;
        bytes.setLimits({8 * Mebibyte, 2 * Mebibyte, folder});
        for (qint64 at = 0; at < 20 * Mebibyte; at += Mebibyte / 2)
            bytes.append(numbered(at, Mebibyte / 2));
        QVERIFY(bytes.end() - bytes.begin() <= most);
        QVERIFY(bytes.end() - bytes.begin() > most / 2);
        const qint64 kept = bytes.end() - bytes.begin();
        QVERIFY(bytes.read(bytes.begin(), kept) == numbered(bytes.begin(), kept));
        QCOMPARE(bytes.read(0, 10), QByteArray());
    }

    void aFullDiskDropsTheOldestNotTheNewest()
    {
        LogBytes bytes;
        bytes.setLimits({32 * Mebibyte, 3 * Mebibyte, m_folder.path()});
        for (qint64 at = 0; at < 10 * Mebibyte; at += Mebibyte / 2)
            bytes.append(numbered(at, Mebibyte / 2));
        {
            const FileSizeLimit full(1);
            for (qint64 at = 10 * Mebibyte; at < 20 * Mebibyte; at += Mebibyte / 2)
                bytes.append(numbered(at, Mebibyte / 2));
        }
        QCOMPARE(bytes.end(), 20 * Mebibyte);
        QVERIFY(bytes.begin() > 0 && bytes.begin() <= 18 * Mebibyte);
        const qint64 kept = bytes.end() - bytes.begin();
        QVERIFY(bytes.read(bytes.begin(), kept) == numbered(bytes.begin(), kept));
        // There is room again.
        for (qint64 at = 20 * Mebibyte; at < 30 * Mebibyte; at += Mebibyte / 2)
            bytes.append(numbered(at, Mebibyte / 2));
        QVERIFY(bytes.end() - bytes.begin() > 9 * Mebibyte);
        QVERIFY(bytes.read(25 * Mebibyte, 5000) == numbered(25 * Mebibyte, 5000));
    }

    void filesAndBytesFollowOneAnother()
    {
        QFile file(m_folder.filePath(u"log"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.write(numbered(0, 5000)) == 5000 && file.flush());
        LogBytes bytes;
        bytes.setLimits({Mebibyte, Mebibyte, {}});
        bytes.append("head");
        QVERIFY(bytes.appendFile(file.handle(), 1000, 500));
        QVERIFY(bytes.appendFile(file.handle(), 1500, 500));
        bytes.append("tail");
        QCOMPARE(bytes.end(), 1008);
        QVERIFY(bytes.read(0, 2000) == "head" + numbered(1000, 1000) + "tail");
        bytes.forgetFile();
        QCOMPARE(bytes.read(10, 10), QByteArray());
        QCOMPARE(bytes.read(1004, 10), QByteArray("tail"));
        QVERIFY(file.remove());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(LogBytesTest)
#include "LogBytesTest.moc"
