// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "hosts/LocalParts.h"

#include <QByteArray>
#include <QElapsedTimer>

namespace portlight::local {

/// Sleeps until something happens to a followed file or its name: inotify, and a look now and then for file systems
/// where inotify tells nothing (inotify(7), "Limitations and caveats").
class FollowWatch
{
public:
    explicit FollowWatch(QByteArray folder);

    /// Watches this open file instead of the one before; -1: none.
    void setFile(int descriptor);
    /// Until something happens, `most` milliseconds pass, or a stop is requested. True when the file was written to.
    [[nodiscard]] bool wait(int most, const Cancellation &cancellation);

private:
    void watchFolder();
    [[nodiscard]] bool takeEvents();

    const QByteArray m_folder;
    Descriptor m_notify;
    int m_file = -1;
    bool m_fresh = true; ///< A watch is newer than the last look at the file.
    QElapsedTimer m_woken;
};

} // namespace portlight::local
