// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/TypedText.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

bool needsShift(char32_t sign)
{
    static const QString shifted = u"~!@#$%^&*()_+{}|:\"<>?"_s;
    return (sign >= U'A' && sign <= U'Z') || (sign < 0x7f && shifted.contains(QChar(char16_t(sign))));
}

quint32 keysymOf(char32_t sign)
{
    if (sign == U'\n')
        return keysym::returnKey;
    if (sign == U'\t')
        return keysym::tab;
    if (sign < 0x20 || (sign >= 0x7f && sign < 0xa0))
        return 0;
    return sign <= 0xff ? quint32(sign) : keysym::unicode + quint32(sign);
}

} // namespace

TypedText::TypedText(const QString &text)
{
    const QList<uint> signs = QString(text).replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').toUcs4();
    for (const uint sign : signs) {
        if (const quint32 keysym = keysymOf(sign); keysym != 0)
            m_keys.append({keysym, needsShift(sign)});
    }
}

} // namespace portlight
