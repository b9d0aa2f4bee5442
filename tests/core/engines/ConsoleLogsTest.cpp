// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/ConsoleLogs.h"
#include "hosts/LocalHost.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class ConsoleLogsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    LocalHost m_host;

    void write(const QString &name, qsizetype size)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(size, 'x')), size);
        QVERIFY(file.flush());
    }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    void prune(const ConsoleLogLimits &limits) { QVERIFY(pruneConsoleLogs(m_host, m_folder->path(), limits, {})); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRebootLoopKeepsTheNewestBoots()
    {
        for (int boot = 1; boot <= 30; ++boot)
            write(u"serial-console-%1.log"_s.arg(boot), 10);
        write(u"serial-console-2.log.cuts"_s, 10);
        write(u"serial-console-29.log.cuts"_s, 10);
        prune({});
        QCOMPARE(names().size(), 21);
        for (int boot = 11; boot <= 30; ++boot)
            QVERIFY(names().contains(u"serial-console-%1.log"_s.arg(boot)));
        QVERIFY(names().contains(u"serial-console-29.log.cuts"_s));
    }

    void togetherTheyAreNotLargerThanAllowed()
    {
        for (int boot = 8; boot <= 12; ++boot) // 8 and 9 are older than 10, whatever their names say
            write(u"serial-console-%1.log"_s.arg(boot), 100 * 4096);
        prune({20, 300 * 4096});
        QCOMPARE(names(),
                 (QStringList{u"serial-console-10.log"_s, u"serial-console-11.log"_s, u"serial-console-12.log"_s}));
        prune({20, 1});
        QCOMPARE(names(), QStringList{u"serial-console-12.log"_s});
    }

    void othersFilesAreLeftAlone()
    {
        const QStringList others{u"qemu.pid"_s, u"serial-console-x.log"_s,  u"serial-console-1.log.gz"_s,
                                 u"vmm.log"_s,  u"xserial-console-1.log"_s, u"serial-console-1.log.cuts.newer"_s};
        for (const QString &name : others)
            write(name, 10);
        write(u"serial-console-1.log"_s, 10);
        write(u"serial-console-2.log"_s, 10);
        prune({1, 1});
        QCOMPARE(names().size(), others.size() + 1);
        QVERIFY(!names().contains(u"serial-console-1.log"_s));
    }

    void theNewestIsFoundByItsNumber()
    {
        QCOMPARE(newestConsoleLog(m_host, m_folder->path(), {}), QString());
        QCOMPARE(newestConsoleLog(m_host, u"/nonexistent"_s, {}), QString());
        QVERIFY(pruneConsoleLogs(m_host, u"/nonexistent"_s, {}, {}));
        write(u"serial-console-9.log"_s, 1);
        write(u"serial-console-10.log"_s, 1);
        write(u"serial-console-11.log.cuts"_s, 1);
        QCOMPARE(newestConsoleLog(m_host, m_folder->path(), {}), m_folder->filePath(u"serial-console-10.log"_s));
    }
};

QTEST_GUILESS_MAIN(ConsoleLogsTest)
#include "ConsoleLogsTest.moc"
