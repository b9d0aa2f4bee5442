// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineClassifier.h"
#include "serial/LineTag.h"
#include "serial/PlainBlock.h"

#include <memory>
#include <vector>

namespace portlight {

/// Classifies many lines in one pass over their text; the same verdict for each as LineClassifier::classify() gives.
/// Holds the matcher's working memory, so each thread has its own.
class BlockClassifier
{
public:
    explicit BlockClassifier(std::shared_ptr<const LineClassifier> classifier);
    ~BlockClassifier();
    BlockClassifier(const BlockClassifier &) = delete;
    BlockClassifier &operator=(const BlockClassifier &) = delete;

    /// Puts one tag per line of `block` into `tags` (resized to block.count()); `continuation` and `continues` are
    /// left false. A line with a kernel stamp and no other class is Kernel.
    void classify(const PlainBlock &block, std::vector<LineTag> &tags);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace portlight
