// SPDX-License-Identifier: GPL-3.0-or-later
// Desktops that are no VMs of ours, recordings and logs: each in a window of its own.
#include "window/AddressDialog.h"
#include "window/LogOpener.h"
#include "window/MainWindow.h"
#include "window/ViewerWindow.h"

#include "desktop/RecordingControl.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QStringList droppedFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

void MainWindow::askAddress()
{
    auto *dialog = new AddressDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { openDesktop(dialog->target()); });
    dialog->open();
}

ViewerWindow *MainWindow::openDesktop(const DesktopTarget &target)
{
    auto *window = new ViewerWindow(target, m_fleet.service()->host(), m_settings);
    connect(this, &QObject::destroyed, window, &QObject::deleteLater);
    window->show();
    return window;
}

void MainWindow::askRecording()
{
    auto *dialog = new QFileDialog(this, tr("Open a recording"), RecordingControl::folder(),
                                   tr("Recordings (*%1)").arg(RecordingControl::suffix()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openRecording);
    dialog->open();
}

ViewerWindow *MainWindow::openRecording(const QString &file)
{
    auto *window = new ViewerWindow(file);
    connect(this, &QObject::destroyed, window, &QObject::deleteLater);
    window->show();
    return window;
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QString &file : droppedFiles(*event->mimeData())) {
        if (file.endsWith(RecordingControl::suffix()))
            openRecording(file);
        else
            m_logs->open(file);
    }
    event->acceptProposedAction();
}

} // namespace portlight
