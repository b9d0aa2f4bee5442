// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/LocalHost.h"

#include <atomic>

namespace portlight {

/// This machine, but the n-th change or command fails (or is interrupted): for walking through every step of an
/// operation. Only what changes the host counts; reading never fails, and clean-up always works: the test is about
/// whether it is done.
class FailingHost final : public LocalHost
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

    [[nodiscard]] Result<CommandResult> run(const Command &command, const Cancellation &c) override
    {
        return change([&] { return LocalHost::run(command, c); });
    }
    [[nodiscard]] Result<void> writeFile(const QString &path, QByteArrayView bytes, int mode,
                                         const Cancellation &c) override
    {
        return change([&] { return LocalHost::writeFile(path, bytes, mode, c); });
    }
    [[nodiscard]] Result<void> makeFolder(const QString &path, int mode, const Cancellation &c) override
    {
        return change([&] { return LocalHost::makeFolder(path, mode, c); });
    }
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to, const Cancellation &c) override
    {
        return change([&] { return LocalHost::rename(from, to, c); });
    }
    [[nodiscard]] Result<void> link(const QString &target, const QString &path, const Cancellation &c) override
    {
        return change([&] { return LocalHost::link(target, path, c); });
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

    const int m_step;
    const How m_how;
    const Cancellation m_cancellation;
    std::atomic<int> m_count{0};
    std::atomic<bool> m_failed{false};
};

} // namespace portlight
