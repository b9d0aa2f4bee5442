// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "hosts/HostSocket.h"

namespace portlight {

/// Joins two descriptors (a terminal's input and output) with a console socket and blocks until one side ends:
/// what `portlight vm console` does. Leaves the terminal's mode alone; the caller makes it raw and puts it back.
/// The console is always read: what a stopped terminal or a full pipe does not take is kept up to 256 KiB, then left
/// out, and a line says how much it was.
class ConsoleRelay
{
public:
    /// Ctrl+], as telnet and `virsh console` have it.
    static constexpr char DefaultEscape = '\x1d';

    enum class End {
        Escape, ///< The escape character was typed.
        Input,  ///< The input ended.
        Console ///< The VM closed its side.
    };

    /// `escape` is not sent; 0 for none. Errors: "socket.closed", "console.failed", "cancelled".
    [[nodiscard]] static Result<End> run(HostSocket socket, int inputFd, int outputFd, char escape,
                                         const Cancellation &cancellation);
};

} // namespace portlight
