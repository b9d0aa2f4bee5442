// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "engines/VmSpec.h"
#include "hosts/Host.h"

#include <chrono>
#include <memory>
#include <optional>

namespace portlight {

/// The two folders of one VM on its host. Both exist while an engine works on the VM.
struct VmFolders
{
    QString data;    ///< vm.json and the disk; survives a restart of the host.
    QString runtime; ///< Sockets, console files, process id; may be gone after a restart of the host.
};

/// What an engine finds when it looks at a VM's process.
struct MachineStatus
{
    enum class Process { None, Starting, Running, Paused };
    Process process = Process::None;
    qint64 pid = 0;
    std::optional<int> exitCode; ///< Of the last run, where the process is gone and left one.
    QString address;             ///< How the host reaches the guest's port 6080. Empty: unknown.
    quint16 port = 0;
    bool openToOtherUsers = false; ///< Other users of the host reach that port too.
    QString accelerator;           ///< "kvm" or "tcg", empty when not running.
    QString acceleratorNote;       ///< Translated: why it is not the faster one. May be empty.
    QString consoleLog;            ///< The newest boot's file. Empty before the first start.
    QString consoleSocket;         ///< For the interactive console. Empty when not running.
    QDateTime started;             ///< UTC, of the last start.
};

struct StopOptions
{
    std::chrono::milliseconds patience{20'000}; ///< How long the guest may take to shut down by itself.
    bool force = false;                         ///< Do not ask the guest.
};

/// How a machine was brought to a stop.
enum class StopMethod { WasNotRunning, GuestShutDown, Quit, Terminated, Killed };

/// What differs between hypervisors, and nothing else. Works on any host through Host; keeps no state of its own, so
/// one object serves all VMs and threads.
class Engine
{
public:
    virtual ~Engine() = default;

    /// Stable id used in vm.json and JSON output.
    [[nodiscard]] virtual QString id() const = 0;

    /// Are the tools there? Error kind Unreachable, "engine.missing-tool", names the package.
    [[nodiscard]] virtual Result<void> checkHost(Host &host, const Cancellation &cancellation) const = 0;

    /// Makes the VM's copy-on-write disk in folders.data, well under a second and without a full copy.
    [[nodiscard]] virtual Result<void> makeDisk(Host &host, const VmSpec &spec, const VmFolders &folders,
                                                const Cancellation &cancellation) const = 0;

    /// Starts the process, which outlives Portlight, with a new console file (spec.boots is its number), and returns
    /// when the machine runs. On failure and cancellation nothing is left running.
    [[nodiscard]] virtual Result<MachineStatus> start(Host &host, const VmSpec &spec, const VmFolders &folders,
                                                      Progress &progress) const = 0;

    [[nodiscard]] virtual Result<MachineStatus> status(Host &host, const VmSpec &spec, const VmFolders &folders,
                                                       const Cancellation &cancellation) const = 0;

    [[nodiscard]] virtual Result<void> pause(Host &host, const VmSpec &spec, const VmFolders &folders,
                                             const Cancellation &cancellation) const = 0;
    [[nodiscard]] virtual Result<void> resume(Host &host, const VmSpec &spec, const VmFolders &folders,
                                              const Cancellation &cancellation) const = 0;

    /// Asks the guest, waits, then ends the process in growing severity. Says which one worked.
    [[nodiscard]] virtual Result<StopMethod> stop(Host &host, const VmSpec &spec, const VmFolders &folders,
                                                  const StopOptions &options, Progress &progress) const = 0;
};

} // namespace portlight
