// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/Image.h"

#include <QString>

namespace portlight {

/// Where the tests keep their images and VMs: $PORTLIGHT_TEST_HOME, else below the build folder. Becomes
/// $PORTLIGHT_HOME.
QString useTestHome();

/// Says which recipe files an image was built from; a changed recipe makes another text.
QByteArray recipeStamp();

/// Why no guest can be booted here; empty when one can. In CI that is a failure of the test.
QString whyNoGuests();

/// The built program.
QString portlightProgram();

} // namespace portlight

/// Skips (fails in CI) where guests cannot be booted.
#define PORTLIGHT_NEED_GUESTS()                                                                                        \
    do {                                                                                                               \
        const QString why = portlight::whyNoGuests();                                                                  \
        if (!why.isEmpty() && qEnvironmentVariableIsSet("CI"))                                                         \
            QFAIL(qPrintable(why));                                                                                    \
        if (!why.isEmpty())                                                                                            \
            QSKIP(qPrintable(why));                                                                                    \
    } while (false)
