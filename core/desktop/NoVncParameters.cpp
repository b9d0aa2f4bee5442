// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/NoVncParameters.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

NoVncParameters::NoVncParameters(const QUrl &url)
    : NoVncParameters(url, {}, {})
{
}

NoVncParameters::NoVncParameters(const QUrl &url, const QHash<QString, QString> &defaults,
                                 const QHash<QString, QString> &mandatory)
    : m_values(defaults)
{
    read(url.query(QUrl::FullyEncoded));
    read(url.fragment(QUrl::FullyEncoded));
    m_values.insert(mandatory);
}

bool NoVncParameters::flag(const QString &name, bool otherwise) const
{
    if (!has(name))
        return otherwise;
    static const QStringList off = {u"0"_s, u"no"_s, u"false"_s, u"off"_s};
    return !off.contains(text(name).toLower());
}

void NoVncParameters::read(const QString &encoded)
{
    const QStringList pairs = encoded.split(u'&', Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals > 0)
            m_values[pair.left(equals)] = QUrl::fromPercentEncoding(pair.mid(equals + 1).toUtf8());
    }
}

} // namespace portlight
