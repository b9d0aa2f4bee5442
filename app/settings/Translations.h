// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace portlight {

namespace Translations {

/// Loads Portlight's and Qt's own translations for the user's language, once per application; the second call does
/// nothing. English needs none.
void install(QCoreApplication &application);
/// The same for a certain language. False when Portlight does not speak it.
bool install(QCoreApplication &application, const QLocale &locale);

} // namespace Translations

} // namespace portlight
