// SPDX-License-Identifier: GPL-3.0-or-later
#include "StopSignals.h"
#include "WindowWish.h"
#include "cli/CommandLine.h"
#include "settings/Translations.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>
#include <string>
#include <unistd.h>

namespace {

/// Becomes the program with the window, which lies beside this one: whoever only checks a desktop need not wait for a
/// window's libraries. Returns only when that program cannot be started.
void becomeWindowProgram(char **argv)
{
    std::array<char, PATH_MAX> path{};
    if (::readlink("/proc/self/exe", path.data(), path.size() - 1) < 0)
        return;
    const std::string program = std::string(path.data()) + "-window";
    ::execv(program.c_str(), argv);
    std::fprintf(stderr, "portlight: The window needs %s, which cannot be started: %s.\n", program.c_str(),
                 std::strerror(errno));
}

} // namespace

int main(int argc, char **argv)
{
    if (portlight::wishesForWindow(argc, argv)) {
        becomeWindowProgram(argv);
        if (argc == 1)
            return 1;
    }
    // Before any thread starts, so that all of them leave the signals to the one that waits for them.
    const portlight::Cancellation stop;
    const portlight::StopSignals signals(stop);
    QCoreApplication::setApplicationName(QStringLiteral("portlight"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTLIGHT_VERSION));
    const QCoreApplication application(argc, argv);
    portlight::Translations::install(*QCoreApplication::instance());
    return portlight::runCommandLine(argc, argv, stop, {});
}
