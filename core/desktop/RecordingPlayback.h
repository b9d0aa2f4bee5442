// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/RecordingPlayer.h"
#include "desktop/ReplayDecoder.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>

namespace portlight {

/// One recording being played: what is behind a RecordingPlayer, in the player's thread. Orders and answers are those
/// of the player; made anew for each file.
class RecordingPlayback final : public QObject
{
    Q_OBJECT

public:
    using State = RecordingPlayer::State;

    RecordingPlayback(SharedFramebufferPointer framebuffer, double speed);

    void open(const QString &file);
    void play();
    void pause();
    /// `order` as beginSeek() gave it.
    void seek(qint64 milliseconds, quint64 order);
    void setSpeed(double factor);

    /// Any thread: an order to seek makes those before it pointless, also one that is being carried out.
    [[nodiscard]] quint64 beginSeek() { return ++m_seekOrder; }
    /// Any thread: what is being done may end half-way, nobody waits for it any more.
    void abandon() { m_isAbandoned = true; }

Q_SIGNALS:
    void stateChanged(portlight::RecordingPlayer::State state);
    void failed(const QString &sentence);
    void opened(qint64 duration, const QDateTime &recordedAt, const QString &damage);
    void damaged(const QString &sentence);
    void positionChanged(qint64 milliseconds);
    void resized(QSize size);
    void updated(QRect area);
    void nameChanged(const QString &name);
    void cursorChanged(const QImage &image, QPoint hotspot);
    void bell();

private:
    using Time = ReplayDecoder::Time;

    void tick();
    void schedule();
    void setState(State state);
    /// Where the time is now; running only in state Playing.
    [[nodiscard]] Time position() const;
    void setPosition(Time time);
    void tellPosition();
    void tellChanges();
    void tellDamage();
    [[nodiscard]] bool isShowing() const;

    ReplayDecoder m_decoder;
    QTimer m_timer{this};
    State m_state = State::Closed;
    double m_speed;
    QElapsedTimer m_clock; ///< Since m_from was right.
    Time m_from{0};
    Time m_told{-1}; ///< Last position that was told.
    std::optional<Time> m_damageTold;
    std::atomic<quint64> m_seekOrder = 0;
    std::atomic_bool m_isAbandoned = false;
};

} // namespace portlight
