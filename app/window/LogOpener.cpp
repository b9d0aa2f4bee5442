// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/LogOpener.h"

#include "settings/Settings.h"
#include "window/LogWindow.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

LogOpener::LogOpener(Settings &settings, RuleLibrary &rules, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_rules(rules)
    , m_window(window)
{
}

void LogOpener::ask()
{
    QString folder = m_settings.logFolder();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    auto *dialog =
        new QFileDialog(m_window, tr("Open a log"), folder, tr("Logs (*.log *.txt *.gz *.out);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LogOpener::open);
    dialog->open();
}

void LogOpener::open(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    for (LogWindow *window : windows()) {
        if (window->path() == absolute) {
            window->raise();
            window->activateWindow();
            return;
        }
    }
    const Result<LogFile::Kind> kind = LogFile::inspect(absolute);
    if (kind)
        show(absolute, *kind);
    else
        refuse(absolute, kind.error());
}

void LogOpener::show(const QString &path, LogFile::Kind kind)
{
    m_settings.addRecentLog(path);
    m_settings.setLogFolder(QFileInfo(path).absolutePath());
    auto *window = new LogWindow(path, kind, m_settings, m_rules);
    connect(m_window, &QObject::destroyed, window, &QObject::deleteLater);
    connect(window, &LogWindow::openWanted, this, &LogOpener::ask);
    connect(window, &LogWindow::rulesWanted, this, &LogOpener::rulesWanted);
    m_windows.append(window);
    window->show();
}

void LogOpener::refuse(const QString &path, const Error &error)
{
    delete m_refusal;
    m_refusal = new QMessageBox(QMessageBox::Warning, tr("Open a log"), error.summary, QMessageBox::Close, m_window);
    m_refusal->setAttribute(Qt::WA_DeleteOnClose);
    m_refusal->setInformativeText(error.hint);
    if (error.id == "file.binary"_L1) {
        const QPushButton *anyway = m_refusal->addButton(tr("Open it &nevertheless"), QMessageBox::AcceptRole);
        connect(anyway, &QPushButton::clicked, this, [this, path] { show(path, LogFile::Kind::Text); });
    }
    m_refusal->open();
}

QList<LogWindow *> LogOpener::windows() const
{
    QList<LogWindow *> windows;
    for (const auto &window : m_windows) {
        if (window)
            windows.append(window);
    }
    return windows;
}

} // namespace portlight
