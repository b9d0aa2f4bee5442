// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace CLI {
class App;
}

namespace portlight {

class CliContext;

/// Shows the window on a VM and returns when it is closed; empty where there is no display.
using ShowWindow = std::function<void(const QString &vmId)>;

/// `portlight demo`: image if needed, a VM on this machine, wait until verified, show it.
void addDemoCommand(CLI::App &app, CliContext &context, ShowWindow showWindow);

} // namespace portlight
