// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogFile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

#include <sys/stat.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 LookedAt = 64 * 1024;

struct Magic
{
    QByteArrayView bytes;
    QLatin1StringView name;
};

/// Packed files, by the program that unpacks them.
constexpr std::array<Magic, 4> packers{{{QByteArrayView("\xfd"
                                                        "7zXZ\0",
                                                        6),
                                         "unxz"_L1},
                                        {QByteArrayView("\x28\xb5\x2f\xfd", 4), "unzstd"_L1},
                                        {QByteArrayView("BZh", 3), "bunzip2"_L1},
                                        {QByteArrayView("PK\x03\x04", 4), "unzip"_L1}}};

constexpr std::array<QByteArrayView, 7> binaries{QByteArrayView("\x7f"
                                                                "ELF",
                                                                4),
                                                 QByteArrayView("\x89PNG", 4),
                                                 QByteArrayView("\xff\xd8\xff", 3),
                                                 QByteArrayView("%PDF", 4),
                                                 QByteArrayView("QFI\xfb", 4),
                                                 QByteArrayView("SQLite format 3", 15),
                                                 QByteArrayView("GIF8", 4)};

bool isControl(char character)
{
    const auto byte = uchar(character);
    const bool usual = byte == 0 || (byte >= 7 && byte <= 13) || byte == 0x1b;
    return byte < 0x20 && !usual;
}

} // namespace

bool LogFile::isBinary(QByteArrayView beginning)
{
    if (std::any_of(binaries.begin(), binaries.end(),
                    [&](QByteArrayView magic) { return beginning.startsWith(magic); }))
        return true;
    const auto controls = std::count_if(beginning.begin(), beginning.end(), isControl);
    return controls * 20 > beginning.size(); // Of random bytes, one in eleven is such a character.
}

Result<LogFile::Kind> LogFile::inspect(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName().isEmpty() ? path : info.fileName();
    if (!info.exists())
        return failure(ErrorKind::Usage, u"file.missing"_s, tr("There is no file %1.").arg(path),
                       tr("It may have been moved or deleted."));
    if (info.isDir())
        return failure(ErrorKind::Usage, u"file.folder"_s, tr("%1 is a folder.").arg(path),
                       tr("Choose one of the files in it."));
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode))
        return failure(ErrorKind::Usage, u"file.special"_s, tr("%1 is no ordinary file.").arg(path),
                       tr("Only files can be opened here."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Usage, u"file.denied"_s, tr("%1 cannot be read.").arg(path),
                       tr("Ask its owner for the permission to read it, or make a copy."), file.errorString());
    const QByteArray beginning = file.read(LookedAt);
    if (beginning.startsWith("\x1f\x8b"))
        return Kind::Gzip;
    for (const auto &[magic, program] : packers) {
        if (beginning.startsWith(magic))
            return failure(ErrorKind::Usage, u"file.compressed"_s, tr("%1 is compressed.").arg(name),
                           tr("Unpack it first, for example with %1.").arg(program));
    }
    if (isBinary(beginning))
        return failure(ErrorKind::Usage, u"file.binary"_s, tr("%1 is not a text file.").arg(name),
                       tr("Portlight shows logs of consoles and other text."));
    return Kind::Text;
}

} // namespace portlight
