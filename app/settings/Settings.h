// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/ConsoleOptions.h"
#include "settings/Theme.h"
#include "settings/ViewerOptions.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace portlight {

/// What the window remembers between two runs, with its defaults. Unknown or damaged values read as the default.
/// GUI thread.
class Settings
{
public:
    /// The user's own file.
    Settings();
    /// Another INI file, for tests.
    explicit Settings(const QString &file);

    /// Where the servers that a person has accepted are remembered: beside the settings (desktop/KnownServers.h).
    [[nodiscard]] QString knownServersFile() const;
    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// Of one desktop; `key` is a VM's id or an endpoint ("127.0.0.1:6080"). Defaults for one never seen.
    [[nodiscard]] ViewerOptions viewerOptions(const QString &key) const;
    void setViewerOptions(const QString &key, const ViewerOptions &options);
    /// The viewer's corner with frames per second and encodings.
    [[nodiscard]] bool figuresShown() const;
    void setFiguresShown(bool shown);
    /// Combinations of keys the user has added to the viewer's menu (desktop/KeyCombination.h), as texts.
    [[nodiscard]] QStringList keyCombinations() const;
    void setKeyCombinations(const QStringList &combinations);
    [[nodiscard]] ConsoleOptions consoleOptions() const;
    void setConsoleOptions(const ConsoleOptions &options);
    /// What was looked for in logs, the latest first.
    [[nodiscard]] QStringList consoleSearches() const;
    void addConsoleSearch(const QString &text);
    void clearConsoleSearches();
    /// Log files that were opened, the latest first.
    [[nodiscard]] QStringList recentLogs() const;
    void addRecentLog(const QString &path);
    void clearRecentLogs();
    /// Where a log was opened or saved last; empty when there is no such folder (any more).
    [[nodiscard]] QString logFolder() const;
    void setLogFolder(const QString &folder);
    /// Ids of highlighting rules that the user has switched off.
    [[nodiscard]] QStringList disabledRules() const;
    void setDisabledRules(const QStringList &ids);
    /// Folders beside the settings: the user's own highlighting rules (*.json), and the bookmarks of logs.
    [[nodiscard]] QString rulesFolder() const;
    [[nodiscard]] QString bookmarksFolder() const;
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// Pixels, 0 when never dragged.
    [[nodiscard]] int sidebarWidth() const;
    void setSidebarWidth(int width);
    /// Id of the VM that was selected last.
    [[nodiscard]] QString selectedVm() const;
    void setSelectedVm(const QString &id);

private:
    QSettings m_settings;
};

} // namespace portlight
