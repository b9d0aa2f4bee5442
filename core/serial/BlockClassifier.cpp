// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/BlockClassifier.h"

#include "serial/KernelStamp.h"

#include <limits>

namespace portlight {

namespace {

/// Keeps the first rule of each line: rules are in the order of their weight.
class FirstRules final : public PatternMatcher::Sink
{
public:
    static constexpr quint16 None = std::numeric_limits<quint16>::max();

    void begin(size_t lines) { m_first.assign(lines, None); }
    [[nodiscard]] bool wants(int pattern, qsizetype line) const override { return pattern < m_first[size_t(line)]; }
    void found(int pattern, qsizetype line) override
    {
        quint16 &first = m_first[size_t(line)];
        if (pattern < first)
            first = quint16(pattern);
    }
    [[nodiscard]] quint16 of(size_t line) const { return m_first[line]; }

private:
    std::vector<quint16> m_first;
};

} // namespace

struct BlockClassifier::Private
{
    std::shared_ptr<const LineClassifier> classifier;
    std::unique_ptr<PatternMatcher::Scanner> scanner;
    FirstRules first;
    std::vector<LineTag> tagOfRule;

    [[nodiscard]] LineTag tagOf(size_t line, QByteArrayView text) const
    {
        if (text.size() > LineClassifier::MostBytes) { // Only its beginning counts.
            const auto verdict = classifier->classify(text);
            return {verdict.lineClass, verdict.severity, false, false};
        }
        if (const quint16 rule = first.of(line); rule != FirstRules::None)
            return tagOfRule[rule];
        return {KernelStamp::microseconds(text) >= 0 ? LineClass::Kernel : LineClass::Plain, Severity::None, false,
                false};
    }
};

BlockClassifier::BlockClassifier(std::shared_ptr<const LineClassifier> classifier)
    : d(std::make_unique<Private>())
{
    d->classifier = std::move(classifier);
    if (d->classifier->matcher())
        d->scanner = d->classifier->matcher()->makeScanner();
    for (const HighlightRule &rule : d->classifier->rules())
        d->tagOfRule.push_back({rule.lineClass, rule.severity, false, false});
}

BlockClassifier::~BlockClassifier() = default;

void BlockClassifier::classify(const PlainBlock &block, std::vector<LineTag> &tags)
{
    d->first.begin(block.ends.size());
    if (d->scanner)
        d->scanner->scan(block, d->first);
    tags.resize(block.ends.size());
    quint32 begin = 0;
    for (size_t line = 0; line < block.ends.size(); ++line) {
        const quint32 end = block.ends[line];
        tags[line] = d->tagOf(line, QByteArrayView(block.text.constData() + begin, qsizetype(end - begin)));
        begin = end + 1;
    }
}

} // namespace portlight
