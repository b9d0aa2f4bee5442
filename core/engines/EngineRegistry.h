// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engines/Engine.h"

#include <QStringList>

namespace portlight {

/// The engine with this id. Error: "engine.unknown" (Usage), naming those there are.
[[nodiscard]] Result<std::shared_ptr<const Engine>> engineById(const QString &id);

/// Ids of all engines, the default one first.
[[nodiscard]] QStringList engineIds();

} // namespace portlight
