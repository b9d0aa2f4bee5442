// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/RecordingPlayer.h"

#include "desktop/RecordingPlayback.h"

#include <algorithm>
#include <utility>

namespace portlight {

namespace {

constexpr double slowest = 0.1;
constexpr double fastest = 64;

} // namespace

RecordingPlayer::RecordingPlayer(QObject *parent)
    : QObject(parent)
    , m_framebuffer(std::make_shared<SharedFramebuffer>())
{
    m_thread.setObjectName(QStringLiteral("recording"));
    m_thread.start();
}

RecordingPlayer::~RecordingPlayer()
{
    drop();
    m_thread.quit();
    m_thread.wait();
}

/// What it is doing ends soon; nothing it says arrives any more.
void RecordingPlayer::drop()
{
    if (m_playback == nullptr)
        return;
    m_playback->abandon();
    m_playback->disconnect(this);
    std::exchange(m_playback, nullptr)->deleteLater();
}

void RecordingPlayer::open(const QString &file)
{
    close();
    m_playback = new RecordingPlayback(m_framebuffer, m_speed);
    m_playback->moveToThread(&m_thread);
    listen();
    // Known at once, whenever the thread gets there.
    setState(State::Opening);
    order([file](RecordingPlayback &playback) { playback.open(file); });
}

void RecordingPlayer::listen()
{
    connect(m_playback, &RecordingPlayback::stateChanged, this, &RecordingPlayer::setState);
    connect(m_playback, &RecordingPlayback::failed, this, &RecordingPlayer::failed);
    connect(m_playback, &RecordingPlayback::opened, this,
            [this](qint64 duration, const QDateTime &recordedAt, const QString &damage) {
                m_duration = duration;
                m_recordedAt = recordedAt;
                m_damage = damage;
                Q_EMIT durationChanged(duration);
                if (!damage.isEmpty())
                    Q_EMIT damaged(damage);
            });
    connect(m_playback, &RecordingPlayback::damaged, this, [this](const QString &sentence) {
        m_damage = sentence;
        Q_EMIT damaged(sentence);
    });
    connect(m_playback, &RecordingPlayback::positionChanged, this, [this](qint64 milliseconds) {
        m_position = milliseconds;
        Q_EMIT positionChanged(milliseconds);
    });
    connect(m_playback, &RecordingPlayback::resized, this, &RecordingPlayer::resized);
    connect(m_playback, &RecordingPlayback::updated, this, &RecordingPlayer::updated);
    connect(m_playback, &RecordingPlayback::nameChanged, this, &RecordingPlayer::nameChanged);
    connect(m_playback, &RecordingPlayback::cursorChanged, this, &RecordingPlayer::cursorChanged);
    connect(m_playback, &RecordingPlayback::bell, this, &RecordingPlayer::bell);
}

template <typename Function>
void RecordingPlayer::order(Function function)
{
    if (m_playback == nullptr)
        return;
    const auto carryOut = [playback = m_playback, function] {
        function(*playback);
    };
    QMetaObject::invokeMethod(m_playback, carryOut, Qt::QueuedConnection);
}

void RecordingPlayer::close()
{
    drop();
    m_duration = 0;
    m_position = 0;
    m_recordedAt = {};
    m_damage.clear();
    setState(State::Closed);
}

void RecordingPlayer::play()
{
    order([](RecordingPlayback &playback) { playback.play(); });
}

void RecordingPlayer::pause()
{
    order([](RecordingPlayback &playback) { playback.pause(); });
}

void RecordingPlayer::seek(qint64 milliseconds)
{
    if (m_playback == nullptr)
        return;
    const quint64 number = m_playback->beginSeek();
    order([milliseconds, number](RecordingPlayback &playback) { playback.seek(milliseconds, number); });
}

void RecordingPlayer::setSpeed(double factor)
{
    m_speed = std::clamp(factor, slowest, fastest);
    order([speed = m_speed](RecordingPlayback &playback) { playback.setSpeed(speed); });
}

void RecordingPlayer::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace portlight
