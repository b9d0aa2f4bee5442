// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ClipboardText.h"

#include "rfb/ZlibStream.h"

#include <QtEndian>

#include <zlib.h>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

bool unpackExactly(ByteReader &in, ZlibStream &stream, char *output, qsizetype size)
{
    qsizetype done = 0;
    while (done < size) {
        qsizetype limit = in.available();
        const ZlibStream::Step step = stream.inflate(in, limit, reinterpret_cast<uchar *>(output) + done, size - done);
        if (!step.valid || step.produced == 0)
            return false;
        done += step.produced;
    }
    return true;
}

} // namespace

QByteArray packClipboardText(const QString &text)
{
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u"\n"_s, u"\r\n"_s);
    QByteArray utf8 = lines.toUtf8();
    utf8.append('\0');
    QByteArray content(4, '\0');
    qToBigEndian(quint32(utf8.size()), content.data());
    content += utf8;
    uLongf size = compressBound(uLong(content.size()));
    QByteArray packed(qsizetype(size), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef *>(packed.data()), &size, reinterpret_cast<const Bytef *>(content.constData()),
              uLong(content.size()), Z_DEFAULT_COMPRESSION);
    packed.resize(qsizetype(size));
    return packed;
}

UnpackedText unpackClipboardText(QByteArrayView packed, quint32 largest)
{
    UnpackedText result;
    ByteReader in(packed);
    ZlibStream stream;
    char size[4];
    if (!unpackExactly(in, stream, size, sizeof size))
        return result;
    result.size = qFromBigEndian<quint32>(size);
    if (result.size > largest) {
        result.valid = true;
        return result;
    }
    QByteArray utf8(qsizetype(result.size), Qt::Uninitialized);
    if (!unpackExactly(in, stream, utf8.data(), utf8.size()))
        return result;
    result.valid = true;
    if (const qsizetype end = utf8.indexOf('\0'); end >= 0)
        utf8.truncate(end);
    result.text = QString::fromUtf8(utf8).replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return result;
}

} // namespace portlight::rfb
