// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmService.h"

namespace portlight {

/// The real one: the core's VM lifecycle, image store and probe on one host.
class HostVmService final : public VmService
{
public:
    explicit HostVmService(HostPointer host);

    [[nodiscard]] HostPointer host() const override { return m_host; }
    [[nodiscard]] Result<HostFacts> hostFacts(const Cancellation &cancellation) override;
    [[nodiscard]] Result<QList<Vm>> list(const Cancellation &cancellation) override;
    [[nodiscard]] Result<Vm> create(const VmRequest &request, Progress &progress) override;
    [[nodiscard]] Result<Vm> start(const QString &id, Progress &progress) override;
    [[nodiscard]] Result<Vm> stop(const QString &id, bool force, Progress &progress) override;
    [[nodiscard]] Result<Vm> restart(const QString &id, Progress &progress) override;
    [[nodiscard]] Result<Vm> pause(const QString &id, Progress &progress) override;
    [[nodiscard]] Result<Vm> resume(const QString &id, Progress &progress) override;
    [[nodiscard]] Result<TrashedVm> destroy(const QString &id, Progress &progress) override;
    [[nodiscard]] Result<QList<TrashedVm>> trash(const Cancellation &cancellation) override;
    [[nodiscard]] Result<Vm> undestroy(const QString &id, const QString &newName, Progress &progress) override;
    [[nodiscard]] Result<qint64> diskUsage(const Vm &vm, const Cancellation &cancellation) override;
    [[nodiscard]] Result<QList<Image>> images(const Cancellation &cancellation) override;
    [[nodiscard]] Result<Image> buildImage(const QString &recipe, Progress &progress) override;
    [[nodiscard]] Result<VerifyReport> probe(const QString &id, const ProbeOptions &options,
                                             Progress &progress) override;

private:
    HostPointer m_host;
    VmLifecycle m_lifecycle;
};

} // namespace portlight
