// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VerifyTargets.h"

#include "desktop/TargetParser.h"
#include "desktop/UrlProbeTarget.h"
#include "vms/VmProbeTarget.h"
#include "vms/VmStore.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

Result<std::unique_ptr<ProbeTarget>> endpointTarget(const HostPointer &host, const QString &word, QStringList &warnings)
{
    Result<DesktopTarget> target = TargetParser::parse(word);
    if (!target)
        return failure(target.error());
    warnings += target->warnings;
    return std::make_unique<UrlProbeTarget>(*std::move(target), host);
}

Result<std::unique_ptr<ProbeTarget>> targetFor(const HostPointer &host, const QString &word, QStringList &warnings,
                                               const Cancellation &cancellation)
{
    // No VM's name or id has a colon.
    if (TargetParser::isUrl(word) || word.contains(u':'))
        return endpointTarget(host, word, warnings);
    const Result<Vm> vm = VmStore(host).find(word, cancellation);
    if (vm)
        return std::make_unique<VmProbeTarget>(host, *vm);
    Error error = vm.error();
    if (error.id == "vm.unknown"_L1)
        error.hint =
            QCoreApplication::translate("VerifyTargets", "Give a VM, HOST:PORT or a URL; “portlight vm list” shows the "
                                                         "VMs.");
    return failure(error);
}

} // namespace

Result<VerifyTargets> VerifyTargets::find(const HostPointer &host, const QStringList &words,
                                          const Cancellation &cancellation)
{
    VerifyTargets found;
    for (const QString &word : words) {
        auto target = targetFor(host, word, found.warnings, cancellation);
        if (!target)
            return failure(target.error());
        found.targets.push_back(*std::move(target));
    }
    found.warnings.removeDuplicates();
    return found;
}

Result<VerifyTargets> VerifyTargets::all(const HostPointer &host, const Cancellation &cancellation)
{
    const Result<QList<Vm>> vms = VmStore(host).list(cancellation);
    if (!vms)
        return failure(vms.error());
    VerifyTargets found;
    for (const Vm &vm : *vms)
        found.targets.push_back(std::make_unique<VmProbeTarget>(host, vm));
    return found;
}

} // namespace portlight
