// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace portlight {

/// A real Xvnc and, in front of it, a real websockify with noVNC's page, on loopback, for as long as it lives.
class DesktopStack
{
public:
    struct Options
    {
        int display = 40;
        QString geometry = QStringLiteral("1280x800");
        int depth = 24;
        QStringList xvncArguments; ///< E.g. "-retro".
        QByteArray password;       ///< Empty: none is asked for.
    };

    DesktopStack();
    ~DesktopStack();
    DesktopStack(const DesktopStack &) = delete;
    DesktopStack &operator=(const DesktopStack &) = delete;

    /// The programs it needs that are not installed.
    [[nodiscard]] static QStringList missingPrograms();
    /// Starts both and waits until they listen; empty, or what went wrong.
    [[nodiscard]] QString start(const Options &options);
    /// A program on that display; its end is awaited where `wait` is set.
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments, bool wait);
    /// Waits until a window with that name is mapped (xwininfo). False after 15 seconds.
    [[nodiscard]] bool waitForWindow(const QString &name);

    [[nodiscard]] QString webSocketUrl() const;
    [[nodiscard]] QString vncUrl() const;
    [[nodiscard]] quint16 vncPort() const { return m_vncPort; }
    [[nodiscard]] quint16 webPort() const { return m_webPort; }

private:
    [[nodiscard]] QString startXvnc(const Options &options);
    [[nodiscard]] QString startWebsockify();

    QTemporaryDir m_folder;
    int m_display = 0;
    quint16 m_vncPort = 0;
    quint16 m_webPort = 0;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

} // namespace portlight
