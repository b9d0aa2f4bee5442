// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/SessionStatistics.h"

#include <QElapsedTimer>
#include <QMutex>

#include <deque>

namespace portlight {

/// Counts what a session receives; rates are over the last two seconds. Any thread.
class StatisticsMeter
{
public:
    StatisticsMeter();

    void addBytes(qint64 count);
    void addUpdate();
    void addEncoding(const QString &name);
    [[nodiscard]] SessionStatistics statistics() const;

private:
    struct Slot
    {
        qint64 number = 0; ///< Time since the start in tenths of a second.
        qint64 bytes = 0;
        int updates = 0;
    };
    Slot &currentSlot();

    mutable QMutex m_mutex;
    QElapsedTimer m_clock;
    std::deque<Slot> m_slots;
    qint64 m_bytes = 0;
    qint64 m_updates = 0;
    QStringList m_encodings;
};

} // namespace portlight
