// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"

#include "cli/CliContext.h"
#include "cli/ImageCommand.h"
#include "cli/VerifyCommand.h"
#include "cli/VmCommand.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// A call that cannot be understood is answered in the form it asked for all the same.
bool wantsJson(int argc, char **argv)
{
    return std::any_of(argv, argv + argc, [](const char *word) { return std::strcmp(word, "--json") == 0; });
}

} // namespace

int runCommandLine(int argc, char **argv, const Cancellation &stop, ShowWindow showWindow)
{
    CLI::App app("Portlight: is the desktop of a browser VM really there, and if not, why?", "portlight");
    app.set_version_flag("--version", "portlight " PORTLIGHT_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);
    CliContext context(stop);
    addDemoCommand(app, context, std::move(showWindow));
    addVerifyCommand(app, context);
    addVmCommand(app, context);
    addImageCommand(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // --help and --version come as "errors" with code 0; all others are calls that cannot be understood.
        if (error.get_exit_code() == 0)
            return app.exit(error);
        if (wantsJson(argc, argv))
            context.print(QJsonObject{{u"error"_s, QJsonObject{{u"id"_s, u"call.invalid"_s},
                                                               {u"summary"_s, QString::fromUtf8(error.what())},
                                                               {u"hint"_s, QString()},
                                                               {u"detail"_s, QString()}}}});
        (void)app.exit(error);
        return exitCodeFor(ErrorKind::Usage);
    }
    return context.exitCode();
}

int explainMissingDisplay()
{
    std::fputs("portlight: there is no display for the window.\n"
               "Run it in a desktop session, or use the command line: portlight --help\n",
               stderr);
    return exitCodeFor(ErrorKind::Unreachable);
}

} // namespace portlight
