// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/HostVmService.h"

#include "engines/EngineRegistry.h"
#include "images/ImageBuilder.h"
#include "images/ImageStore.h"
#include "vms/VmProbeTarget.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 mostProcBytes = 1024 * 1024;

/// "MemAvailable:   22020096 kB" of /proc/meminfo, in bytes; 0 when it is not there.
qint64 availableMemory(Host &host, const Cancellation &cancellation)
{
    const auto text = host.readFile(u"/proc/meminfo"_s, 0, mostProcBytes, cancellation);
    if (!text)
        return 0;
    for (const QByteArray &line : text->split('\n')) {
        if (line.startsWith("MemAvailable:"))
            return line.mid(13).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

int processorCount(Host &host, const Cancellation &cancellation)
{
    const auto text = host.readFile(u"/proc/cpuinfo"_s, 0, mostProcBytes, cancellation);
    int count = 0;
    if (text) {
        for (const QByteArray &line : text->split('\n'))
            count += line.startsWith("processor") ? 1 : 0;
    }
    return count;
}

} // namespace

HostVmService::HostVmService(HostPointer host)
    : m_host(host)
    , m_lifecycle(std::move(host))
{
}

Result<HostFacts> HostVmService::hostFacts(const Cancellation &cancellation)
{
    HostFacts facts;
    const auto engine = engineById(engineIds().value(0));
    const Result<void> check = engine ? (*engine)->checkHost(*m_host, cancellation) : failure(engine.error());
    facts.engineFound = check.has_value();
    if (!check) {
        facts.engineProblem = check.error().summary;
        facts.engineHint = check.error().hint;
    }
    const auto folders = m_host->folders(cancellation);
    if (!folders)
        return failure(folders.error());
    facts.diskFree = m_host->freeSpace(folders->data, cancellation).value_or(0);
    facts.memoryFree = availableMemory(*m_host, cancellation);
    facts.processors = processorCount(*m_host, cancellation);
    return facts;
}

Result<QList<Vm>> HostVmService::list(const Cancellation &cancellation)
{
    return m_lifecycle.store().list(cancellation);
}

Result<Vm> HostVmService::create(const VmRequest &request, Progress &progress)
{
    return m_lifecycle.create(request, progress);
}

Result<Vm> HostVmService::start(const QString &id, Progress &progress)
{
    return m_lifecycle.start(id, progress);
}

Result<Vm> HostVmService::stop(const QString &id, bool force, Progress &progress)
{
    StopOptions options;
    options.force = force;
    auto stopped = m_lifecycle.stop(id, options, progress);
    if (!stopped)
        return failure(stopped.error());
    return stopped->vm;
}

Result<Vm> HostVmService::restart(const QString &id, Progress &progress)
{
    return m_lifecycle.restart(id, {}, progress);
}

Result<Vm> HostVmService::pause(const QString &id, Progress &progress)
{
    return m_lifecycle.pause(id, progress);
}

Result<Vm> HostVmService::resume(const QString &id, Progress &progress)
{
    return m_lifecycle.resume(id, progress);
}

Result<TrashedVm> HostVmService::destroy(const QString &id, Progress &progress)
{
    return m_lifecycle.destroy(id, progress);
}

Result<QList<TrashedVm>> HostVmService::trash(const Cancellation &cancellation)
{
    return m_lifecycle.store().trash(cancellation);
}

Result<Vm> HostVmService::undestroy(const QString &id, const QString &newName, Progress &progress)
{
    return m_lifecycle.undestroy(id, newName, progress);
}

Result<qint64> HostVmService::diskUsage(const Vm &vm, const Cancellation &cancellation)
{
    const auto files = m_host->list(vm.folders.data, cancellation);
    if (!files)
        return failure(files.error());
    qint64 bytes = 0;
    for (const FileStatus &file : *files)
        bytes += file.allocated;
    return bytes;
}

Result<QList<Image>> HostVmService::images(const Cancellation &cancellation)
{
    return ImageStore(m_host).list(cancellation);
}

Result<Image> HostVmService::buildImage(const QString &recipeName, Progress &progress)
{
    const auto recipe = Recipe::load(recipeName);
    if (!recipe)
        return failure(recipe.error());
    return ImageBuilder::build(m_host, *recipe, {}, progress);
}

Result<VerifyReport> HostVmService::probe(const QString &id, const ProbeOptions &options, Progress &progress)
{
    const auto vm = m_lifecycle.store().find(id, progress.cancellation());
    if (!vm)
        return failure(vm.error());
    return probeDesktop(VmProbeTarget(m_host, *vm), options, progress);
}

} // namespace portlight
