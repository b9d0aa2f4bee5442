// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/BlockClassifier.h"

namespace portlight {

struct BlockClassifier::Private
{
    std::shared_ptr<const LineClassifier> classifier;
};

BlockClassifier::BlockClassifier(std::shared_ptr<const LineClassifier> classifier)
    : d(std::make_unique<Private>())
{
    d->classifier = std::move(classifier);
}

BlockClassifier::~BlockClassifier() = default;

void BlockClassifier::classify(const PlainBlock &block, std::vector<LineTag> &tags)
{
    tags.assign(block.ends.size(), LineTag());
    quint32 begin = 0;
    for (size_t line = 0; line < block.ends.size(); ++line) {
        const quint32 end = block.ends[line];
        const auto verdict = d->classifier->classify(QByteArrayView(block.text).sliced(begin, end - begin));
        tags[line].lineClass = verdict.lineClass;
        tags[line].severity = verdict.severity;
        begin = end + 1;
    }
}

} // namespace portlight
