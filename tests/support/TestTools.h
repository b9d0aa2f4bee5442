// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardPaths>
#include <QStringList>
#include <QtTest>

namespace portlight {

/// Those of these programs that are not there.
[[nodiscard]] inline QStringList notInstalled(QStringList programs)
{
    programs.removeIf([](const QString &program) { return !QStandardPaths::findExecutable(program).isEmpty(); });
    return programs;
}

} // namespace portlight

/// Skips the test with a sentence; fails instead where CI is set: there everything must be installed.
#define PORTLIGHT_SKIP(sentence)                                                                                       \
    do {                                                                                                               \
        if (qEnvironmentVariableIsSet("CI"))                                                                           \
            QFAIL(qPrintable(sentence));                                                                               \
        QSKIP(qPrintable(sentence));                                                                                   \
    } while (false)

/// PORTLIGHT_SKIP when something is missing; `missing` names it.
#define PORTLIGHT_NEED_ALL(missing)                                                                                    \
    do {                                                                                                               \
        const QStringList missingHere = missing;                                                                       \
        if (!missingHere.isEmpty())                                                                                    \
            PORTLIGHT_SKIP(QStringLiteral("Not installed: %1.").arg(missingHere.join(QStringLiteral(", "))));          \
    } while (false)

/// PORTLIGHT_SKIP when a program is missing.
#define PORTLIGHT_NEED_PROGRAM(name) PORTLIGHT_NEED_ALL(portlight::notInstalled({name}))
