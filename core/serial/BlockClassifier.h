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

    /// For programs that look at stamps themselves. No rule: NoRule.
    static constexpr quint16 NoRule = 0xffff;
    /// Looks for the rules of each line; what ruleOf() says until the next block.
    void findRules(const PlainBlock &block);
    [[nodiscard]] quint16 ruleOf(size_t line) const { return m_first[line]; }
    /// What a line is by its rule, which is not NoRule.
    [[nodiscard]] LineTag tagOf(quint16 rule) const { return m_tagOfRule[rule]; }

private:
    class FirstRules;

    const std::shared_ptr<const LineClassifier> m_classifier;
    std::unique_ptr<PatternMatcher::Scanner> m_scanner;
    std::vector<quint16> m_first; ///< The first rule of each line: rules are in the order of their weight.
    std::vector<LineTag> m_tagOfRule;
};

} // namespace portlight
