// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>

namespace portlight {

/// The strict server as a program of its own, and what it says it has heard. Blocks.
class StrictProgram
{
public:
    ~StrictProgram() { (void)stop(); }

    /// Its port; 0: it does not run.
    [[nodiscard]] quint16 start(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(PORTLIGHT_STRICT_SERVER), arguments);
        if (!m_process.waitForReadyRead(patience))
            return 0;
        return m_process.readLine().trimmed().mid(5).toUShort();
    }

    /// Whether the client has sent a message that satisfies the condition, since the start.
    template <typename Condition>
    [[nodiscard]] bool hasHeard(Condition condition)
    {
        m_process.waitForReadyRead(1);
        read();
        return std::any_of(m_heard.cbegin(), m_heard.cend(), condition);
    }

    /// The same, or does so in time.
    template <typename Condition>
    [[nodiscard]] bool hears(Condition condition)
    {
        QElapsedTimer clock;
        clock.start();
        while (!hasHeard(condition)) {
            if (clock.elapsed() > patience)
                return false;
            m_process.waitForReadyRead(50);
        }
        return true;
    }

    /// All lines but "port".
    [[nodiscard]] const QByteArray &said()
    {
        read();
        return m_said;
    }

    /// Ends it; what it had said.
    QByteArray stop()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.terminate();
            m_process.waitForFinished(5000);
        }
        return said();
    }

private:
    void read()
    {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine();
            m_said += line;
            if (line.startsWith('{'))
                m_heard.append(QJsonDocument::fromJson(line).object());
        }
    }

    static constexpr int patience = 20'000; // milliseconds

    QProcess m_process;
    QByteArray m_said;
    QList<QJsonObject> m_heard;
};

} // namespace portlight
