// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineClass.h"

namespace portlight {

/// What the index knows of a line beside its place; one byte.
struct LineTag
{
    LineClass lineClass = LineClass::Plain;
    Severity severity = Severity::None;
    bool continuation = false;
    bool continues = false;

    [[nodiscard]] quint8 packed() const
    {
        return quint8(quint8(lineClass) | quint8(severity) << 3 | (continuation ? 0x40 : 0) | (continues ? 0x80 : 0));
    }
    [[nodiscard]] static LineTag unpacked(quint8 byte)
    {
        return {LineClass(byte & 7), Severity((byte >> 3) & 7), (byte & 0x40) != 0, (byte & 0x80) != 0};
    }

    friend bool operator==(const LineTag &, const LineTag &) = default;
};

} // namespace portlight
