// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/UnitFile.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

UnitFile::UnitFile(const QByteArray &text)
{
    QString joined = QString::fromUtf8(text);
    static const QRegularExpression continued(u"\\\\\\r?\\n"_s);
    joined.replace(continued, u" "_s);
    QString section;
    const QStringList lines = joined.split(u'\n');
    for (const QString &raw : lines) {
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            section = line.sliced(1, line.size() - 2);
            continue;
        }
        const auto equals = line.indexOf(u'=');
        if (equals > 0)
            m_entries.append({section, line.first(equals).trimmed(), line.sliced(equals + 1).trimmed()});
    }
}

QStringList UnitFile::values(const QString &section, const QString &key) const
{
    QStringList result;
    for (const Entry &entry : m_entries) {
        if (entry.section != section || entry.key != key)
            continue;
        if (entry.value.isEmpty())
            result.clear();
        else
            result.append(entry.value);
    }
    return result;
}

QStringList UnitFile::words() const
{
    const QStringList starts = values(u"Service"_s, u"ExecStart"_s);
    return starts.isEmpty() ? QStringList() : starts.first().split(u' ', Qt::SkipEmptyParts);
}

QString UnitFile::program() const
{
    static const QRegularExpression prefixes(u"^[-@:+!]+"_s);
    QString first = words().value(0);
    first.remove(prefixes);
    return first;
}

} // namespace portlight
