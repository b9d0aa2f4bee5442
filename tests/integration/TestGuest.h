// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "desktop/DesktopProbe.h"
#include "hosts/LocalHost.h"
#include "vms/VmLifecycle.h"

#include <chrono>

namespace portlight {

/// A VM on this machine for one test; goes for good with this object.
class TestGuest
{
public:
    /// Makes a VM of the newest version of `image`. `ok()` is false when that failed; `problem()` says why.
    explicit TestGuest(const QString &image, int memoryMiB = 1024);
    ~TestGuest();
    TestGuest(const TestGuest &) = delete;
    TestGuest &operator=(const TestGuest &) = delete;

    [[nodiscard]] bool ok() const { return m_problem.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] HostPointer host() const { return m_host; }
    [[nodiscard]] VmLifecycle &lifecycle() { return m_lifecycle; }

    bool start();
    /// As it is at this moment.
    [[nodiscard]] Vm vm() const;
    /// All of the newest boot's console.
    [[nodiscard]] QByteArray console() const;
    /// Waits until the console shows `text` behind position `from`; false when it does not in time.
    [[nodiscard]] bool waitForConsole(const QByteArray &text, std::chrono::seconds time, qsizetype from = 0) const;
    [[nodiscard]] Result<VerifyReport> verify(std::chrono::milliseconds timeout, const QString &screenshot = {}) const;

    static constexpr int NoAnswer = -1;
    /// Runs a line as root in the guest, through its serial console; its exit code, or NoAnswer.
    /// The console stays connected: see hangUp().
    [[nodiscard]] int run(const QByteArray &line, std::chrono::seconds time = std::chrono::seconds(60));

    /// Lets go of the console. A client that is connected and does not read holds up everything the guest writes, its
    /// shutdown too.
    void hangUp();

private:
    bool logIn();
    bool waitFor(const QByteArray &text, std::chrono::seconds time);
    void type(const QByteArray &text);

    HostPointer m_host;
    VmLifecycle m_lifecycle;
    QString m_id;
    QString m_problem;
    HostSocket m_socket;
    QByteArray m_heard;
    int m_commands = 0;
};

} // namespace portlight
