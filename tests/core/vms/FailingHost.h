// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/LocalHost.h"

#include <atomic>

namespace portlight {

/// This machine, but the n-th change or command fails (or is interrupted): for walking through every step of an
/// operation. Only what changes the host counts; reading never fails.
class FailingHost final : public Host
{
public:
    enum class How { Full, Cancel };

    /// `step` counts from 1; 0 never fails. A cancelled step carries out its work first, as a real one may have.
    FailingHost(int step, How how, Cancellation cancellation)
        : m_step(step)
        , m_how(how)
        , m_cancellation(std::move(cancellation))
    {
    }

    [[nodiscard]] bool hasFailed() const { return m_failed; }

    [[nodiscard]] QString name() const override { return m_local.name(); }
    [[nodiscard]] bool isThisMachine() const override { return true; }
    [[nodiscard]] Result<CommandResult> run(const Command &command, const Cancellation &c) override
    {
        return change([&] { return m_local.run(command, c); });
    }
    [[nodiscard]] Result<HostFolders> folders(const Cancellation &c) override { return m_local.folders(c); }
    [[nodiscard]] Result<FileStatus> status(const QString &path, const Cancellation &c) override
    {
        return m_local.status(path, c);
    }
    [[nodiscard]] Result<QList<FileStatus>> list(const QString &folder, const Cancellation &c) override
    {
        return m_local.list(folder, c);
    }
    [[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 most,
                                              const Cancellation &c) override
    {
        return m_local.readFile(path, offset, most, c);
    }
    [[nodiscard]] Result<void> writeFile(const QString &path, QByteArrayView bytes, int mode,
                                         const Cancellation &c) override
    {
        return change([&] { return m_local.writeFile(path, bytes, mode, c); });
    }
    [[nodiscard]] Result<void> makeFolder(const QString &path, int mode, const Cancellation &c) override
    {
        return change([&] { return m_local.makeFolder(path, mode, c); });
    }
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to, const Cancellation &c) override
    {
        return change([&] { return m_local.rename(from, to, c); });
    }
    [[nodiscard]] Result<void> link(const QString &target, const QString &path, const Cancellation &c) override
    {
        return change([&] { return m_local.link(target, path, c); });
    }
    /// Clean-up always works here: the test is about whether it is done.
    [[nodiscard]] Result<void> removeTree(const QString &path, const Cancellation &c) override
    {
        return m_local.removeTree(path, c);
    }
    [[nodiscard]] Result<qint64> freeSpace(const QString &path, const Cancellation &c) override
    {
        return m_local.freeSpace(path, c);
    }
    [[nodiscard]] Result<void> follow(const QString &path, qint64 offset, const FollowSink &sink,
                                      const Cancellation &c) override
    {
        return m_local.follow(path, offset, sink, c);
    }
    [[nodiscard]] Result<HostSocket> connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                                                const Cancellation &c) override
    {
        return m_local.connectTcp(address, port, deadline, c);
    }
    [[nodiscard]] Result<HostSocket> connectUnix(const QString &path, QDeadlineTimer deadline,
                                                 const Cancellation &c) override
    {
        return m_local.connectUnix(path, deadline, c);
    }
    [[nodiscard]] Result<std::unique_ptr<HostLock>> lock(const QString &path, QDeadlineTimer deadline,
                                                         const Cancellation &c) override
    {
        return m_local.lock(path, deadline, c);
    }

private:
    template <typename Work>
    auto change(const Work &work) -> decltype(work())
    {
        if (++m_count != m_step)
            return work();
        m_failed = true;
        if (m_how == How::Full)
            return failure(ErrorKind::Unreachable, QStringLiteral("disk.full"), QStringLiteral("full"));
        m_cancellation.request();
        return work();
    }

    LocalHost m_local;
    const int m_step;
    const How m_how;
    const Cancellation m_cancellation;
    std::atomic<int> m_count{0};
    std::atomic<bool> m_failed{false};
};

} // namespace portlight
