// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VmLogs.h"
#include "hosts/LocalHost.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

/// Standard output goes into a file for as long as this lives.
class CapturedOutput
{
public:
    explicit CapturedOutput(const QString &path)
        : m_path(path)
        , m_before(dup(STDOUT_FILENO))
    {
        fflush(stdout);
        const int file = open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        dup2(file, STDOUT_FILENO);
        ::close(file);
    }
    ~CapturedOutput() { restore(); }
    QByteArray bytes() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray take()
    {
        restore();
        return bytes();
    }

private:
    void restore()
    {
        if (m_before < 0)
            return;
        fflush(stdout);
        dup2(m_before, STDOUT_FILENO);
        ::close(m_before);
        m_before = -1;
    }
    QString m_path;
    int m_before;
};

constexpr qint64 hole = qint64(3) << 30;

} // namespace

class VmLogsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    LocalHost m_host;
    Vm m_vm;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &bytes, qint64 offset = 0)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(offset));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void writeCutLog()
    {
        write(u"serial-console-2.log"_s, "first words\n");
        write(u"serial-console-2.log"_s, "ast line\nlast words\n", 12 + hole);
        write(u"serial-console-2.log.cuts"_s, "12 " + QByteArray::number(12 + hole) + '\n');
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_vm = {};
        m_vm.spec.id = u"0123456789ab"_s;
        m_vm.spec.name = u"demo"_s;
        m_vm.spec.boots = 2;
        m_vm.folders.runtime = m_folder->path();
        m_vm.machine.consoleLog = path(u"serial-console.log"_s);
        write(u"serial-console-1.log"_s, "an older boot\n");
        QVERIFY(m_host.link(u"serial-console-2.log"_s, m_vm.machine.consoleLog, {}));
    }

    void aCutIsJumpedOver()
    {
        writeCutLog();
        const CliContext context{Cancellation()};
        CapturedOutput output(path(u"out"_s));
        const auto printed = printConsoleLog(m_host, m_vm, 0, false, context);
        const QByteArray bytes = output.take();
        QVERIFY(printed);
        QVERIFY2(bytes.startsWith("first words\n\n"), bytes.constData());
        QVERIFY2(bytes.endsWith("\nast line\nlast words\n"), bytes.constData());
        QVERIFY2(bytes.contains(" GB of this log were cut out here"), bytes.constData());
        QVERIFY(!bytes.contains('\0'));
        QVERIFY(bytes.size() < 200);
    }

    void aNoteThatLiesIsNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("behind the end") << QByteArray("5 99999999\n");
        QTest::newRow("backwards") << QByteArray("10 5\n");
        QTest::newRow("negative") << QByteArray("-10 5\n");
        QTest::newRow("words") << QByteArray("a b\n");
        QTest::newRow("long") << QByteArray(100'000, '1');
        QTest::newRow("empty") << QByteArray();
    }
    void aNoteThatLiesIsNotBelieved()
    {
        QFETCH(QByteArray, note);
        write(u"serial-console-2.log"_s, "first words\nlast words\n");
        write(u"serial-console-2.log.cuts"_s, note);
        const CliContext context{Cancellation()};
        CapturedOutput output(path(u"out"_s));
        const auto printed = printConsoleLog(m_host, m_vm, 2, false, context);
        QCOMPARE(output.take(), QByteArray("first words\nlast words\n"));
        QVERIFY(printed);
    }

    void anOlderBootAndOneThatIsNotThere()
    {
        const CliContext context{Cancellation()};
        CapturedOutput output(path(u"out"_s));
        const auto older = printConsoleLog(m_host, m_vm, 1, false, context);
        const auto none = printConsoleLog(m_host, m_vm, 7, false, context);
        QCOMPARE(output.take(), QByteArray("an older boot\n"));
        QVERIFY(older);
        QCOMPARE(none.error().id, u"console.unknown-boot"_s);
        QCOMPARE(none.error().kind, ErrorKind::Usage);
    }

    void followingJumpsOverCutsAndReachesTheNextBoot()
    {
        writeCutLog();
        const Cancellation end;
        const CliContext context{end};
        CapturedOutput output(path(u"out"_s));
        Result<void> followed;
        std::thread follower([&] { followed = printConsoleLog(m_host, m_vm, 0, true, context); });
        QTRY_VERIFY_WITH_TIMEOUT(output.bytes().endsWith("last words\n"), 10'000);
        write(u"serial-console-2.log"_s, "more\n", 12 + hole + 20);
        QTRY_VERIFY_WITH_TIMEOUT(output.bytes().endsWith("last words\nmore\n"), 10'000);
        write(u"serial-console-3.log"_s, "the next boot\n");
        QVERIFY(m_host.link(u"serial-console-3.log"_s, m_vm.machine.consoleLog, {}));
        QTRY_VERIFY_WITH_TIMEOUT(output.bytes().endsWith("the next boot\n"), 10'000);
        end.request();
        follower.join();
        const QByteArray bytes = output.take();
        QCOMPARE(bytes.count("words"), 2);
        QVERIFY(!bytes.contains('\0'));
        QCOMPARE(followed.error().kind, ErrorKind::Cancelled);
    }

    void aDestroyedVmsLogCanBeRead()
    {
        writeCutLog();
        QVERIFY(m_host.makeFolder(path(u"trash/0123456789ab/console"_s), 0700, {}));
        QVERIFY(m_host.rename(path(u"serial-console-2.log"_s),
                              path(u"trash/0123456789ab/console/serial-console-2.log"_s), {}));
        TrashedVm trashed;
        trashed.spec = m_vm.spec;
        trashed.folder = path(u"trash/0123456789ab"_s);
        trashed.consoleLog = trashed.folder + u"/console/serial-console-2.log"_s;
        write(u"trash/0123456789ab/console/serial-console-2.log.cuts"_s, "12 " + QByteArray::number(12 + hole) + '\n');
        const CliContext context{Cancellation()};
        CapturedOutput output(path(u"out"_s));
        const auto printed = printConsoleLog(m_host, trashed, 0, context);
        const QByteArray bytes = output.take();
        QVERIFY(printed);
        QVERIFY(bytes.startsWith("first words\n"));
        QVERIFY(bytes.endsWith("\nlast words\n"));
    }
};

QTEST_GUILESS_MAIN(VmLogsTest)
#include "VmLogsTest.moc"
