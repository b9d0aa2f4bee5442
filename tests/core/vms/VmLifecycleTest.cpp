// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/VmLifecycle.h"
#include "FailingHost.h"
#include "vms/VmTrash.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// What can be tested without a guest: making, naming, finding, destroying and bringing back VMs. The disk is made by
/// the real qemu-img; tests/integration starts and stops them.
class VmLifecycleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const bool missing = QStandardPaths::findExecutable(u"qemu-img"_s).isEmpty() ||
                             QStandardPaths::findExecutable(u"qemu-system-x86_64"_s).isEmpty();
        QVERIFY2(!missing || !qEnvironmentVariableIsSet("CI"), "QEMU must be installed in CI");
        if (missing)
            QSKIP("qemu-img and qemu-system-x86_64 are not installed");
    }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("PORTLIGHT_HOME", m_home->path().toUtf8());
        m_image.name = u"desktop"_s;
        m_image.version = 3;
        m_image.rootDisk = m_home->filePath(u"rootfs.ext4"_s);
        m_image.kernel = m_home->filePath(u"vmlinuz"_s);
        m_image.bootArguments = u"console=ttyS0"_s;
        QFile disk(m_image.rootDisk);
        QVERIFY(disk.open(QIODevice::WriteOnly));
        QVERIFY(disk.resize(2'000'000'000)); // sparse; a full copy would be noticed
    }

    void cleanup() { qunsetenv("PORTLIGHT_HOME"); }

    void createIsQuickAndCopiesNothing()
    {
        QElapsedTimer timer;
        timer.start();
        const auto vm = create(u"one"_s);
        QVERIFY(vm);
        QVERIFY(timer.elapsed() < 5000);
        QCOMPARE(vm->state, VmState::Stopped);
        QCOMPARE(vm->spec.name, u"one"_s);
        QCOMPARE(vm->spec.imageVersion, 3);
        QVERIFY(!vm->spec.creating);
        const auto disk = m_host->status(vm->folders.data + u"/disk.qcow2"_s, {});
        QVERIFY(disk);
        QVERIFY(disk->allocated < 1'000'000);
    }

    void jsonIsAsPromised()
    {
        const QJsonObject json = create(u"one"_s)->toJson();
        for (const QString &field : {u"id"_s, u"name"_s, u"host"_s, u"engine"_s, u"image"_s, u"state"_s, u"address"_s,
                                     u"port"_s, u"console_log"_s, u"created"_s})
            QVERIFY2(json.contains(field), qPrintable(field));
        QCOMPARE(json.value(u"host"), u"local"_s);
        QCOMPARE(json.value(u"state"), u"stopped"_s);
        QVERIFY(json.value(u"address").isNull());
        QVERIFY(json.value(u"port").isNull());
        static const QRegularExpression id(u"^[0-9a-f]{12}$"_s);
        QVERIFY(id.match(json.value(u"id").toString()).hasMatch());
        QVERIFY(json.value(u"created").toString().endsWith(u'Z'));
    }

    void namesAreCheckedAndUnique()
    {
        QVERIFY(create(u"one"_s));
        QCOMPARE(create(u"one"_s).error().id, u"vm.name-taken"_s);
        for (const QString &bad :
             {u"-x"_s, u"a b"_s, u"a/b"_s, u"../x"_s, u"0123456789ab"_s, u"a\n"_s, QString(64, u'a')})
            QCOMPARE(create(bad).error().id, u"vm.name-invalid"_s);
        QCOMPARE(create({})->spec.name, u"desktop-1"_s);
        QCOMPARE(create({})->spec.name, u"desktop-2"_s);
    }

    void findsByIdThenNameThenBeginning()
    {
        const Vm one = create(u"one"_s).value();
        const Vm two = create(one.spec.id.left(3)).value(); // a name that begins the other's id
        const VmStore store(m_host);
        QCOMPARE(store.find(one.spec.id, {})->spec.name, u"one"_s);
        QCOMPARE(store.find(one.spec.id.left(3), {})->spec.id, two.spec.id);
        QCOMPARE(store.find(one.spec.id.left(7), {})->spec.id, one.spec.id);
        QCOMPARE(store.find(u"nobody"_s, {}).error().id, u"vm.unknown"_s);
        QCOMPARE(store.find({}, {}).error().id, u"vm.unknown"_s);
        QCOMPARE(store.find(u"nobody"_s, {}).error().kind, ErrorKind::Usage);
    }

    void anAmbiguousBeginningIsRefused()
    {
        // 17 VMs share a first hex digit at least once.
        for (int i = 0; i < 17; ++i)
            QVERIFY(create(u"vm-%1"_s.arg(i)));
        const auto vms = VmStore(m_host).list({}).value();
        QHash<QChar, int> firsts;
        for (const Vm &vm : vms)
            ++firsts[vm.spec.id.at(0)];
        for (auto it = firsts.begin(); it != firsts.end(); ++it) {
            const auto found = VmStore(m_host).find(it.key(), {});
            QCOMPARE(found.has_value(), it.value() == 1);
            if (!found)
                QCOMPARE(found.error().id, u"vm.ambiguous"_s);
        }
    }

    void aCreateThatFailsAtAnyStepLeavesNothing_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("disk full") << int(FailingHost::How::Full);
        QTest::newRow("interrupted") << int(FailingHost::How::Cancel);
    }
    void aCreateThatFailsAtAnyStepLeavesNothing()
    {
        QFETCH(int, how);
        int steps = 0;
        for (int step = 1;; ++step) {
            const Cancellation cancellation;
            auto host = std::make_shared<FailingHost>(step, static_cast<FailingHost::How>(how), cancellation);
            Progress progress({}, cancellation);
            VmRequest request;
            request.name = u"walk"_s;
            request.image = m_image;
            const auto vm = VmLifecycle(host).create(request, progress);
            if (!host->hasFailed()) {
                QVERIFY(vm);
                break;
            }
            ++steps;
            // An interruption after the last change may come too late: then the VM is whole.
            if (!vm)
                QCOMPARE(folders(u"data/vms"_s), QStringList());
            else
                removeWhole(*vm);
        }
        QVERIFY2(steps >= 6, qPrintable(QString::number(steps)));
    }

    void aKilledCreateIsFoundAndCleanedUp()
    {
        VmSpec spec = create(u"half"_s)->spec;
        spec.creating = true;
        const VmStore store(m_host);
        QVERIFY(store.write(spec, {}));
        Vm vm = store.find(u"half"_s, {}).value();
        QCOMPARE(vm.state, VmState::Failed);
        QVERIFY(!vm.note.isEmpty());
        {
            const auto busy = store.lock(spec.id, {});
            QCOMPARE(store.find(u"half"_s, {})->state, VmState::Creating);
            Progress progress;
            QCOMPARE(VmLifecycle(m_host).destroy(spec.id, progress).error().id, u"vm.busy"_s);
        }
        Progress progress;
        QCOMPARE(VmLifecycle(m_host).start(spec.id, progress).error().id, u"vm.state"_s);
        QVERIFY(VmLifecycle(m_host).destroy(spec.id, progress));
        QCOMPARE(folders(u"data/vms"_s), QStringList());
        QCOMPARE(folders(u"data/trash"_s), QStringList());
    }

    void aDamagedDescriptionIsListed()
    {
        const Vm vm = create(u"one"_s).value();
        QVERIFY(m_host->writeFile(vm.folders.data + u"/vm.json"_s, "{", 0600, {}));
        const auto vms = VmStore(m_host).list({}).value();
        QCOMPARE(vms.size(), 1);
        QCOMPARE(vms.first().state, VmState::Failed);
        QVERIFY(vms.first().note.contains(u"vm.json"_s));
    }

    void whatCannotBeReadIsNeverErased()
    {
        const Vm vm = create(u"one"_s).value();
        QVERIFY(m_host->writeFile(vm.folders.data + u"/vm.json"_s, "{", 0600, {}));
        QCOMPARE(VmStore(m_host).usersOf(m_image, {})->size(), 1); // it may be one
        Progress progress;
        const auto destroyed = VmLifecycle(m_host).destroy(vm.spec.id, progress);
        QVERIFY(destroyed);
        QVERIFY(QFile::exists(destroyed->folder + u"/disk.qcow2"_s));
        QCOMPARE(VmStore(m_host).usersOf(m_image, {})->size(), 1);
        QVERIFY(VmLifecycle(m_host).undestroy(vm.spec.id, {}, progress));
        QVERIFY(QFile::exists(vm.folders.data + u"/disk.qcow2"_s));
    }

    void oneOddVmDoesNotHideTheOthers()
    {
        VmSpec odd = create(u"odd"_s)->spec;
        QVERIFY(create(u"plain"_s));
        odd.engine = u"vax"_s;
        QVERIFY(VmStore(m_host).write(odd, {}));
        QCOMPARE(VmStore(m_host).list({})->size(), 2);
        QCOMPARE(VmStore(m_host).find(u"odd"_s, {})->state, VmState::Failed);
        QVERIFY(VmStore(m_host).find(u"odd"_s, {})->note.contains(u"vax"_s));
        QCOMPARE(VmStore(m_host).find(u"plain"_s, {})->state, VmState::Stopped);
    }

    void destroyedVmsComeBack()
    {
        const Vm vm = create(u"one"_s).value();
        QVERIFY(m_host->writeFile(vm.folders.data + u"/mine"_s, "precious", 0600, {}));
        Progress progress;
        VmLifecycle lifecycle(m_host);
        const auto destroyed = lifecycle.destroy(vm.spec.id, progress);
        QVERIFY(destroyed);
        QCOMPARE(destroyed->destroyed.secsTo(destroyed->expires), 72 * 3600);
        QCOMPARE(VmStore(m_host).list({})->size(), 0);
        QCOMPARE(VmStore(m_host).trash({})->size(), 1);

        QVERIFY(create(u"one"_s));
        QCOMPARE(lifecycle.undestroy(vm.spec.id, {}, progress).error().id, u"vm.name-taken"_s);
        const auto back = lifecycle.undestroy(vm.spec.id, u"two"_s, progress);
        QVERIFY(back);
        QCOMPARE(back->spec.name, u"two"_s);
        QCOMPARE(back->state, VmState::Stopped);
        QCOMPARE(m_host->readFile(back->folders.data + u"/mine"_s, 0, 99, {}).value(), "precious");
        QCOMPARE(VmStore(m_host).trash({})->size(), 0);
        QVERIFY(!QFile::exists(back->folders.data + u"/trash.json"_s));
    }

    void consoleFilesOutliveTheirVm()
    {
        const Vm vm = create(u"one"_s).value();
        QVERIFY(m_host->makeFolder(vm.folders.runtime, 0700, {}));
        for (int boot = 1; boot <= 25; ++boot)
            QVERIFY(m_host->writeFile(vm.folders.runtime + u"/serial-console-%1.log"_s.arg(boot),
                                      "last words of " + QByteArray::number(boot), 0600, {}));
        QVERIFY(m_host->writeFile(vm.folders.runtime + u"/serial-console-25.log.cuts"_s, "1 2\n", 0600, {}));
        // A log with a hole stays one: 1 TB of nothing is not written out.
        QFile flooded(vm.folders.runtime + u"/serial-console-24.log"_s);
        QVERIFY(flooded.open(QIODevice::WriteOnly));
        QVERIFY(flooded.resize(qint64(1) << 40));
        flooded.close();
        Progress progress;
        const auto destroyed = VmLifecycle(m_host).destroy(vm.spec.id, progress);
        QVERIFY(destroyed);
        const QString newest = destroyed->folder + u"/console/serial-console-25.log"_s;
        QCOMPARE(destroyed->consoleLog, newest);
        QCOMPARE(m_host->readFile(newest, 0, 99, {}).value(), "last words of 25");
        QCOMPARE(m_host->readFile(newest + u".cuts"_s, 0, 99, {}).value(), "1 2\n");
        const auto hole = m_host->status(destroyed->folder + u"/console/serial-console-24.log"_s, {});
        QVERIFY(hole && hole->size == qint64(1) << 40 && hole->allocated < 100'000);
        QCOMPARE(QDir(destroyed->folder + u"/console"_s).entryList({u"*.log"_s}).size(), 20);
        QVERIFY(!QFile::exists(vm.folders.runtime));
        // Whoever looks into the trash finds it.
        const auto kept = VmStore(m_host).findTrashed(u"one"_s, {});
        QVERIFY(kept);
        QCOMPARE(kept->consoleLog, newest);
        QCOMPARE(kept->toJson().value(u"console_log").toString(), newest);
        // Brought back, it still shows what it said last.
        const auto back = VmLifecycle(m_host).undestroy(vm.spec.id, {}, progress);
        QVERIFY(back);
        QVERIFY(QFile::exists(back->folders.data + u"/console/serial-console-25.log"_s));
    }

    void theTrashIsEmptiedAfter72Hours()
    {
        const Vm old = create(u"old"_s).value();
        const Vm young = create(u"young"_s).value();
        Progress progress;
        const QString oldFolder = VmLifecycle(m_host).destroy(old.spec.id, progress)->folder;
        const QString youngFolder = VmLifecycle(m_host).destroy(young.spec.id, progress)->folder;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(writeTrashNote(*m_host, oldFolder, now.addSecs(-72 * 3600 - 60), {}));
        QVERIFY(writeTrashNote(*m_host, youngFolder, now.addSecs(-72 * 3600 + 60), {}));
        const auto kept = VmStore(m_host).trash({}).value();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().spec.name, u"young"_s);
        QVERIFY(!QFile::exists(oldFolder));
    }

    void destroyStopsBeforeItLosesAnything_data() { aCreateThatFailsAtAnyStepLeavesNothing_data(); }
    void destroyStopsBeforeItLosesAnything()
    {
        QFETCH(int, how);
        for (int step = 1;; ++step) {
            const Vm vm = create(u"walk-%1"_s.arg(step)).value();
            const Cancellation cancellation;
            auto host = std::make_shared<FailingHost>(step, static_cast<FailingHost::How>(how), cancellation);
            Progress progress({}, cancellation);
            const auto destroyed = VmLifecycle(host).destroy(vm.spec.id, progress);
            // Either it is where it was or it is in the trash; never neither, never both.
            const bool isThere = QFile::exists(m_home->filePath(u"data/vms/%1/disk.qcow2"_s.arg(vm.spec.id)));
            const bool isInTrash = QFile::exists(m_home->filePath(u"data/trash/%1/disk.qcow2"_s.arg(vm.spec.id)));
            QVERIFY(isThere != isInTrash);
            if (!host->hasFailed()) {
                QVERIFY(destroyed);
                break;
            }
        }
    }

    void imagesKnowTheirUsers()
    {
        const Vm one = create(u"one"_s).value();
        const Vm two = create(u"two"_s).value();
        Progress progress;
        QVERIFY(VmLifecycle(m_host).destroy(two.spec.id, progress));
        const QStringList users = VmStore(m_host).usersOf(m_image, {}).value();
        QCOMPARE(users.size(), 2);
        QCOMPARE(users.at(0), u"one"_s);
        QVERIFY(users.at(1).startsWith(u"two"_s));
        Image other = m_image;
        other.rootDisk += u'x';
        QCOMPARE(VmStore(m_host).usersOf(other, {}).value(), QStringList());
    }

    void aSecondPortlightWaitsAndThenSaysSo()
    {
        const Vm vm = create(u"one"_s).value();
        const auto busy = VmStore(m_host).lock(vm.spec.id, {});
        Progress progress;
        const auto destroyed = VmLifecycle(m_host).destroy(vm.spec.id, progress);
        QVERIFY(!destroyed);
        QCOMPARE(destroyed.error().id, u"vm.busy"_s);
    }

    void sillySizesAreRefused()
    {
        Progress progress;
        VmRequest request;
        request.image = m_image;
        request.memoryMiB = 8;
        QCOMPARE(VmLifecycle(m_host).create(request, progress).error().id, u"vm.memory-invalid"_s);
        request.memoryMiB = 512;
        request.processors = 1000;
        QCOMPARE(VmLifecycle(m_host).create(request, progress).error().id, u"vm.processors-invalid"_s);
        request.processors = 1;
        request.engine = u"vax"_s;
        QCOMPARE(VmLifecycle(m_host).create(request, progress).error().id, u"engine.unknown"_s);
        QCOMPARE(folders(u"data/vms"_s), QStringList());
    }

    void aStoppedVmCannotBePaused()
    {
        const Vm vm = create(u"one"_s).value();
        Progress progress;
        QCOMPARE(VmLifecycle(m_host).pause(vm.spec.id, progress).error().id, u"vm.state"_s);
        QCOMPARE(VmLifecycle(m_host).resume(vm.spec.id, progress).error().id, u"vm.state"_s);
        QCOMPARE(VmLifecycle(m_host).pause(u"000000000000"_s, progress).error().id, u"vm.unknown"_s);
    }

private:
    Result<Vm> create(const QString &name)
    {
        VmRequest request;
        request.name = name;
        request.image = m_image;
        Progress progress;
        return VmLifecycle(m_host).create(request, progress);
    }
    QStringList folders(const QString &below) const
    {
        return QDir(m_home->filePath(below)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    void removeWhole(const Vm &vm)
    {
        QVERIFY(QFile::exists(vm.folders.data + u"/disk.qcow2"_s));
        QVERIFY(m_host->removeTree(vm.folders.data, {}));
    }

    HostPointer m_host = std::make_shared<LocalHost>();
    std::unique_ptr<QTemporaryDir> m_home;
    Image m_image;
};

QTEST_GUILESS_MAIN(VmLifecycleTest)
#include "VmLifecycleTest.moc"
