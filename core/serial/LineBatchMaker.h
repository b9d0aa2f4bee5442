// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/BlockClassifier.h"
#include "serial/LineBatch.h"
#include "serial/PlainScanner.h"

#include <memory>
#include <vector>

namespace portlight {

/// Splits and classifies raw bytes of a log. Keeps its working memory; each thread has its own.
class LineBatchMaker
{
public:
    explicit LineBatchMaker(std::shared_ptr<const LineClassifier> classifier);

    /// Puts the lines of `raw`, which begins where a line or a piece begins, into an empty `batch`.
    void make(QByteArrayView raw, PlainScanner::End end, ScanState &state, LineBatch &batch);

private:
    void describe(qint64 carriedLines, LineBatch &batch);
    /// Longer lines are not looked at for being the end of others.
    static constexpr qsizetype MostEndBytes = 1024;

    bool noteText(qint64 line, QByteArrayView text, LineBatch &batch);
    void noteStamp(qint64 line, QByteArrayView text, qint64 stamp, LineBatch &batch);
    void beginBlock(size_t line, qint64 carriedLines, LineBatch &batch) const;

    BlockClassifier m_classifier;
    ScannedText m_text;
    bool m_isRunning = false; ///< An ordinary kernel line came since the beginning, a banner, a good-bye.
};

} // namespace portlight
