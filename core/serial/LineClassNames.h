// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineClass.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace portlight {

/// The names of classes and severities in rule files and queries.
class LineClassNames
{
public:
    [[nodiscard]] static std::optional<LineClass> classOf(const QString &name);
    [[nodiscard]] static std::optional<Severity> severityOf(const QString &name);
    /// The names of the classes, in the order of LineClass.
    [[nodiscard]] static QStringList all();
};

} // namespace portlight
