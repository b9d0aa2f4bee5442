// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portlight {

/// A line from which one can tell where boots begin. Most lines of a kernel are none.
struct KernelEvent
{
    enum class Kind : quint8 {
        Stamp,    ///< An ordinary line of a kernel, the first one after something else.
        Back,     ///< An ordinary line whose stamp is smaller than the one before.
        Banner,   ///< The first line of a kernel.
        CutStamp, ///< The end of an ordinary line: OlderText::isEndOfStamp().
        Repeated, ///< The end of the line that follows it: OlderText::isEndOf().
        Goodbye,  ///< "reboot: Power down" and the like.
    };
    qint64 line = 0;
    Kind kind = Kind::Stamp;
    qint64 stamp = 0;  ///< Microseconds.
    qint64 before = 0; ///< The stamp before it; LineBatch::Inherited where it is not in the same batch.
    QString kernel;    ///< Of a banner.
};

} // namespace portlight
