// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineClassNames.h"

namespace portlight {

using namespace Qt::Literals::StringLiterals;

QStringList LineClassNames::all()
{
    return {u"plain"_s, u"kernel"_s, u"service"_s, u"report"_s, u"good"_s, u"warning"_s, u"failure"_s, u"vmm"_s};
}

std::optional<LineClass> LineClassNames::classOf(const QString &name)
{
    const qsizetype index = all().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(LineClass(index));
}

std::optional<Severity> LineClassNames::severityOf(const QString &name)
{
    const QStringList names{u"none"_s, u"notice"_s, u"warning"_s, u"error"_s, u"fatal"_s};
    const qsizetype index = names.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(Severity(index));
}

} // namespace portlight
