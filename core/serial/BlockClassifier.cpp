// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/BlockClassifier.h"

#include "serial/KernelStamp.h"

namespace portlight {

class BlockClassifier::FirstRules final : public PatternMatcher::Sink
{
public:
    explicit FirstRules(std::vector<quint16> &first)
        : m_first(first)
    {
    }
    [[nodiscard]] bool wants(int pattern, qsizetype line) const override { return pattern < m_first[size_t(line)]; }
    void found(int pattern, qsizetype line) override
    {
        quint16 &first = m_first[size_t(line)];
        if (pattern < first)
            first = quint16(pattern);
    }

private:
    std::vector<quint16> &m_first;
};

BlockClassifier::BlockClassifier(std::shared_ptr<const LineClassifier> classifier)
    : m_classifier(std::move(classifier))
{
    if (m_classifier->matcher())
        m_scanner = m_classifier->matcher()->makeScanner();
    for (const HighlightRule &rule : m_classifier->rules())
        m_tagOfRule.push_back({rule.lineClass, rule.severity, false, false});
}

BlockClassifier::~BlockClassifier() = default;

void BlockClassifier::findRules(const PlainBlock &block)
{
    m_first.assign(block.ends.size(), NoRule);
    if (!m_scanner)
        return;
    FirstRules sink(m_first);
    m_scanner->scan(block, sink);
    quint32 begin = 0;
    for (size_t line = 0; line < block.ends.size(); ++line) {
        const quint32 end = block.ends[line];
        if (end - begin > LineClassifier::MostBytes) { // Only its beginning counts.
            const QByteArrayView text(block.text.constData() + begin, qsizetype(end - begin));
            const int rule = m_classifier->classify(text).rule;
            m_first[line] = rule < 0 ? NoRule : quint16(rule);
        }
        begin = end + 1;
    }
}

void BlockClassifier::classify(const PlainBlock &block, std::vector<LineTag> &tags)
{
    findRules(block);
    tags.resize(block.ends.size());
    quint32 begin = 0;
    for (size_t line = 0; line < block.ends.size(); ++line) {
        const quint32 end = block.ends[line];
        const QByteArrayView text(block.text.constData() + begin, qsizetype(end - begin));
        if (const quint16 rule = ruleOf(line); rule != NoRule)
            tags[line] = tagOf(rule);
        else
            tags[line] = {KernelStamp::microseconds(text) >= 0 ? LineClass::Kernel : LineClass::Plain, Severity::None,
                          false, false};
        begin = end + 1;
    }
}

} // namespace portlight
