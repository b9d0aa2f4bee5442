// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageFolders.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

Result<ImageFolders> ImageFolders::of(Host &host, const QString &name, const QString &suite,
                                      const Cancellation &cancellation)
{
    const auto folders = host.folders(cancellation);
    if (!folders)
        return failure(folders.error());
    ImageFolders result;
    result.root = folders->data + u"/images"_s;
    result.image = result.root + u'/' + name;
    result.building = result.image + u"/building"_s;
    result.packages = folders->cache + u"/packages/"_s + suite;
    result.lockFile = result.root + u"/."_s + name + u".lock"_s;
    return result;
}

QString ImageFolders::version(int number) const
{
    return u"%1/v%2"_s.arg(image).arg(number);
}

QString ImageFolders::failedLog() const
{
    return image + u"/build-failed.log"_s;
}

int ImageFolders::versionNumber(const QString &folderName)
{
    if (!folderName.startsWith(u'v') || folderName.size() > 9)
        return 0;
    bool isNumber = false;
    const int number = QStringView(folderName).sliced(1).toInt(&isNumber);
    return isNumber && number > 0 && folderName == u"v%1"_s.arg(number) ? number : 0;
}

} // namespace portlight
