// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LogFile.h"
#include "settings/Settings.h"

#include <QMainWindow>

namespace portlight {

class ConsolePage;
class GzipLog;
class RuleLibrary;

/// A window of its own for a log that belongs to no VM: any text file of this machine, followed while it grows.
/// Deletes itself when it is closed.
class LogWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `settings` and `rules` outlive it.
    LogWindow(const QString &path, LogFile::Kind kind, Settings &settings, RuleLibrary &rules,
              QWidget *parent = nullptr);
    ~LogWindow() override;

    [[nodiscard]] ConsolePage *console() const { return m_console; }
    [[nodiscard]] const QString &path() const { return m_path; }

Q_SIGNALS:
    /// The user wants to read another log.
    void openWanted();
    void rulesWanted();

private:
    void buildMenu();
    void follow();
    void unpack(const RuleLibrary &rules);

    QString m_path;
    ConsolePage *m_console;
    std::unique_ptr<GzipLog> m_gzip;
};

} // namespace portlight
