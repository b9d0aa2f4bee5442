// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "serial/LogFile.h"
#include "window/LogWindow.h"

#include <QList>
#include <QMessageBox>
#include <QObject>
#include <QPointer>

class QWidget;

namespace portlight {

class RuleLibrary;
class Settings;

/// Opens log files that belong to no VM, each in a window of its own, and says why one cannot be opened. Remembers
/// them and their folder. GUI thread.
class LogOpener : public QObject
{
    Q_OBJECT

public:
    /// `window` is what its dialogs belong to; the windows it opens go with it.
    LogOpener(Settings &settings, RuleLibrary &rules, QWidget *window);

    /// Asks for a file.
    void ask();
    /// A file that is open already comes to the front. Where it cannot be opened, a dialog says why.
    void open(const QString &path);

    /// What has been opened, the latest last.
    [[nodiscard]] QList<LogWindow *> windows() const;
    /// The dialog that says why the last one could not be opened; null when there is none.
    [[nodiscard]] QMessageBox *refusal() const { return m_refusal; }

Q_SIGNALS:
    void rulesWanted();

private:
    void show(const QString &path, LogFile::Kind kind);
    void refuse(const QString &path, const Error &error);

    Settings &m_settings;
    RuleLibrary &m_rules;
    QWidget *m_window;
    QList<QPointer<LogWindow>> m_windows;
    QPointer<QMessageBox> m_refusal;
};

} // namespace portlight
