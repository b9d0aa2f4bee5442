// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/PictureQuality.h"

#include <QString>

#include <chrono>
#include <optional>

namespace portlight {

/// Chooses what pictures to ask for: what a person wants, or by the measured speed of the connection. Pure: the times
/// are given.
class QualityGovernor
{
public:
    using Time = std::chrono::nanoseconds; ///< Since any moment.

    struct Levels
    {
        std::optional<int> quality; ///< As in rfb::ClientSettings.
        std::optional<int> compression;
        friend bool operator==(const Levels &, const Levels &) = default;
    };

    /// How far away the server is.
    enum class Distance {
        ThisMachine, ///< No wire to save: pictures stay without loss. What is slow there is a server short of
                     ///< processor time, an emulated guest for one, and JPEG costs it more of that.
        Near,        ///< This machine's networks: pictures begin without loss.
        Far,
    };

    /// A new connection.
    void begin(Distance distance);
    void setWish(const PictureQuality &wish) { m_wish = wish; }
    [[nodiscard]] const PictureQuality &wish() const { return m_wish; }
    [[nodiscard]] Levels levels() const;
    /// For people, e.g. "JPEG 8, compression 2".
    [[nodiscard]] QString text() const;

    /// Bytes of the server have come.
    void addBytes(qint64 count, Time now);
    /// Those so far belong to no update.
    void skipBytes();
    /// An update is complete with the bytes so far. True when other levels are called for.
    bool endUpdate(Time now);
    /// Bits per second; below 0 while nothing is known.
    [[nodiscard]] double speed() const { return m_speed; }

private:
    void measure(qint64 bytes, Time took);
    bool chooseStep(Time now);

    PictureQuality m_wish;
    Distance m_distance = Distance::Far;
    int m_step = 0; ///< Of the table in QualityGovernor.cpp, the best first.
    double m_speed = -1;
    qint64 m_bytes = 0;
    std::optional<Time> m_begin; ///< When the first of m_bytes came.
    std::optional<Time> m_lastChange;
};

} // namespace portlight
