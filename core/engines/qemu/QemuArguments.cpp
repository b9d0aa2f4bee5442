// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/QemuArguments.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// QEMU ends a value at a comma unless it is doubled.
QString escaped(QString value)
{
    return value.replace(u',', u",,"_s);
}

/// A locally administered address made from the VM's id, so that a restart keeps it.
QString macAddress(const QString &id)
{
    QString mac = u"52:54:00"_s;
    for (int i = 0; i < 6; i += 2)
        mac += u':' + id.mid(i, 2);
    return mac;
}

QStringList machine(const QString &accelerator)
{
    const bool kvm = accelerator == u"kvm";
    // ACPI describes the virtio devices (Debian's cloud kernel takes none from its command line) and has the power
    // button.
    return {u"-M"_s,     u"microvm,acpi=on,pit=on,pic=on,rtc=on,isa-serial=on,x-option-roms=off"_s,
            u"-accel"_s, kvm ? u"kvm"_s : u"tcg,thread=multi,tb-size=256"_s,
            u"-cpu"_s,   kvm ? u"host"_s : u"max"_s};
}

QStringList common()
{
    // A guest that reboots ends the process, as it does under Firecracker: one process, one boot, one console file.
    return {u"-nodefaults"_s, u"-no-user-config"_s, u"-display"_s, u"none"_s, u"-no-reboot"_s};
}

} // namespace

QString qemuBootArguments(const VmSpec &spec, const MachineRecord &record)
{
    QStringList words = spec.bootArguments.split(u' ', Qt::SkipEmptyParts);
    if (!spec.bootArguments.contains(u"console="_s))
        words << u"console=ttyS0"_s;
    if (!spec.bootArguments.contains(u"root="_s))
        words << u"root=/dev/vda"_s << u"rw"_s;
    // Under emulation on a busy machine the kernel's calibration of the time stamp counter fails now and then, the
    // timer that is calibrated against it never ticks, and the boot stops dead. The true frequency, given, avoids both.
    if (record.tscKiloHertz > 0)
        words << u"tsc_early_khz=%1"_s.arg(record.tscKiloHertz);
    if (spec.debugBoot)
        words << u"systemd.log_level=debug"_s << u"systemd.log_target=console"_s << u"loglevel=7"_s;
    return words.join(u' ');
}

QStringList qemuArguments(const VmSpec &spec, const VmFolders &folders, const MachineRecord &record)
{
    QStringList words{u"-name"_s, u"portlight-%1"_s.arg(spec.id)};
    words << machine(record.accelerator) << common();
    words << u"-m"_s << QString::number(spec.memoryMiB) << u"-smp"_s << QString::number(spec.processors);
    words << u"-kernel"_s << spec.kernel;
    if (!spec.initrd.isEmpty())
        words << u"-initrd"_s << spec.initrd;
    words << u"-append"_s << qemuBootArguments(spec, record);
    words << u"-drive"_s
          << u"id=root,if=none,format=qcow2,cache=writeback,discard=unmap,detect-zeroes=unmap,file="_s +
                 escaped(qemu::disk(folders))
          << u"-device"_s << u"virtio-blk-device,drive=root"_s;
    words << u"-netdev"_s << u"user,id=net,hostfwd=tcp:127.0.0.1:%1-:6080"_s.arg(record.port) << u"-device"_s
          << u"virtio-net-device,netdev=net,mac="_s + macAddress(spec.id);
    words << u"-object"_s << u"rng-random,id=entropy,filename=/dev/urandom"_s << u"-device"_s
          << u"virtio-rng-device,rng=entropy"_s;
    words << u"-chardev"_s
          << u"socket,id=console,server=on,wait=off,path=%1,logfile=%2,logappend=on"_s.arg(
                 escaped(qemu::consoleSocket(folders)), escaped(qemu::consoleLog(folders, record.boot)))
          << u"-serial"_s << u"chardev:console"_s;
    words << u"-chardev"_s << u"socket,id=control,server=on,wait=off,path="_s + escaped(qemu::controlSocket(folders))
          << u"-mon"_s << u"chardev=control,mode=control"_s;
    words << u"-pidfile"_s << qemu::pidFile(folders);
    words << u"-sandbox"_s << u"on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"_s;
    return words;
}

QStringList qemuTrialArguments(const QString &kernel, const QString &accelerator)
{
    return QStringList{} << machine(accelerator) << common() << u"-m"_s << u"256"_s << u"-kernel"_s << kernel
                         << u"-append"_s << u"console=ttyS0 panic=-1 reboot=t"_s << u"-serial"_s << u"stdio"_s;
}

} // namespace portlight
