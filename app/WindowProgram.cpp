// SPDX-License-Identifier: GPL-3.0-or-later
#include "StopSignals.h"
#include "WindowWish.h"
#include "cli/CommandLine.h"
#include "hosts/LocalHost.h"
#include "serial/LineClassifier.h"
#include "settings/Translations.h"
#include "window/WindowMain.h"

#include <QApplication>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSocketNotifier>

#include <memory>
#include <thread>

namespace {

constexpr int interruptedExitCode = 130;

/// DISPLAY may be left over from a session that is gone; Qt would end the process.
bool xServerAnswers()
{
    static const QRegularExpression local(QStringLiteral("^:(\\d+)(\\.\\d+)?$"));
    const QString display = qEnvironmentVariable("DISPLAY");
    const auto match = local.match(display);
    if (!match.hasMatch())
        return !display.isEmpty();
    const QString socket = QStringLiteral("/tmp/.X11-unix/X") + match.captured(1);
    return portlight::LocalHost().connectUnix(socket, QDeadlineTimer(std::chrono::seconds(1)), {}).has_value();
}

bool hasDisplay()
{
    return xServerAnswers() || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

/// The window, and the demo that ends in it, need an application with a display; everything else must run without.
bool wantsWindow(int argc, char **argv)
{
    return portlight::wishesForWindow(argc, argv) && (argc == 1 || hasDisplay());
}

} // namespace

int main(int argc, char **argv)
{
    // Before any thread starts, so that all of them leave the signals to the one that waits for them.
    const portlight::Cancellation stop;
    const portlight::StopSignals signals(stop);

    QCoreApplication::setApplicationName(QStringLiteral("portlight"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTLIGHT_VERSION));
    const bool window = wantsWindow(argc, argv);
    if (window && !hasDisplay())
        return portlight::explainMissingDisplay();
    // A window needs them before it shows a log; they take as long as its own beginning.
    std::jthread rules;
    if (window)
        rules = std::jthread([] { (void)portlight::LineClassifier::shipped(); });
    std::unique_ptr<QCoreApplication> application;
    if (window)
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    portlight::Translations::install(*application);
    if (!window)
        return portlight::runCommandLine(argc, argv, stop, {});

    auto &desktopApplication = static_cast<QApplication &>(*application);
    QSocketNotifier stopped(stop.fd(), QSocketNotifier::Read);
    QObject::connect(&stopped, &QSocketNotifier::activated, &desktopApplication, [&stopped] {
        stopped.setEnabled(false);
        QCoreApplication::exit(interruptedExitCode);
    });
    if (argc == 1)
        return portlight::runWindow(desktopApplication);
    return portlight::runCommandLine(argc, argv, stop, [&desktopApplication](const QString &vm) {
        portlight::WindowOptions options;
        options.vm = vm;
        (void)portlight::runWindow(desktopApplication, options);
    });
}
