// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/VmBadge.h"

#include "settings/Theme.h"

#include <QCoreApplication>
#include <QFontMetrics>

namespace portlight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VmBadge)
};

struct Measures
{
    QFont font;
    int icon;
    int side;
    int gap;
    int height;
};

Measures measures(const QFont &base, bool large)
{
    const auto length = [&base](int pixels) {
        return ThemeMetrics::length(pixels, base);
    };
    if (large)
        return {ThemeMetrics::font(base, 13, QFont::DemiBold), length(14), length(8), length(6), length(24)};
    return {ThemeMetrics::font(base, 11.5, QFont::DemiBold), length(12), length(6), length(4), length(20)};
}

VmBadge ofVerdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Verified:
        return VmBadge::Verified;
    case Verdict::Starting:
        return VmBadge::Starting;
    case Verdict::Degraded:
        return VmBadge::Degraded;
    case Verdict::Failing:
        return VmBadge::Failing;
    case Verdict::Unknown:
        break;
    }
    return VmBadge::Unknown;
}

VmBadge ofRunning(const VmEntry &entry)
{
    if (entry.report)
        return ofVerdict(entry.report->verdict);
    return entry.probing ? VmBadge::Starting : VmBadge::Unknown;
}

} // namespace

VmBadge VmBadges::of(const VmEntry &entry)
{
    switch (entry.vm.state) {
    case VmState::Creating:
    case VmState::Starting:
        return VmBadge::Starting;
    case VmState::Running:
        return ofRunning(entry);
    case VmState::Paused:
        return VmBadge::Paused;
    case VmState::Stopped:
    case VmState::Stopping:
        return VmBadge::Stopped;
    case VmState::Failed:
        return VmBadge::Failing;
    case VmState::Orphaned:
        break;
    }
    return VmBadge::Unknown;
}

QString VmBadges::word(VmBadge badge)
{
    switch (badge) {
    case VmBadge::Verified:
        return Text::tr("Verified");
    case VmBadge::Failing:
        return Text::tr("Failing");
    case VmBadge::Starting:
        return Text::tr("Starting");
    case VmBadge::Degraded:
        return Text::tr("Degraded");
    case VmBadge::Unknown:
        return Text::tr("Unknown");
    case VmBadge::Stopped:
        return Text::tr("Stopped");
    case VmBadge::Paused:
        return Text::tr("Paused");
    }
    return {};
}

QString VmBadges::word(const VmEntry &entry)
{
    return entry.vm.state == VmState::Stopping ? Text::tr("Stopping") : word(of(entry));
}

Icon VmBadges::icon(VmBadge badge)
{
    switch (badge) {
    case VmBadge::Verified:
        return Icon::Check;
    case VmBadge::Failing:
        return Icon::Cross;
    case VmBadge::Starting:
        return Icon::Clock;
    case VmBadge::Degraded:
        return Icon::Triangle;
    case VmBadge::Unknown:
        return Icon::Question;
    case VmBadge::Stopped:
        return Icon::Square;
    case VmBadge::Paused:
        return Icon::Pause;
    }
    return Icon::Question;
}

QColor VmBadges::color(VmBadge badge, const ThemeColors &colors)
{
    switch (badge) {
    case VmBadge::Verified:
        return colors.verified;
    case VmBadge::Failing:
        return colors.failing;
    case VmBadge::Starting:
        return colors.starting;
    case VmBadge::Degraded:
        return colors.warning;
    case VmBadge::Unknown:
    case VmBadge::Stopped:
    case VmBadge::Paused:
        break;
    }
    return colors.neutral;
}

QColor VmBadges::tint(VmBadge badge, const ThemeColors &colors)
{
    switch (badge) {
    case VmBadge::Verified:
        return colors.verifiedTint;
    case VmBadge::Failing:
        return colors.failingTint;
    case VmBadge::Starting:
        return colors.startingTint;
    case VmBadge::Degraded:
        return colors.warningTint;
    case VmBadge::Unknown:
    case VmBadge::Stopped:
    case VmBadge::Paused:
        break;
    }
    return colors.neutralTint;
}

QSize VmBadges::size(const QString &word, const QFont &base, bool large)
{
    const Measures m = measures(base, large);
    return {2 * m.side + m.icon + m.gap + QFontMetrics(m.font).horizontalAdvance(word) + 1, m.height};
}

void VmBadges::paint(QPainter &painter, const QRectF &area, VmBadge badge, const QString &word,
                     const ThemeColors &colors, const QFont &base, bool large)
{
    const Measures m = measures(base, large);
    const QColor ink = color(badge, colors);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint(badge, colors));
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    const QRectF iconArea(area.left() + m.side, area.center().y() - m.icon / 2.0, m.icon, m.icon);
    Icons::paint(painter, iconArea, icon(badge), ink);
    painter.setFont(m.font);
    painter.setPen(ink);
    painter.drawText(area.adjusted(m.side + m.icon + m.gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    painter.restore();
}

} // namespace portlight
