// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/BootList.h"

#include "serial/KernelStamp.h"

#include <algorithm>

namespace portlight {

bool BootList::see(qint64 line, QByteArrayView plainText)
{
    if (m_boots.empty())
        m_boots.push_back({line, {}});
    const auto stamp = KernelStamp::read(plainText);
    if (!stamp)
        return false;
    const QString kernel = *stamp < 1'000'000 ? KernelStamp::bannerVersion(plainText) : QString();
    if (kernel.isEmpty()) {
        m_firmware = KernelStamp::isGoodbye(plainText) ? line + 1 : -1;
        return false;
    }
    const qint64 first = m_firmware >= 0 ? m_firmware : line;
    m_firmware = -1;
    if (m_boots.back().firstLine == first)
        m_boots.back().kernel = kernel;
    else if (m_boots.size() < MostBoots)
        m_boots.push_back({first, kernel});
    return true;
}

int BootList::indexOf(qint64 line) const
{
    const auto next = std::upper_bound(m_boots.begin(), m_boots.end(), line,
                                       [](qint64 at, const Boot &boot) { return at < boot.firstLine; });
    return int(next - m_boots.begin()) - 1;
}

} // namespace portlight
