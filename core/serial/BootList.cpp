// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/BootList.h"

#include <algorithm>

namespace portlight {

void BootList::begin(qint64 line)
{
    if (m_boots.empty())
        m_boots.push_back({line, -1, {}});
}

void BootList::see(const KernelEvent &event)
{
    if (event.kind == KernelEvent::Kind::CutStamp || event.kind == KernelEvent::Kind::Repeated)
        return;
    if (event.kind != KernelEvent::Kind::Banner) {
        m_firmware = event.kind == KernelEvent::Kind::Goodbye ? event.line + 1 : -1;
        return;
    }
    const qint64 first = m_firmware >= 0 ? m_firmware : event.line;
    m_firmware = -1;
    if (!m_boots.empty() && m_boots.back().firstLine >= first)
        m_boots.back() = {m_boots.back().firstLine, event.line, event.kernel};
    else if (m_boots.size() < MostBoots)
        m_boots.push_back({first, event.line, event.kernel});
}

void BootList::shift(qint64 line)
{
    for (auto boot = m_boots.rbegin(); boot != m_boots.rend() && boot->banner >= line; ++boot) {
        ++boot->banner;
        boot->firstLine += boot->firstLine >= line ? 1 : 0;
    }
    m_firmware += m_firmware >= line ? 1 : 0;
}

int BootList::indexOf(qint64 line) const
{
    const auto next = std::upper_bound(m_boots.begin(), m_boots.end(), line,
                                       [](qint64 at, const Boot &boot) { return at < boot.firstLine; });
    return int(next - m_boots.begin()) - 1;
}

} // namespace portlight
