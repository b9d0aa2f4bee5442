// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/SharedFramebuffer.h"

#include <QDateTime>
#include <QImage>
#include <QObject>
#include <QPoint>
#include <QRect>
#include <QSize>
#include <QThread>

#include <memory>

namespace portlight {

class RecordingPlayback;

/// Shows a recording (rfb/RecordingFormat.h) as a session shows its desktop: in a SharedFramebuffer, with the same
/// signals. Lives in the thread that owns it, which never waits: reading and decoding happen in a thread of its own,
/// and every slot only orders something. A recording opens at its beginning, paused.
///
///     connect(&player, &RecordingPlayer::updated, canvas, ...);
///     player.open(file);   // stateChanged(Paused), resized(), updated(), durationChanged()
///     player.play();       // positionChanged() ten times a second, stateChanged(Finished) at the end
///     player.seek(72'000);
class RecordingPlayer : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed,   ///< Nothing opened.
        Opening,  ///< The file is being read through for its keyframes.
        Paused,   ///< A picture stands.
        Playing,  ///< Time goes on.
        Finished, ///< Played to its end; play() begins anew, seek() goes back.
        Failed,   ///< See failed(); nothing can be shown.
    };
    Q_ENUM(State)

    explicit RecordingPlayer(QObject *parent = nullptr);
    /// Waits for the thread.
    ~RecordingPlayer() override;

    [[nodiscard]] State state() const { return m_state; }
    /// The same object for the player's whole life. Any thread may ask and read.
    [[nodiscard]] SharedFramebufferPointer framebuffer() const { return m_framebuffer; }
    /// Milliseconds; 0 before it is known.
    [[nodiscard]] qint64 duration() const { return m_duration; }
    /// Milliseconds from the beginning.
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] double speed() const { return m_speed; }
    /// When it was recorded; invalid before it is known.
    [[nodiscard]] QDateTime recordedAt() const { return m_recordedAt; }
    /// One translated sentence when the recording is cut off or damaged and shows only what came before; else empty.
    [[nodiscard]] QString damage() const { return m_damage; }

public Q_SLOTS:
    /// Closes what was open before.
    void open(const QString &file);
    void close();
    void play();
    void pause();
    /// Milliseconds; before the beginning and after the end count as those. Playing goes on from there; a Finished one
    /// is Paused there.
    void seek(qint64 milliseconds);
    /// 1: as fast as it was; kept between 0.1 and 64. Applies at once, and to recordings opened later.
    void setSpeed(double factor);

Q_SIGNALS:
    void stateChanged(portlight::RecordingPlayer::State state);
    /// `sentence` is translated. State Failed.
    void failed(const QString &sentence);
    /// duration(), recordedAt() and damage() are known from here on; damage() may still come up later, with another
    /// one.
    void durationChanged(qint64 milliseconds);
    /// Ten times a second while playing, and after each seek().
    void positionChanged(qint64 milliseconds);
    void damaged(const QString &sentence);

    // As DesktopSession has them.
    void resized(QSize size);
    void updated(QRect area);
    void nameChanged(const QString &name);
    void cursorChanged(const QImage &image, QPoint hotspot);
    void bell();

private:
    void listen();
    void drop();
    template <typename Function>
    void order(Function function);
    void setState(State state);

    SharedFramebufferPointer m_framebuffer;
    QThread m_thread;
    RecordingPlayback *m_playback = nullptr; ///< Lives in m_thread.
    State m_state = State::Closed;
    qint64 m_duration = 0;
    qint64 m_position = 0;
    double m_speed = 1;
    QDateTime m_recordedAt;
    QString m_damage;
};

} // namespace portlight
