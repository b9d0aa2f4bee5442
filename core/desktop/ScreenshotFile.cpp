// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ScreenshotFile.h"

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

Result<void> write(const QString &path, const QImage &image)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    // 80: little compression, half the time of the default and still a fraction of the raw size.
    if (!image.save(&file, "PNG", 80) || !file.flush() || !file.commit())
        return unwritable(path, file.errorString());
    return {};
}

} // namespace portlight::ScreenshotFile
