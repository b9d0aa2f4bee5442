// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace portlight {

/// What a line of a serial log is about. The values are stored in three bits of the line index.
enum class LineClass : quint8 {
    Plain,
    Kernel,  ///< Has a kernel time stamp and no better class.
    Service, ///< A unit is starting, started, stopping, stopped.
    Report,  ///< Markers and headings of the health report.
    Good,    ///< Good news: a target reached, a port listening, a login prompt.
    Warning,
    Failure,
    Vmm, ///< A line of the hypervisor's own log that shares the guest's stream.
};

/// How much a line matters. Rises; the highest matching rule decides a line's class.
enum class Severity : quint8 {
    None,
    Notice,
    Warning,
    Error,
    Fatal, ///< Nothing goes on after it: a panic, an emergency shell.
};

} // namespace portlight

Q_DECLARE_METATYPE(portlight::LineClass)
Q_DECLARE_METATYPE(portlight::Severity)
