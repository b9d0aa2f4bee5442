// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace portlight {

/// Loads Portlight's and Qt's own texts in the user's language; English where there are none.
void installTranslations(QCoreApplication &application);

} // namespace portlight
