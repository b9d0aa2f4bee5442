// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/RecordingControl.h"

#include "desktop/DesktopLink.h"
#include "desktop/ViewerScreenshot.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

RecordingControl::RecordingControl(DesktopLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    connect(&link, &DesktopLink::recordingChanged, this, &RecordingControl::take);
    // A session that ends closes its recording itself, but is not heard any more when it is taken away.
    connect(&link, &DesktopLink::stateChanged, this, [this](DesktopSession::State state) {
        if (state == DesktopSession::State::Closed || state == DesktopSession::State::Failed)
            take({}, {});
    });
}

QString RecordingControl::folder()
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    if (folder.isEmpty())
        folder = QDir::homePath();
    return folder;
}

QString RecordingControl::suffix()
{
    return u".plrec"_s;
}

void RecordingControl::start(const QString &name)
{
    QDir().mkpath(folder());
    m_link.startRecording(u"%1/%2%3"_s.arg(folder(), ViewerScreenshot::fileName(name), suffix()));
}

void RecordingControl::stop()
{
    m_link.stopRecording();
}

void RecordingControl::take(const QString &file, const QString &problem)
{
    if (!problem.isEmpty())
        Q_EMIT message(problem);
    if (file == m_file)
        return;
    const QString written = m_file;
    m_file = file;
    if (file.isEmpty())
        Q_EMIT message(tr("The recording is %1.").arg(QDir::toNativeSeparators(written)));
    else
        m_time.start();
    Q_EMIT changed();
}

QString RecordingControl::timeText(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const auto two = [](qint64 value) {
        return u"%1"_s.arg(value, 2, 10, QChar(u'0'));
    };
    if (minutes < 60)
        return u"%1:%2"_s.arg(minutes).arg(two(seconds % 60));
    return u"%1:%2:%3"_s.arg(minutes / 60).arg(two(minutes % 60), two(seconds % 60));
}

QString RecordingControl::elapsed() const
{
    return isRecording() ? timeText(m_time.elapsed() / 1000) : QString();
}

} // namespace portlight
