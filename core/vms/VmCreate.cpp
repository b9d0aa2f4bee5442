// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/EngineRegistry.h"
#include "vms/VmLifecycle.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int defaultMemoryMiB = 1024;
constexpr int leastMemoryMiB = 256;
constexpr int defaultProcessors = 2;
constexpr int mostProcessors = 32;

QString newId()
{
    return u"%1"_s.arg(QRandomGenerator::system()->generate64() & 0xffff'ffff'ffffULL, 12, 16, QLatin1Char('0'));
}

bool isTaken(const QList<Vm> &vms, const QString &name)
{
    return std::any_of(vms.begin(), vms.end(), [&name](const Vm &vm) { return vm.spec.name == name; });
}

QString freeName(const QList<Vm> &vms, const QString &base)
{
    for (int number = 1;; ++number) {
        QString name = u"%1-%2"_s.arg(base).arg(number);
        if (!isTaken(vms, name))
            return name;
    }
}

Result<void> checkRequest(const VmRequest &request)
{
    if (!request.name.isEmpty() && !VmRequest::isValidName(request.name))
        return failure(ErrorKind::Usage, u"vm.name-invalid"_s,
                       QCoreApplication::translate("VmLifecycle", "“%1” cannot be the name of a VM.").arg(request.name),
                       QCoreApplication::translate(
                           "VmLifecycle",
                           "Use up to 63 letters, digits, dots, dashes and underscores, beginning with a letter or "
                           "digit, and nothing that looks like an id of 12 hex digits."));
    if (request.memoryMiB != 0 && request.memoryMiB < leastMemoryMiB)
        return failure(
            ErrorKind::Usage, u"vm.memory-invalid"_s,
            QCoreApplication::translate("VmLifecycle", "A VM needs at least %1 MiB of memory.").arg(leastMemoryMiB));
    if (request.processors < 0 || request.processors > mostProcessors)
        return failure(ErrorKind::Usage, u"vm.processors-invalid"_s,
                       QCoreApplication::translate("VmLifecycle", "A VM has 1 to %1 processors.").arg(mostProcessors));
    return {};
}

VmSpec specFor(const VmRequest &request, const QString &name)
{
    VmSpec spec;
    spec.id = newId();
    spec.name = name;
    spec.engine = request.engine.isEmpty() ? engineIds().first() : request.engine;
    spec.image = request.image.name;
    spec.imageVersion = request.image.version;
    spec.rootDisk = request.image.rootDisk;
    spec.kernel = request.image.kernel;
    spec.initrd = request.image.initrd;
    spec.bootArguments = request.image.bootArguments;
    spec.memoryMiB = request.memoryMiB > 0 ? request.memoryMiB : defaultMemoryMiB;
    spec.processors = request.processors > 0 ? request.processors : defaultProcessors;
    spec.debugBoot = request.debugBoot;
    spec.created = QDateTime::currentDateTimeUtc();
    spec.creating = true;
    return spec;
}

/// One create after its name was found free. Removes what it made unless it was completed.
class Creation
{
public:
    Creation(HostPointer host, const VmStore &store, VmSpec spec)
        : m_host(std::move(host))
        , m_store(store)
        , m_spec(std::move(spec))
    {
    }
    ~Creation()
    {
        if (m_completed || m_folders.data.isEmpty())
            return;
        const Cancellation never; // what was half-made goes even when somebody is impatient
        (void)m_host->removeTree(m_folders.data, never);
    }
    Creation(const Creation &) = delete;
    Creation &operator=(const Creation &) = delete;

    /// Leaves a folder that says "being created", under the VM's lock.
    Result<void> begin(const Cancellation &cancellation)
    {
        auto lock = m_store.lock(m_spec.id, cancellation);
        if (!lock)
            return failure(lock.error());
        m_lock = *std::move(lock);
        const auto folders = m_store.foldersOf(m_spec.id, cancellation);
        if (!folders)
            return failure(folders.error());
        m_folders = *folders;
        if (auto made = m_host->makeFolder(m_folders.data, 0700, cancellation); !made)
            return made;
        return m_store.write(m_spec, cancellation);
    }

    Result<Vm> complete(const Engine &engine, const Cancellation &cancellation)
    {
        if (auto disk = engine.makeDisk(*m_host, m_spec, m_folders, cancellation); !disk)
            return failure(disk.error());
        if (cancellation.isRequested())
            return failure(cancelledError());
        m_spec.creating = false;
        if (auto written = m_store.write(m_spec, cancellation); !written)
            return failure(written.error());
        auto vm = m_store.look(m_spec, cancellation);
        m_completed = vm.has_value();
        return vm;
    }

private:
    HostPointer m_host;
    const VmStore &m_store;
    VmSpec m_spec;
    VmFolders m_folders;
    std::unique_ptr<HostLock> m_lock;
    bool m_completed = false;
};

} // namespace

bool VmRequest::isValidName(const QString &name)
{
    static const QRegularExpression valid(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"_s);
    static const QRegularExpression looksLikeId(u"^[0-9a-f]{12}$"_s);
    // \n before the end would match $.
    return valid.match(name).hasMatch() && !name.endsWith(u'\n') && !looksLikeId.match(name).hasMatch();
}

Result<Vm> VmLifecycle::create(const VmRequest &request, Progress &progress)
{
    const Cancellation &cancellation = progress.cancellation();
    progress.begin({{QCoreApplication::translate("VmLifecycle", "Making the VM"), 1}});
    progress.next();
    if (auto fine = checkRequest(request); !fine)
        return failure(fine.error());
    const auto engine = engineById(request.engine.isEmpty() ? engineIds().first() : request.engine);
    if (!engine)
        return failure(engine.error());
    if (auto ready = (*engine)->checkHost(*m_host, cancellation); !ready)
        return failure(ready.error());

    auto names = m_store.lockNames(cancellation);
    if (!names)
        return failure(names.error());
    const auto vms = m_store.list(cancellation);
    if (!vms)
        return failure(vms.error());
    if (isTaken(*vms, request.name))
        return failure(ErrorKind::Usage, u"vm.name-taken"_s,
                       QCoreApplication::translate("VmLifecycle", "There is a VM named %1 already.").arg(request.name),
                       QCoreApplication::translate("VmLifecycle", "Choose another name."));
    const QString name = request.name.isEmpty() ? freeName(*vms, request.image.name) : request.name;
    Creation creation(m_host, m_store, specFor(request, name));
    if (auto begun = creation.begin(cancellation); !begun)
        return failure(begun.error());
    names->reset(); // the name is visible to others from here on

    auto vm = creation.complete(**engine, cancellation);
    if (vm)
        progress.finish();
    return vm;
}

} // namespace portlight
