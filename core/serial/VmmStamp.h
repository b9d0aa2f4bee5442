// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace portlight {

/// What Firecracker puts in front of the lines of its own log: "2026-11-22T23:15:38.141797792 [anonymous-instance:main]
/// ", with show_level and show_log_origin "[anonymous-instance:fc_vcpu 0:WARN:src/vmm/src/vstate/vcpu/mod.rs:392] ".
/// The same in Firecracker 1.5 to 1.17. As it shares the stream with the guest, it can stand anywhere in a line.
class VmmStamp
{
public:
    /// Where the first stamp at or behind `from` begins; -1 for none. A stamp never spans a line feed.
    [[nodiscard]] static qsizetype find(QByteArrayView bytes, qsizetype from = 0);
};

} // namespace portlight
