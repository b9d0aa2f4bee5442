// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageCheck.h"

#include "images/ImageInspector.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

using Status = ImageCheck::Finding::Status;

QString statusId(Status status)
{
    switch (status) {
    case Status::Passed:
        return u"passed"_s;
    case Status::Warned:
        return u"warned"_s;
    case Status::Failed:
        break;
    }
    return u"failed"_s;
}

} // namespace

bool ImageCheck::passed() const
{
    return std::ranges::none_of(findings, [](const Finding &finding) { return finding.status == Status::Failed; });
}

QJsonObject ImageCheck::toJson() const
{
    QJsonArray list;
    for (const Finding &finding : findings)
        list.append(QJsonObject{{u"id"_s, finding.id},
                                {u"status"_s, statusId(finding.status)},
                                {u"subject"_s, finding.subject},
                                {u"text"_s, finding.text},
                                {u"fix"_s, finding.fix}});
    return {{u"root_disk"_s, rootDisk}, {u"passed"_s, passed()}, {u"findings"_s, list}};
}

Result<ImageCheck> ImageCheck::inspect(Host &host, const QString &rootDisk, const Cancellation &cancellation)
{
    auto image = DebugfsImage::open(host, rootDisk, cancellation);
    if (!image)
        return failure(image.error());
    auto findings = ImageInspector(*image).run();
    if (!findings)
        return failure(findings.error());
    return ImageCheck{rootDisk, *findings};
}

Result<ImageCheck> ImageCheck::inspect(Host &host, const Image &image, const Cancellation &cancellation)
{
    auto check = inspect(host, image.rootDisk, cancellation);
    if (!check)
        return check;
    for (const auto &[file, what] : {std::pair{image.kernel, u"kernel"_s}, {image.initrd, u"initrd"_s}}) {
        const auto status = host.status(file, cancellation);
        if (!status && status.error().id != u"file.missing"_s)
            return failure(status.error());
        if (status && status->size > 0)
            check->findings.append({what + u".present"_s, Status::Passed, file, tr("%1 is there.").arg(file), {}});
        else
            check->findings.append({what + u".missing"_s, Status::Failed, file, tr("%1 is missing or empty.").arg(file),
                                    tr("Build the image again.")});
    }
    if (image.bootArguments.contains(u"console=ttyS0"_s))
        check->findings.append({u"console.present"_s,
                                Status::Passed,
                                u"console="_s,
                                tr("The kernel writes to the serial console ttyS0."),
                                {}});
    else
        check->findings.append({u"console.missing"_s, Status::Failed, u"console="_s,
                                tr("The boot arguments name no serial console: the log will stay empty."),
                                tr("Add console=ttyS0 to the boot arguments.")});
    return check;
}

} // namespace portlight
