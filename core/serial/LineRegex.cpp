// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineRegex.h"

namespace portlight {

using namespace Qt::Literals::StringLiterals;

LineRegex::LineRegex(const LinePattern &pattern)
{
    QRegularExpression::PatternOptions options;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, pattern.ignoreCase);
    const QString text = pattern.isText ? QRegularExpression::escape(pattern.pattern) : pattern.pattern;
    // Looking at a line of 4 KiB for something sensible takes some thousand steps.
    m_expression = QRegularExpression(u"(*LIMIT_MATCH=100000)"_s + text, options);
    m_expression.optimize();
}

} // namespace portlight
