// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/KvmCheck.h"

#include "engines/qemu/QemuArguments.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// With KVM a kernel asks for its root file system within a second or two.
constexpr std::chrono::seconds trialTime{8};

QString bootId(Host &host, const Cancellation &cancellation)
{
    const auto id = host.readFile(u"/proc/sys/kernel/random/boot_id"_s, 0, 64, cancellation);
    return id ? QString::fromLatin1(id->trimmed()) : QString();
}

bool mayOpenKvm(Host &host, const Cancellation &cancellation)
{
    const auto answer = host.run(
        {.program = u"test"_s, .arguments = {u"-r"_s, u"/dev/kvm"_s, u"-a"_s, u"-w"_s, u"/dev/kvm"_s}}, cancellation);
    return answer && answer->succeeded();
}

Result<bool> guestBoots(Host &host, const QString &kernel, const Cancellation &cancellation)
{
    Command trial;
    trial.program = QString::fromLatin1(qemuProgram);
    trial.arguments = qemuTrialArguments(kernel, u"kvm"_s);
    trial.timeout = trialTime;
    trial.outputLimit = 1024 * 1024;
    QByteArray console;
    trial.onOutput = [&console](Command::Channel, QByteArrayView bytes) {
        if (console.size() < 1024 * 1024)
            console.append(bytes);
    };
    const auto ended = host.run(trial, cancellation);
    // Silence until the time limit is an answer; a host that cannot be reached or a missing program is none.
    if (!ended && ended.error().id != u"command.timeout")
        return failure(ended.error());
    return console.contains("Unable to mount root fs");
}

Accelerator emulation(const QString &why)
{
    return {u"tcg"_s, why};
}

QString withoutKvm()
{
    return QCoreApplication::translate("KvmCheck",
                                       "Software emulation: /dev/kvm is missing or may not be opened by this user.");
}

QString brokenKvm()
{
    return QCoreApplication::translate(
        "KvmCheck", "Software emulation: /dev/kvm opens, but no guest boots with it on this machine.");
}

/// "It works" holds for every kernel; "it does not" may be that kernel's own fault.
std::optional<bool> remembered(Host &host, const QString &path, const QString &boot, const QString &kernel,
                               const Cancellation &cancellation)
{
    const auto bytes = host.readFile(path, 0, 4096, cancellation);
    const QJsonObject kept = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    if (boot.isEmpty() || kept.value(u"boot_id").toString() != boot)
        return std::nullopt;
    const bool boots = kept.value(u"guest_boots").toBool();
    if (!boots && kept.value(u"kernel").toString() != kernel)
        return std::nullopt;
    return boots;
}

} // namespace

Result<Accelerator> chooseAccelerator(Host &host, const QString &kernel, const Cancellation &cancellation)
{
    const QString forced = qEnvironmentVariable("PORTLIGHT_ACCELERATOR");
    if (forced == u"kvm" || forced == u"tcg")
        return Accelerator{forced, {}};
    if (!mayOpenKvm(host, cancellation))
        return emulation(withoutKvm());
    const auto folders = host.folders(cancellation);
    if (!folders)
        return failure(folders.error());
    const QString path = folders->cache + u"/kvm.json"_s;
    const QString boot = bootId(host, cancellation);
    auto boots = remembered(host, path, boot, kernel, cancellation);
    if (!boots) {
        const auto tried = guestBoots(host, kernel, cancellation);
        if (!tried)
            return failure(tried.error());
        boots = *tried;
        const QJsonObject kept{{u"boot_id"_s, boot}, {u"guest_boots"_s, *boots}, {u"kernel"_s, kernel}};
        // Not kept: the next start checks again, which only takes time.
        if (host.makeFolder(folders->cache, 0700, cancellation))
            (void)host.writeFile(path, QJsonDocument(kept).toJson(), 0600, cancellation);
    }
    return *boots ? Accelerator{u"kvm"_s, {}} : emulation(brokenKvm());
}

} // namespace portlight
