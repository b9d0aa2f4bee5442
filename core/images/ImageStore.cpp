// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageStore.h"

#include "images/ImageFolders.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 largestMetadata = 4 * 1024 * 1024;

/// The image in a version's folder; an error when it is not complete.
Result<Image> readImage(Host &host, const QString &folder, const Cancellation &cancellation)
{
    const auto json =
        host.readFile(folder + u'/' + QLatin1StringView(Image::metadataFile), 0, largestMetadata, cancellation);
    if (!json)
        return failure(json.error());
    auto image = Image::fromJson(*json, folder);
    if (!image)
        return image;
    for (const QString &file : {image->rootDisk, image->kernel, image->initrd}) {
        if (!host.status(file, cancellation))
            return failure(ErrorKind::Failed, u"image.damaged"_s,
                           QCoreApplication::translate("ImageStore", "The image %1 is damaged: %2 is missing.")
                               .arg(image->reference(), file),
                           QCoreApplication::translate("ImageStore", "Build the image again."));
    }
    return image;
}

struct Reference
{
    QString name;
    int version = 0; ///< 0: the newest.
};

Reference parseReference(const QString &text)
{
    static const QRegularExpression withVersion(u"^(.+)(?:@|-v)([0-9]{1,8})$"_s);
    const auto match = withVersion.match(text);
    if (match.hasMatch())
        return {match.captured(1), match.captured(2).toInt()};
    return {text, 0};
}

} // namespace

ImageStore::ImageStore(HostPointer host)
    : m_host(std::move(host))
{
}

bool ImageStore::isName(const QString &name)
{
    static const QRegularExpression shape(u"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$"_s);
    static const QRegularExpression versioned(u"-v[0-9]+$"_s);
    return shape.match(name).hasMatch() && !versioned.match(name).hasMatch();
}

Result<QString> ImageStore::folder(const Cancellation &cancellation) const
{
    const auto folders = m_host->folders(cancellation);
    if (!folders)
        return failure(folders.error());
    return folders->data + u"/images"_s;
}

Result<QList<Image>> ImageStore::list(const Cancellation &cancellation) const
{
    const auto root = folder(cancellation);
    if (!root)
        return failure(root.error());
    const auto names = m_host->list(*root, cancellation);
    if (!names && names.error().id == u"file.missing"_s)
        return QList<Image>();
    if (!names)
        return failure(names.error());

    QList<Image> images;
    for (const FileStatus &name : *names) {
        if (name.type != FileStatus::Type::Folder || !isName(name.name))
            continue;
        const auto versions = m_host->list(*root + u'/' + name.name, cancellation);
        if (!versions)
            return failure(versions.error());
        for (const FileStatus &version : *versions) {
            if (ImageFolders::versionNumber(version.name) == 0)
                continue;
            const auto image = readImage(*m_host, *root + u'/' + name.name + u'/' + version.name, cancellation);
            if (image)
                images.append(*image);
            else if (image.error().kind == ErrorKind::Cancelled)
                return failure(image.error());
        }
    }
    std::ranges::sort(images, [](const Image &one, const Image &other) {
        return one.name != other.name ? one.name < other.name : one.version > other.version;
    });
    return images;
}

Result<Image> ImageStore::find(const QString &reference, const Cancellation &cancellation) const
{
    const Reference wanted = parseReference(reference);
    if (wanted.version > 0 && isName(wanted.name)) {
        const auto root = folder(cancellation);
        if (!root)
            return failure(root.error());
        auto image = readImage(*m_host, u"%1/%2/v%3"_s.arg(*root, wanted.name).arg(wanted.version), cancellation);
        if (image || image.error().id != u"file.missing"_s)
            return image;
    }
    const auto images = list(cancellation);
    if (!images)
        return failure(images.error());
    QStringList names;
    for (const Image &image : *images) {
        if (image.name == wanted.name && wanted.version == 0)
            return image;
        if (!names.contains(image.name))
            names.append(image.name);
    }
    const QString hint =
        names.isEmpty() ? QCoreApplication::translate(
                              "ImageStore", "There are no images yet. Build one: portlight image build desktop.")
                        : QCoreApplication::translate("ImageStore", "Images there are: %1.").arg(names.join(u", "_s));
    return failure(ErrorKind::Usage, u"image.unknown"_s,
                   QCoreApplication::translate("ImageStore", "There is no image %1.").arg(reference), hint);
}

Result<void> ImageStore::remove(const Image &image, const QStringList &usedBy, const Cancellation &cancellation) const
{
    if (!usedBy.isEmpty())
        return failure(
            ErrorKind::Failed, u"image.in-use"_s,
            QCoreApplication::translate("ImageStore", "The image %1 was not removed: VMs are based on it: %2.")
                .arg(image.reference(), usedBy.join(u", "_s)),
            QCoreApplication::translate("ImageStore",
                                        "Destroy these VMs first; the trash lets go of them after 72 hours."));
    const auto folders = ImageFolders::of(*m_host, image.name, image.suite, cancellation);
    if (!folders)
        return failure(folders.error());
    const auto lock = m_host->lock(folders->lockFile, QDeadlineTimer(std::chrono::seconds(2)), cancellation);
    if (!lock)
        return failure(lock.error());
    // Renamed first: an image is there as a whole or not at all, also when the removal is interrupted.
    const QString doomed = folders->image + u"/removing-v%1"_s.arg(image.version);
    if (auto cleared = m_host->removeTree(doomed, cancellation); !cleared)
        return cleared;
    if (auto renamed = m_host->rename(folders->version(image.version), doomed, cancellation); !renamed)
        return renamed;
    return m_host->removeTree(doomed, Cancellation());
}

} // namespace portlight
