// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/UrlProbeTarget.h"

#include "desktop/TargetParser.h"

using namespace std::chrono_literals;

namespace portlight {

namespace {

/// Most pages have no such files, and answer so at once.
constexpr auto pageTime = 2s;

} // namespace

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

Result<ProbeTarget::Location> UrlProbeTarget::locate(const Cancellation &cancellation) const
{
    Location location;
    const EventWait wait(cancellation);
    location.target = TargetParser::withPageSettings(
        m_target, NoVncPageSettings::fetch(m_target, m_host, QDeadlineTimer(pageTime), wait));
    return location;
}

} // namespace portlight
