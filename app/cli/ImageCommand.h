// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace portlight {

class CliContext;

/// `portlight image build | list | show | check | remove`.
void addImageCommand(CLI::App &app, CliContext &context);

} // namespace portlight
