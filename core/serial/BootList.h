// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/KernelEvent.h"

#include <QString>

#include <vector>

namespace portlight {

/// Splits a log into boots at the kernels' first lines. What firmware and boot loader wrote just before belongs to the
/// new boot. Not thread-safe.
class BootList
{
public:
    /// A guest that writes banners all the time gets no more boots than this.
    static constexpr size_t MostBoots = 4096;

    struct Boot
    {
        qint64 firstLine = 0;
        qint64 banner = -1; ///< Where its kernel begins; -1 in a log that begins in the middle of a boot.
        QString kernel;
    };

    /// The log has lines, from this one on.
    void begin(qint64 line);
    /// Takes note of the next event.
    void see(const KernelEvent &event);
    /// The log begins anew (another file): what follows may be a boot loader.
    void expectBoot(qint64 line) { m_firmware = line; }
    /// A line was inserted before `line`.
    void shift(qint64 line);

    [[nodiscard]] const std::vector<Boot> &boots() const { return m_boots; }
    /// Index of the boot that `line` belongs to; -1 in an empty log.
    [[nodiscard]] int indexOf(qint64 line) const;

private:
    std::vector<Boot> m_boots;
    qint64 m_firmware = 0; ///< Since this line no kernel has spoken; -1: one is running.
};

} // namespace portlight
