// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/EngineRegistry.h"

#include "engines/qemu/QemuEngine.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

Result<std::shared_ptr<const Engine>> engineById(const QString &id)
{
    if (id == u"qemu")
        return std::make_shared<const QemuEngine>();
    return failure(ErrorKind::Usage, u"engine.unknown"_s,
                   QCoreApplication::translate("EngineRegistry", "There is no engine %1.").arg(id),
                   QCoreApplication::translate("EngineRegistry", "Engines: %1.").arg(engineIds().join(u", "_s)));
}

QStringList engineIds()
{
    return {u"qemu"_s};
}

} // namespace portlight
