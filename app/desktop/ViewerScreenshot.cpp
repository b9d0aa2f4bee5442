// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ViewerScreenshot.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int longestName = 80;

} // namespace

QImage ViewerScreenshot::withFacts(const QImage &picture, const Facts &facts)
{
    QImage told = picture;
    const QString size = u"%1x%2"_s.arg(picture.width()).arg(picture.height());
    const auto add = [&told](const QString &key, const QString &value) {
        if (!value.isEmpty())
            told.setText(key, value);
    };
    add(u"Title"_s, facts.name);
    add(u"Source"_s, facts.host.isEmpty() ? facts.endpoint : u"%1 %2"_s.arg(facts.host, facts.endpoint).trimmed());
    add(u"Software"_s, u"Portlight " PORTLIGHT_VERSION ""_s);
    add(u"Creation Time"_s, facts.time.toUTC().toString(Qt::ISODate));
    add(u"Description"_s, size);
    return told;
}

QString ViewerScreenshot::fileName(const QString &name, const QDateTime &time)
{
    QString safe = name.left(longestName);
    for (QChar &letter : safe) {
        const bool harmless = letter.isLetterOrNumber() || letter == u'-' || letter == u'_' || letter == u'.';
        if (!harmless)
            letter = u'_';
    }
    while (safe.startsWith(u'.'))
        safe.remove(0, 1);
    return u"%1-%2"_s.arg(safe.isEmpty() ? u"desktop"_s : safe, time.toString(u"yyyy-MM-dd-HHmmss"_s));
}

} // namespace portlight
