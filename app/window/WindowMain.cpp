// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/WindowMain.h"

#include "fleet/HostVmService.h"
#include "hosts/LocalHost.h"
#include "settings/Translations.h"
#include "window/MainWindow.h"

#include <QApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

int runWindow(QApplication &application, const WindowOptions &options)
{
    QApplication::setApplicationName(u"portlight"_s);
    QApplication::setApplicationDisplayName(u"Portlight"_s);
    QApplication::setDesktopFileName(u"portlight"_s);
    Translations::install(application);
    Settings settings;
    Theme theme(application);
    theme.setChoice(settings.theme());
    const HostPointer host = options.host ? options.host : std::make_shared<LocalHost>();
    MainWindow window(std::make_shared<HostVmService>(host), settings, theme);
    window.show();
    if (!options.vm.isEmpty())
        window.showVm(options.vm);
    window.start();
    if (options.runDemo)
        window.runDemo();
    return QApplication::exec();
}

} // namespace portlight
