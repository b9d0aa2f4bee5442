// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of LocalHost that deserve a file of their own. Promises and errors are those of the Host functions.

#include "hosts/Host.h"

namespace portlight::local {

/// A descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd = -1)
        : m_fd(fd)
    {
    }
    ~Descriptor() { reset(); }
    Descriptor(Descriptor &&other) noexcept
        : m_fd(other.release())
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        if (this != &other)
            reset(other.release());
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isValid() const { return m_fd >= 0; }
    [[nodiscard]] int release();
    void reset(int fd = -1);

private:
    int m_fd;
};

[[nodiscard]] Result<CommandResult> runCommand(const Command &command, const Cancellation &cancellation);

[[nodiscard]] Result<void> followFile(const QString &path, qint64 offset, const Host::FollowSink &sink,
                                      const Cancellation &cancellation);

[[nodiscard]] Result<HostSocket> connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                                            const Cancellation &cancellation);
[[nodiscard]] Result<HostSocket> connectUnix(const QString &path, QDeadlineTimer deadline,
                                             const Cancellation &cancellation);

[[nodiscard]] Result<std::unique_ptr<HostLock>> lockFile(const QString &path, QDeadlineTimer deadline,
                                                         const Cancellation &cancellation);

} // namespace portlight::local
