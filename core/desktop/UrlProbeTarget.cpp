// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/UrlProbeTarget.h"

namespace portlight {

UrlProbeTarget::UrlProbeTarget(DesktopTarget target, HostPointer host)
    : m_target(std::move(target))
    , m_host(std::move(host))
{
}

QString UrlProbeTarget::display() const
{
    return m_target.display;
}

HostPointer UrlProbeTarget::host() const
{
    return m_host;
}

Result<ProbeTarget::Location> UrlProbeTarget::locate(const Cancellation & /*cancellation*/) const
{
    Location location;
    location.target = m_target;
    return location;
}

} // namespace portlight
