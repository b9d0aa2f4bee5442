// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/LocalHost.h"

#include <atomic>

namespace portlight {

/// This machine in disguise: it says that it is another one, and resolves every name to its own loopback.
class RemoteLikeHost final : public LocalHost
{
public:
    [[nodiscard]] int connects() const { return m_connects; }

    [[nodiscard]] QString name() const override { return QStringLiteral("elsewhere"); }
    [[nodiscard]] bool isThisMachine() const override { return false; }
    [[nodiscard]] Result<HostSocket> connectTcp(const QString & /*address*/, quint16 port, QDeadlineTimer deadline,
                                                const Cancellation &cancellation) override
    {
        ++m_connects;
        return LocalHost::connectTcp(QStringLiteral("127.0.0.1"), port, deadline, cancellation);
    }

private:
    std::atomic_int m_connects = 0;
};

} // namespace portlight
