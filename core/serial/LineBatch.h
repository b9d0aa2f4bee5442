// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/KernelEvent.h"
#include "serial/LineClass.h"
#include "serial/ScannedText.h"

#include <vector>

namespace portlight {

/// Lines that were split and classified and are not in the store yet. All lines and places count from its beginning.
struct LineBatch
{
    /// A stamp that is not known yet: the last one of the lines before this batch.
    static constexpr qint64 Inherited = -2;
    static constexpr qint64 BlockLines = 128;
    static constexpr qint64 BlockBytes = 64 * 1024;

    struct Block
    {
        qint64 firstLine = 0;
        qint64 begin = 0;
        qint64 stamp = Inherited; ///< Of the last kernel line before the block.
        quint8 failures = 0;
        quint8 warnings = 0;
        Severity highest = Severity::None;
        quint8 carriedLines = 0; ///< ScanState::carriedLines before its first line.
    };

    std::vector<quint8> tags;
    std::vector<Block> blocks;
    std::vector<KernelEvent> events;
    std::vector<ScannedText::Odd> odd;
    std::vector<ScannedText::LetGo> letGo;
    qint64 lastStamp = Inherited;
    QByteArray firstText; ///< The plain text of the first line,
    QByteArray lastText;  ///< and of the last one, where it may be the end of the line that follows; else empty.
    qint64 failures = 0;
    qint64 warnings = 0;
    qint64 consumed = 0; ///< The raw bytes behind these are an open line.

    [[nodiscard]] qint64 count() const { return qint64(tags.size()); }
    void clear()
    {
        tags.clear();
        blocks.clear();
        events.clear();
        odd.clear();
        letGo.clear();
        lastStamp = Inherited;
        firstText.resize(0);
        lastText.resize(0);
        failures = warnings = consumed = 0;
    }
};

} // namespace portlight
