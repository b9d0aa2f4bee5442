// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace portlight::rfb {

/// What a server may make us keep or compute. Everything beyond is `rfb.malformed`, before memory is taken,
/// except where it says that the rest is skipped.
struct Limits
{
    int maximumWidth = 16384;                         ///< Of the framebuffer, pixels.
    int maximumHeight = 16384;                        ///< Of the framebuffer, pixels.
    qint64 maximumFramebufferBytes = qint64(1) << 30; ///< 4 bytes per pixel.
    int maximumCursorEdge = 1024;                     ///< Width or height of a cursor, pixels.
    quint32 keptNameBytes = 4096;                     ///< Longer desktop names are cut.
    quint32 maximumNameBytes = 1U << 20;              ///< Longer ones break the protocol.
    quint32 keptCutTextBytes = 1U << 20;              ///< Longer clipboard texts are skipped and reported cut.
    quint32 maximumCutTextBytes = 256U << 20;         ///< Longer ones break the protocol.
    quint32 maximumReasonBytes = 64U << 10;           ///< Of a refusal.
};

} // namespace portlight::rfb
