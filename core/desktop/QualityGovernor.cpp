// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/QualityGovernor.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace portlight {

namespace {

/// What a speed allows. TigerVNC's viewer knows two steps, quality 8 above 16 Mbit/s and 6 below.
struct Step
{
    double leastSpeed; ///< Bits per second.
    std::optional<int> quality;
    int compression;
};
constexpr std::array steps{
    Step{150e6, std::nullopt, 1}, Step{40e6, 9, 2}, Step{16e6, 8, 2}, Step{4e6, 6, 3}, Step{1e6, 4, 5},
    Step{0.25e6, 2, 7},           Step{0, 1, 9},
};
constexpr int stepWhenFar = 2;

/// So much better or worse than a step's limit must the speed be before that step is left.
constexpr double upwards = 1.25;
constexpr double downwards = 0.8;
constexpr auto restTime = 2s;

/// Smaller updates tell more of the way than of its width, unless they took long.
constexpr qint64 tellingBytes = 16 * 1024;
constexpr auto tellingTime = 50ms;
/// So many bytes let a measurement count to the full, which is a quarter of the new value.
constexpr double weightyBytes = 256 * 1024;
constexpr double largestWeight = 0.25;

} // namespace

void QualityGovernor::begin(Distance distance)
{
    m_distance = distance;
    m_step = distance == Distance::Far ? stepWhenFar : 0;
    m_speed = -1;
    m_bytes = 0;
    m_begin.reset();
    m_lastChange.reset();
}

QualityGovernor::Levels QualityGovernor::levels() const
{
    switch (m_wish.mode) {
    case PictureQuality::Mode::Lossless:
        return {std::nullopt, std::nullopt};
    case PictureQuality::Mode::Fixed:
        return {std::clamp(m_wish.quality, 0, 9), std::clamp(m_wish.compression, 0, 9)};
    case PictureQuality::Mode::Automatic:
        break;
    }
    const Step &step = steps.at(std::size_t(m_step));
    return {step.quality, step.compression};
}

QString QualityGovernor::text() const
{
    const Levels now = levels();
    if (!now.quality)
        return QCoreApplication::translate("QualityGovernor", "lossless");
    return QCoreApplication::translate("QualityGovernor", "JPEG %1, compression %2")
        .arg(*now.quality)
        .arg(now.compression.value_or(0));
}

void QualityGovernor::addBytes(qint64 count, Time now)
{
    if (!m_begin)
        m_begin = now;
    m_bytes += count;
}

void QualityGovernor::skipBytes()
{
    m_bytes = 0;
    m_begin.reset();
}

bool QualityGovernor::endUpdate(Time now)
{
    if (m_begin)
        measure(m_bytes, now - *m_begin);
    m_bytes = 0;
    m_begin.reset();
    return m_wish.mode == PictureQuality::Mode::Automatic && chooseStep(now);
}

void QualityGovernor::measure(qint64 bytes, Time took)
{
    if (took <= Time::zero() || (bytes < tellingBytes && took < tellingTime))
        return;
    const double measured = double(bytes) * 8 / std::chrono::duration<double>(took).count();
    const double weight = m_speed < 0 ? 1 : std::min(largestWeight, double(bytes) / weightyBytes);
    m_speed = m_speed < 0 ? measured : m_speed * (1 - weight) + measured * weight;
}

bool QualityGovernor::chooseStep(Time now)
{
    if (m_distance == Distance::ThisMachine || m_speed < 0 || (m_lastChange && now - *m_lastChange < restTime))
        return false;
    int next = m_step;
    while (next > 0 && m_speed > steps.at(std::size_t(next - 1)).leastSpeed * upwards)
        --next;
    if (next == m_step) {
        while (m_speed < steps.at(std::size_t(next)).leastSpeed * downwards)
            ++next;
    }
    if (next == m_step)
        return false;
    m_step = next;
    m_lastChange = now;
    return true;
}

} // namespace portlight
