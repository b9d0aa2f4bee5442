// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardPaths>
#include <QString>
#include <QtTest>

/// Skips the test with a sentence when a program is missing; fails instead where CI is set.
#define PORTLIGHT_NEED_PROGRAM(name)                                                                                   \
    do {                                                                                                               \
        if (QStandardPaths::findExecutable(name).isEmpty()) {                                                          \
            if (qEnvironmentVariableIsSet("CI"))                                                                       \
                QFAIL(qPrintable((name) + QStringLiteral(" is not installed.")));                                      \
            QSKIP(qPrintable((name) + QStringLiteral(" is not installed.")));                                          \
        }                                                                                                              \
    } while (false)
