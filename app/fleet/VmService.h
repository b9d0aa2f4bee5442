// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "desktop/DesktopProbe.h"
#include "hosts/Host.h"
#include "images/Image.h"
#include "images/Recipe.h"
#include "vms/Vm.h"
#include "vms/VmLifecycle.h"

#include <memory>

namespace portlight {

/// What the window says about the machine it works on.
struct HostFacts
{
    bool engineFound = false;
    QString engineProblem; ///< Translated, when it was not found.
    QString engineHint;    ///< Translated: what to do about it.
    qint64 diskFree = 0;   ///< Bytes.
    qint64 memoryFree = 0; ///< Bytes; 0: not known.
    int processors = 0;    ///< 0: not known.
};

/// Everything the window does to VMs and images, in one place that tests can replace. All functions block and may be
/// called from any thread at once; the window calls them in jobs only.
class VmService
{
public:
    virtual ~VmService() = default;

    [[nodiscard]] virtual HostPointer host() const = 0;
    [[nodiscard]] virtual Result<HostFacts> hostFacts(const Cancellation &cancellation) = 0;

    [[nodiscard]] virtual Result<QList<Vm>> list(const Cancellation &cancellation) = 0;
    [[nodiscard]] virtual Result<Vm> create(const VmRequest &request, Progress &progress) = 0;
    [[nodiscard]] virtual Result<Vm> start(const QString &id, Progress &progress) = 0;
    [[nodiscard]] virtual Result<Vm> stop(const QString &id, bool force, Progress &progress) = 0;
    [[nodiscard]] virtual Result<Vm> restart(const QString &id, Progress &progress) = 0;
    [[nodiscard]] virtual Result<Vm> pause(const QString &id, Progress &progress) = 0;
    [[nodiscard]] virtual Result<Vm> resume(const QString &id, Progress &progress) = 0;
    [[nodiscard]] virtual Result<TrashedVm> destroy(const QString &id, Progress &progress) = 0;
    [[nodiscard]] virtual Result<QList<TrashedVm>> trash(const Cancellation &cancellation) = 0;
    [[nodiscard]] virtual Result<Vm> undestroy(const QString &id, const QString &newName, Progress &progress) = 0;
    /// Bytes that a VM's own files take on disk.
    [[nodiscard]] virtual Result<qint64> diskUsage(const Vm &vm, const Cancellation &cancellation) = 0;

    [[nodiscard]] virtual Result<QList<Image>> images(const Cancellation &cancellation) = 0;
    /// `recipe`: a built-in one, e.g. "desktop".
    [[nodiscard]] virtual Result<Image> buildImage(const QString &recipe, Progress &progress) = 0;

    [[nodiscard]] virtual Result<VerifyReport> probe(const QString &id, const ProbeOptions &options,
                                                     Progress &progress) = 0;
};

using VmServicePointer = std::shared_ptr<VmService>;

} // namespace portlight
