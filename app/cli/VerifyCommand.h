// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace portlight {

class CliContext;

/// `portlight verify TARGET...`: is the desktop there? Exit code 0 only when every target is verified.
void addVerifyCommand(CLI::App &app, CliContext &context);

} // namespace portlight
