// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ScreenshotFile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace portlight::ScreenshotFile {

namespace {

tl::unexpected<Error> unwritable(const QString &path, const QString &reason)
{
    return failure(
        ErrorKind::Usage, u"screenshot.unwritable"_s,
        QCoreApplication::translate("ScreenshotFile", "The screenshot cannot be written to %1: %2.").arg(path, reason),
        QCoreApplication::translate("ScreenshotFile", "Name a file in a folder that you can write to."));
}

} // namespace

Result<void> check(const QString &path)
{
    // Replacing it would put a plain file in the place of a folder, a device or a pipe.
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return unwritable(path, QCoreApplication::translate("ScreenshotFile", "it is no plain file"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    file.cancelWriting();
    return {};
}

QByteArray encode(const QImage &image)
{
    QBuffer buffer;
    // 80: little compression, half the time of the default and still a fraction of the raw size.
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG", 80) ? buffer.data() : QByteArray();
}

Result<void> write(const QString &path, const QImage &image)
{
    return write(path, encode(image));
}

Result<void> write(const QString &path, const QByteArray &png)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    if (png.isEmpty() || file.write(png) != png.size() || !file.flush() || !file.commit())
        return unwritable(path, file.errorString());
    return {};
}

} // namespace portlight::ScreenshotFile
