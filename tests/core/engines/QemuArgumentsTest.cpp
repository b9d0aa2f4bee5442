// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/QemuArguments.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

VmSpec spec()
{
    VmSpec spec;
    spec.id = u"3f9c0a1b77de"_s;
    spec.name = u"demo"_s;
    spec.rootDisk = u"/images/rootfs.ext4"_s;
    spec.kernel = u"/images/vmlinuz"_s;
    spec.initrd = u"/images/initrd.img"_s;
    spec.bootArguments = u"console=ttyS0 reboot=k panic=1 root=/dev/vda rw"_s;
    spec.memoryMiB = 768;
    spec.processors = 3;
    return spec;
}

MachineRecord record()
{
    MachineRecord record;
    record.boot = 4;
    record.port = 23456;
    record.accelerator = u"tcg"_s;
    record.tscKiloHertz = 2596122;
    return record;
}

QString valueOf(const QStringList &words, const QString &option)
{
    const auto at = words.indexOf(option);
    return at < 0 ? QString() : words.value(at + 1);
}

} // namespace

class QemuArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesTheMachine()
    {
        const QStringList words = qemuArguments(spec(), {u"/data"_s, u"/run"_s}, record());
        QVERIFY(valueOf(words, u"-M"_s).startsWith(u"microvm,acpi=on"_s));
        QCOMPARE(valueOf(words, u"-m"_s), u"768"_s);
        QCOMPARE(valueOf(words, u"-smp"_s), u"3"_s);
        QCOMPARE(valueOf(words, u"-kernel"_s), u"/images/vmlinuz"_s);
        QCOMPARE(valueOf(words, u"-initrd"_s), u"/images/initrd.img"_s);
        QVERIFY(valueOf(words, u"-drive"_s).endsWith(u"file=/data/disk.qcow2"_s));
        QVERIFY(words.contains(u"-no-reboot"_s));
        QVERIFY(words.join(u' ').contains(u"logfile=/run/serial-console-4.log"_s));
    }

    void onlyLoopbackIsForwarded()
    {
        const QString net = valueOf(qemuArguments(spec(), {u"/d"_s, u"/r"_s}, record()), u"-netdev"_s);
        QCOMPARE(net, u"user,id=net,hostfwd=tcp:127.0.0.1:23456-:6080"_s);
    }

    void emulationGetsTheTrueClockAndKvmDoesNot()
    {
        QVERIFY(qemuBootArguments(spec(), record()).endsWith(u"tsc_early_khz=2596122"_s));
        MachineRecord kvm = record();
        kvm.accelerator = u"kvm"_s;
        kvm.tscKiloHertz = 0;
        QCOMPARE(qemuBootArguments(spec(), kvm), spec().bootArguments);
        QCOMPARE(valueOf(qemuArguments(spec(), {u"/d"_s, u"/r"_s}, kvm), u"-accel"_s), u"kvm"_s);
    }

    void anImageWithoutArgumentsStillTalks()
    {
        VmSpec bare = spec();
        bare.bootArguments.clear();
        const QStringList words = qemuBootArguments(bare, record()).split(u' ');
        QVERIFY(words.contains(u"console=ttyS0"_s));
        QVERIFY(words.contains(u"root=/dev/vda"_s));
    }

    void debugBootTalksMore()
    {
        VmSpec loud = spec();
        loud.debugBoot = true;
        QVERIFY(qemuBootArguments(loud, record()).contains(u"systemd.log_level=debug"_s));
        QVERIFY(!qemuBootArguments(spec(), record()).contains(u"debug"_s));
    }

    void commasInPathsAreEscaped()
    {
        const QStringList words = qemuArguments(spec(), {u"/a,b"_s, u"/c,d"_s}, record());
        QVERIFY(valueOf(words, u"-drive"_s).endsWith(u"file=/a,,b/disk.qcow2"_s));
        QVERIFY(words.join(u' ').contains(u"path=/c,,d/console.sock"_s));
        QCOMPARE(valueOf(words, u"-pidfile"_s), u"/c,d/qemu.pid"_s); // a plain value: no comma syntax there
    }

    void theMacAddressIsStable()
    {
        const QStringList words = qemuArguments(spec(), {u"/d"_s, u"/r"_s}, record());
        QVERIFY(words.contains(u"virtio-net-device,netdev=net,mac=52:54:00:3f:9c:0a"_s));
    }
};

QTEST_GUILESS_MAIN(QemuArgumentsTest)
#include "QemuArgumentsTest.moc"
