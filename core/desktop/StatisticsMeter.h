// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/SessionStatistics.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMutex>

#include <chrono>
#include <deque>

namespace portlight {

/// Counts what a session receives; rates are over the last two seconds. Any thread.
class StatisticsMeter
{
public:
    StatisticsMeter();

    /// Another connection.
    void reset();
    void addBytes(qint64 count);
    void addUpdate();
    void addEncoding(const QString &name);
    void addPixels(const QString &encoding, qint64 count);
    void addDecodeTime(std::chrono::nanoseconds time);
    /// A question has gone out that the server has to answer; its answer is here.
    void beginRoundTrip();
    void endRoundTrip();
    void setQuality(const QString &text);
    [[nodiscard]] SessionStatistics statistics() const;

private:
    struct Slot
    {
        qint64 number = 0; ///< Time since the start in tenths of a second.
        qint64 bytes = 0;
        int updates = 0;
        std::chrono::nanoseconds decodeTime{0};
        QHash<QString, qint64> pixels;
    };
    Slot &currentSlot();
    [[nodiscard]] double roundTrip() const;

    mutable QMutex m_mutex;
    QElapsedTimer m_clock;
    std::deque<Slot> m_slots;
    qint64 m_bytes = 0;
    qint64 m_updates = 0;
    QStringList m_encodings;
    double m_roundTrip = -1; ///< Milliseconds.
    QElapsedTimer m_asked;   ///< Valid while an answer is awaited.
    QString m_quality;
};

} // namespace portlight
