// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/DesktopFacts.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

QJsonObject DesktopFacts::toJson() const
{
    return {
        {u"name"_s, name},
        {u"width"_s, width},
        {u"height"_s, height},
        {u"blank"_s, blank},
        {u"distinct_colors"_s, distinctColors},
        {u"screenshot"_s, screenshot.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(screenshot)},
    };
}

} // namespace portlight
