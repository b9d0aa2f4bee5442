// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/LogWindow.h"

#include "hosts/LocalHost.h"
#include "serial/ConsoleActions.h"
#include "serial/ConsolePage.h"
#include "serial/GzipLog.h"
#include "serial/RuleLibrary.h"
#include "settings/Icons.h"
#include "settings/Theme.h"

#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

LogWindow::LogWindow(const QString &path, LogFile::Kind kind, Settings &settings, RuleLibrary &rules, QWidget *parent)
    : QMainWindow(parent)
    , m_path(path)
    , m_console(new ConsolePage(settings, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(Icons::application());
    setWindowTitle(tr("%1 – Portlight").arg(QFileInfo(path).fileName()));
    setWindowFilePath(path);
    setCentralWidget(m_console);
    resize(ThemeMetrics::length(1100, font()), ThemeMetrics::length(740, font()));
    buildMenu();
    m_console->setRules(&rules);
    connect(m_console, &ConsolePage::rulesWanted, this, &LogWindow::rulesWanted);
    if (kind == LogFile::Kind::Gzip)
        unpack(rules);
    else
        follow();
    m_console->setFocus();
}

LogWindow::~LogWindow() = default;

void LogWindow::buildMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Log"));
    QAction *open = menu->addAction(tr("Open an&other log…"), this, &LogWindow::openWanted);
    open->setShortcut(QKeySequence::Open);
    QAction *save = menu->addAction(tr("&Save a copy…"), this, [this] { m_console->save(false); });
    save->setShortcut(QKeySequence::Save);
    menu->addSeparator();
    QAction *close = menu->addAction(tr("C&lose"), this, &QWidget::close);
    close->setShortcut(QKeySequence::Close);
    QMenu *view = menuBar()->addMenu(tr("Vie&w"));
    m_console->actions()->fill(view);
}

void LogWindow::follow()
{
    m_console->setLog(std::make_shared<LocalHost>(), m_path);
    m_console->setEmptyText(tr("This file is empty"), tr("What is written to it appears here."),
                            tr("The file is not there any more. It appears here when it comes back."));
}

void LogWindow::unpack(const RuleLibrary &rules)
{
    auto store = std::make_shared<LineStore>(rules.classifier());
    m_gzip = std::make_unique<GzipLog>(m_path, store);
    m_console->setStore(std::move(store), m_path);
    m_console->setEmptyText(tr("This file is empty"), tr("Nothing was packed into it."), {});
    connect(m_gzip.get(), &GzipLog::linesAppended, m_console, &ConsolePage::linesAppended);
    connect(m_gzip.get(), &GzipLog::progress, this, [this](qint64 done, qint64 size) {
        m_console->setNote(tr("Unpacking: %1 %").arg(size > 0 ? 100 * done / size : 100));
    });
    connect(m_gzip.get(), &GzipLog::finished, this, [this] { m_console->setNote({}); });
    connect(m_gzip.get(), &GzipLog::failed, this, [this](const Error &error) { m_console->setNote(error.text()); });
    m_gzip->start();
}

} // namespace portlight
