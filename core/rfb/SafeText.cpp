// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/SafeText.h"

#include <QStringDecoder>

namespace portlight::rfb {

namespace {

QString decoded(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

/// What is not to be shown: controls, invisible formatting (direction marks among it), line and paragraph separators.
bool isUnsafe(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

QString safeText(QByteArrayView bytes, qsizetype maximumLength)
{
    QString text = decoded(bytes);
    for (QChar &character : text) {
        if (isUnsafe(character))
            character = u' ';
    }
    text = text.simplified();
    if (text.size() <= maximumLength)
        return text;
    qsizetype length = maximumLength;
    if (length > 0 && text.at(length - 1).isHighSurrogate())
        --length;
    return text.first(length) + QChar(0x2026);
}

} // namespace portlight::rfb
