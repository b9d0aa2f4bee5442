// SPDX-License-Identifier: GPL-3.0-or-later
#include "Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

void installTranslations(QCoreApplication &application)
{
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (const auto &[name, folder] : {std::pair{u"qtbase"_s, qtFolder}, std::pair{u"portlight"_s, u":/i18n"_s}}) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(QLocale(), name, u"_"_s, folder))
            continue;
        QCoreApplication::installTranslator(translator.get());
        translator.release()->setParent(&application);
    }
}

} // namespace portlight
