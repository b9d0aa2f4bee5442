// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/PlainBlock.h"

#include <QByteArray>

#include <vector>

namespace portlight {

/// What the lines before have left for the lines that follow.
struct ScanState
{
    /// What is remembered of a guest's line that the hypervisor's lines have cut is let go after so many lines.
    static constexpr int MostCarriedLines = 64;

    bool continuation = false; ///< The next line goes on with what the piece before it began ...
    bool isVmm = false;        ///< ... in a line of the hypervisor.
    QByteArray carried;        ///< The beginning of a guest's line, cut by lines of the hypervisor.
    int carriedLines = 0;      ///< How many lines ago it began.
};

/// The lines of a stretch of a log: their plain text, where each begins in the raw bytes, and what is special.
struct ScannedText
{
    /// A line that is not just a line of the guest.
    struct Odd
    {
        qint32 line = 0;
        bool continuation = false;
        bool continues = false;
        bool isVmm = false;
        qint32 vmmAt = 0;        ///< Where the hypervisor's part begins: before it stands a part of a guest's line.
        qint32 stitchedOf = 0;   ///< So many lines before hold its beginning; 0: it is not stitched.
        qint32 carriedAfter = 0; ///< ScanState::carriedLines behind it.
        bool cutsLine = false;   ///< NULs: they stand within a line.
        qint64 nuls = 0;         ///< It is no line but so many NULs.
    };

    PlainBlock block;
    std::vector<quint32> begins;
    std::vector<Odd> odd; ///< Ascending.
    /// Lines of the hypervisor, counted from the beginning of the block, whose part of a guest's line will never be
    /// continued: [first, last). May begin before the block.
    struct LetGo
    {
        qint64 first = 0;
        qint64 last = 0;
    };
    std::vector<LetGo> letGo;
    qsizetype consumed = 0; ///< The raw bytes behind these are an open line.

    [[nodiscard]] qint64 count() const { return block.count(); }
    void clear()
    {
        block.clear();
        begins.clear();
        odd.clear();
        letGo.clear();
        consumed = 0;
    }
};

} // namespace portlight
