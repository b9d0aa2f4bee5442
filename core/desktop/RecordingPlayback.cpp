// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/RecordingPlayback.h"

#include "desktop/CursorImage.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

namespace {

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::RecordingPlayer)
};

/// Orders wait no longer than this for a busy recording.
constexpr qint64 tickPatience = 20; // milliseconds
constexpr auto positionPeriod = 100ms;
constexpr auto shortestWait = 5ms;

/// "1:07" for people.
QString clockText(std::chrono::microseconds time)
{
    const qint64 seconds = time / 1s;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString problemText(ReplayDecoder::Problem problem, const QString &file, ReplayDecoder::Time duration)
{
    switch (problem) {
    case ReplayDecoder::Problem::None:
        break;
    case ReplayDecoder::Problem::NotARecording:
        return Translations::tr("%1 is no recording of a desktop.").arg(file);
    case ReplayDecoder::Problem::OtherVersion:
        return Translations::tr("%1 was recorded by a newer version of Portlight.").arg(file);
    case ReplayDecoder::Problem::NothingInIt:
        return Translations::tr("The recording %1 ends before its first picture.").arg(file);
    case ReplayDecoder::Problem::CutOff:
        return Translations::tr("The recording was cut off; it plays until %1.").arg(clockText(duration));
    case ReplayDecoder::Problem::Damaged:
        return Translations::tr("The recording is damaged; it plays until %1.").arg(clockText(duration));
    }
    return {};
}

} // namespace

RecordingPlayback::RecordingPlayback(SharedFramebufferPointer framebuffer, double speed)
    : m_decoder(std::move(framebuffer))
    , m_speed(speed)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RecordingPlayback::tick);
}

void RecordingPlayback::open(const QString &file)
{
    setState(State::Opening);
    const auto fail = [this](const QString &sentence) {
        setState(State::Failed);
        Q_EMIT failed(sentence);
    };
    if (!m_decoder.openFile(file))
        return fail(Translations::tr("The recording %1 cannot be read: %2.").arg(file, m_decoder.fileError()));
    const ReplayDecoder::Problem problem = m_decoder.open(m_isAbandoned);
    const QString text = problemText(problem, file, m_decoder.duration());
    if (problem != ReplayDecoder::Problem::None && problem != ReplayDecoder::Problem::CutOff &&
        problem != ReplayDecoder::Problem::Damaged)
        return fail(text);
    const QDateTime recordedAt = QDateTime::fromMSecsSinceEpoch(m_decoder.startedMilliseconds());
    Q_EMIT opened(m_decoder.duration() / 1ms, recordedAt, text);
    setState(State::Paused);
    tellChanges();
    tellPosition();
}

bool RecordingPlayback::isShowing() const
{
    return m_state == State::Paused || m_state == State::Playing || m_state == State::Finished;
}

void RecordingPlayback::play()
{
    if (!isShowing() || m_state == State::Playing)
        return;
    if (m_state == State::Finished) {
        m_decoder.seek(Time(0), [this] { return m_isAbandoned.load(); });
        setPosition(Time(0));
        tellChanges();
    }
    setPosition(m_from);
    setState(State::Playing);
    tick();
}

void RecordingPlayback::pause()
{
    if (m_state != State::Playing)
        return;
    m_timer.stop();
    setPosition(position());
    setState(State::Paused);
    tellPosition();
}

void RecordingPlayback::seek(qint64 milliseconds, quint64 order)
{
    if (!isShowing())
        return;
    const auto abandoned = [this, order] {
        return m_isAbandoned || m_seekOrder != order;
    };
    const qint64 last = m_decoder.duration() / 1ms;
    const Time time = std::chrono::milliseconds(std::clamp<qint64>(milliseconds, 0, last));
    // Until the end of that millisecond: the last one is the end.
    if (abandoned() || !m_decoder.seek(time + 999us, abandoned))
        return;
    setPosition(time);
    tellChanges();
    tellDamage();
    tellPosition();
    if (m_state == State::Finished)
        setState(State::Paused);
    if (m_state == State::Playing)
        schedule();
}

void RecordingPlayback::setSpeed(double factor)
{
    setPosition(position());
    m_speed = factor;
    if (m_state == State::Playing)
        schedule();
}

void RecordingPlayback::tick()
{
    const Time until = std::min(position(), m_decoder.duration());
    QElapsedTimer busy;
    busy.start();
    const bool isThere = m_decoder.advance(until, [&] { return m_isAbandoned || busy.elapsed() >= tickPatience; });
    tellChanges();
    tellDamage();
    if (isThere && until == m_decoder.duration()) {
        setPosition(until);
        tellPosition();
        return setState(State::Finished);
    }
    if (until - m_told >= positionPeriod)
        tellPosition();
    schedule();
}

/// Sleeps until the next bytes are due, or the next position.
void RecordingPlayback::schedule()
{
    const Time now = position();
    const Time due = m_decoder.nextTime().value_or(m_decoder.duration());
    const auto wait = std::chrono::duration<double, std::micro>(double((due - now).count()) / m_speed);
    const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(wait);
    m_timer.start(std::clamp<std::chrono::milliseconds>(rounded, due <= now ? 0ms : shortestWait, positionPeriod));
}

RecordingPlayback::Time RecordingPlayback::position() const
{
    if (m_state != State::Playing)
        return m_from;
    return m_from + Time(qint64(double(m_clock.nsecsElapsed()) / 1000 * m_speed));
}

void RecordingPlayback::setPosition(Time time)
{
    m_from = time;
    m_clock.start();
}

void RecordingPlayback::tellPosition()
{
    m_told = std::min(position(), m_decoder.duration());
    Q_EMIT positionChanged(m_told / 1ms);
}

void RecordingPlayback::tellChanges()
{
    const ReplayDecoder::Changes changes = m_decoder.takeChanges();
    if (changes.size)
        Q_EMIT resized(*changes.size);
    if (changes.name)
        Q_EMIT nameChanged(*changes.name);
    if (changes.cursor)
        Q_EMIT cursorChanged(cursorImage(*changes.cursor), changes.cursor->hotspot);
    if (!changes.area.isEmpty())
        Q_EMIT updated(changes.area);
    if (changes.bell)
        Q_EMIT bell();
}

void RecordingPlayback::tellDamage()
{
    if (m_damageTold == m_decoder.damage())
        return;
    m_damageTold = m_decoder.damage();
    Q_EMIT damaged(
        Translations::tr("The recording is damaged at %1; something is missing there.").arg(clockText(*m_damageTold)));
}

void RecordingPlayback::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace portlight
