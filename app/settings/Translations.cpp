// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

void Translations::install(QCoreApplication &application)
{
    static constexpr auto done = "portlight-translated";
    if (application.property(done).toBool())
        return;
    application.setProperty(done, true);
    install(application, QLocale());
}

bool Translations::install(QCoreApplication &application, const QLocale &locale)
{
    // English has its plural forms in a file of its own; what another language lacks falls back to it.
    auto *english = new QTranslator(&application);
    if (english->load(u":/i18n/portlight_en.qm"_s))
        QCoreApplication::installTranslator(english);
    else
        delete english;
    auto *own = new QTranslator(&application);
    if (!own->load(locale, u"portlight"_s, u"_"_s, u":/i18n"_s)) {
        delete own;
        return false;
    }
    QCoreApplication::installTranslator(own);
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    else
        delete qt;
    return true;
}

} // namespace portlight
