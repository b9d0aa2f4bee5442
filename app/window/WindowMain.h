// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"

#include <QString>

class QApplication;

namespace portlight {

/// How the window begins.
struct WindowOptions
{
    HostPointer host;     ///< Whose VMs are shown. Null: this machine.
    QString vm;           ///< Id of the VM to show. Empty: the one that was shown last.
    bool runDemo = false; ///< Start the demo as a job at once.
};

/// Shows the window and returns its exit code when it is closed. Works from the main thread with an application that
/// has not been dressed yet. VMs keep running afterwards.
[[nodiscard]] int runWindow(QApplication &application, const WindowOptions &options = {});

} // namespace portlight
