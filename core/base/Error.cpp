// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Error.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

QString Error::text() const
{
    return hint.isEmpty() ? summary : summary + u' ' + hint;
}

Error cancelledError()
{
    return {ErrorKind::Cancelled, u"cancelled"_s, QCoreApplication::translate("Error", "Interrupted."), {}, {}};
}

} // namespace portlight
