// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/Host.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

QString CommandResult::complaint() const
{
    constexpr int mostLines = 12;
    const QByteArray &text = errors.trimmed().isEmpty() ? output : errors;
    QStringList lines = QString::fromUtf8(text.right(8192).trimmed()).split(u'\n');
    if (lines.size() > mostLines)
        lines = lines.mid(lines.size() - mostLines);
    return lines.join(u'\n');
}

} // namespace portlight
