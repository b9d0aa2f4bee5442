// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace portlight {

class CliContext;

/// `portlight vm list | create | show | start | stop | restart | pause | resume | destroy | trash | undestroy | logs |
/// console`.
void addVmCommand(CLI::App &app, CliContext &context);

} // namespace portlight
