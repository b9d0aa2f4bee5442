// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/UserCache.h"

#include <QDir>
#include <QStandardPaths>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

QString UserCache::folder()
{
    const QString home = qEnvironmentVariable("PORTLIGHT_HOME");
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    const QString folder = home.isEmpty() ? usual + u"/portlight"_s : home + u"/cache"_s;
    return QDir().mkpath(folder) ? folder : QString();
}

} // namespace portlight
