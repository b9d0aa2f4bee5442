// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/Image.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

qint64 integer(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toInteger();
}

} // namespace

QString Image::reference() const
{
    return u"%1@%2"_s.arg(name).arg(version);
}

QJsonObject Image::toJson(bool withPackages) const
{
    QJsonObject object{{u"name"_s, name},
                       {u"version"_s, version},
                       {u"reference"_s, reference()},
                       {u"folder"_s, folder},
                       {u"root_disk"_s, rootDisk},
                       {u"kernel"_s, kernel},
                       {u"initrd"_s, initrd},
                       {u"boot_arguments"_s, bootArguments},
                       {u"recipe"_s, recipe},
                       {u"description"_s, description},
                       {u"suite"_s, suite},
                       {u"kernel_version"_s, kernelVersion},
                       {u"built"_s, built.toUTC().toString(Qt::ISODate)},
                       {u"size"_s, size},
                       {u"disk_usage"_s, diskUsage},
                       {u"root_disk_sha256"_s, rootDiskSha256},
                       {u"package_count"_s, packages.size()},
                       {u"units"_s, QJsonArray::fromStringList(units)}};
    if (withPackages)
        object.insert(u"packages"_s, QJsonArray::fromStringList(packages));
    return object;
}

Result<Image> Image::fromJson(const QByteArray &json, const QString &folder)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Image image;
    image.name = object.value("name"_L1).toString();
    image.version = object.value("version"_L1).toInt();
    if (image.name.isEmpty() || image.version < 1)
        return failure(
            ErrorKind::Failed, u"image.damaged"_s,
            QCoreApplication::translate("Image", "The description of the image in %1 cannot be read.").arg(folder),
            QCoreApplication::translate("Image", "Build the image again."));
    image.folder = folder;
    image.rootDisk = folder + u'/' + QLatin1StringView(rootDiskFile);
    image.kernel = folder + u'/' + QLatin1StringView(kernelFile);
    image.initrd = folder + u'/' + QLatin1StringView(initrdFile);
    image.bootArguments = object.value("boot_arguments"_L1).toString();
    image.recipe = object.value("recipe"_L1).toString();
    image.description = object.value("description"_L1).toString();
    image.suite = object.value("suite"_L1).toString();
    image.kernelVersion = object.value("kernel_version"_L1).toString();
    image.built = QDateTime::fromString(object.value("built"_L1).toString(), Qt::ISODate);
    image.size = integer(object, "size"_L1);
    image.diskUsage = integer(object, "disk_usage"_L1);
    image.rootDiskSha256 = object.value("root_disk_sha256"_L1).toString();
    image.packages = object.value("packages"_L1).toVariant().toStringList();
    image.units = object.value("units"_L1).toVariant().toStringList();
    return image;
}

} // namespace portlight
