// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

namespace portlight {

class DesktopLink;

/// Starts and ends recordings of a session and knows how long the present one is. GUI thread.
class RecordingControl : public QObject
{
    Q_OBJECT

public:
    explicit RecordingControl(DesktopLink &link, QObject *parent = nullptr);

    /// Into a new file in the user's videos folder, named after the desktop and the time.
    void start(const QString &name);
    void stop();
    [[nodiscard]] bool isRecording() const { return !m_file.isEmpty(); }
    [[nodiscard]] QString file() const { return m_file; }
    /// "0:42", "1:02:03"; empty while nothing is recorded.
    [[nodiscard]] QString elapsed() const;
    [[nodiscard]] static QString timeText(qint64 seconds);

    /// Where recordings go.
    [[nodiscard]] static QString folder();
    /// Ends with this.
    [[nodiscard]] static QString suffix();

Q_SIGNALS:
    void changed();
    /// One translated sentence.
    void message(const QString &text);

private:
    void take(const QString &file, const QString &problem);

    DesktopLink &m_link;
    QString m_file;
    QElapsedTimer m_time;
};

} // namespace portlight
