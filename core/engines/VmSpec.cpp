// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/VmSpec.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

QJsonObject VmSpec::toJson() const
{
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"engine"_s, engine},
            {u"image"_s, image},
            {u"image_version"_s, imageVersion},
            {u"root_disk"_s, rootDisk},
            {u"kernel"_s, kernel},
            {u"initrd"_s, initrd},
            {u"boot_arguments"_s, bootArguments},
            {u"memory_mib"_s, memoryMiB},
            {u"processors"_s, processors},
            {u"debug_boot"_s, debugBoot},
            {u"created"_s, created.toUTC().toString(Qt::ISODateWithMs)},
            {u"creating"_s, creating},
            {u"wanted"_s, wanted},
            {u"boots"_s, boots}};
}

Result<VmSpec> VmSpec::fromJson(const QByteArray &json, const QString &source)
{
    const auto damaged = [&source](const QString &why) {
        return failure(
            ErrorKind::Failed, u"vm.damaged"_s,
            QCoreApplication::translate("VmSpec", "The description of the VM in %1 is damaged: %2.").arg(source, why),
            QCoreApplication::translate("VmSpec", "Repair the file, or destroy the VM."));
    };
    QJsonParseError parseError{};
    const QJsonObject object = QJsonDocument::fromJson(json, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return damaged(u"%1 (%2)"_s.arg(parseError.errorString()).arg(parseError.offset));

    VmSpec spec;
    spec.id = object.value(u"id").toString();
    spec.name = object.value(u"name").toString();
    spec.engine = object.value(u"engine").toString();
    spec.image = object.value(u"image").toString();
    spec.imageVersion = object.value(u"image_version").toInt();
    spec.rootDisk = object.value(u"root_disk").toString();
    spec.kernel = object.value(u"kernel").toString();
    spec.initrd = object.value(u"initrd").toString();
    spec.bootArguments = object.value(u"boot_arguments").toString();
    spec.memoryMiB = object.value(u"memory_mib").toInt();
    spec.processors = object.value(u"processors").toInt();
    spec.debugBoot = object.value(u"debug_boot").toBool();
    spec.created = QDateTime::fromString(object.value(u"created").toString(), Qt::ISODateWithMs);
    spec.creating = object.value(u"creating").toBool();
    spec.wanted = object.value(u"wanted").toBool();
    spec.boots = object.value(u"boots").toInt();
    for (const auto &[key, value] :
         {std::pair{u"id", &spec.id}, std::pair{u"name", &spec.name}, std::pair{u"engine", &spec.engine},
          std::pair{u"root_disk", &spec.rootDisk}, std::pair{u"kernel", &spec.kernel}}) {
        if (value->isEmpty())
            return damaged(QCoreApplication::translate("VmSpec", "“%1” is missing").arg(QStringView(key)));
    }
    if (spec.memoryMiB <= 0 || spec.processors <= 0)
        return damaged(QCoreApplication::translate("VmSpec", "memory or processors are missing"));
    return spec;
}

} // namespace portlight
