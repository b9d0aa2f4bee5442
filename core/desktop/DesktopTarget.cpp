// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopTarget.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

QString DesktopTarget::endpoint() const
{
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return name + u':' + QString::number(port);
}

} // namespace portlight
