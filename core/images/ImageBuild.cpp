// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageBuild.h"

#include "images/BuildFiles.h"
#include "images/ImageStore.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QString megabytes(qint64 bytes)
{
    return QCoreApplication::translate("ImageBuilder", "%1 MB").arg((bytes + 999'999) / 1'000'000);
}

/// Weights are seconds of a typical run. The middle five belong to BuildOutput::Stage.
QList<Progress::Step> buildSteps()
{
    const auto text = [](const char *title) {
        return QCoreApplication::translate("ImageBuilder", title);
    };
    return {{text(QT_TRANSLATE_NOOP("ImageBuilder", "Checking tools and room")), 1},
            {text(QT_TRANSLATE_NOOP("ImageBuilder", "Reading the package lists")), 5},
            {text(QT_TRANSLATE_NOOP("ImageBuilder", "Installing the base system")), 14},
            {text(QT_TRANSLATE_NOOP("ImageBuilder", "Downloading packages")), 8},
            {text(QT_TRANSLATE_NOOP("ImageBuilder", "Installing packages")), 35},
            {text(QT_TRANSLATE_NOOP("ImageBuilder", "Packing the system")), 5},
            {text(QT_TRANSLATE_NOOP("ImageBuilder", "Making the root disk")), 5}};
}

} // namespace

ImageBuild::ImageBuild(Host &host, const Recipe &recipe, const ImageBuilder::Options &options, Progress &progress)
    : m_host(host)
    , m_recipe(recipe)
    , m_options(options)
    , m_progress(progress)
    , m_name(options.name.isEmpty() ? recipe.name : options.name)
{
}

Result<Image> ImageBuild::run()
{
    const Cancellation &cancellation = m_progress.cancellation();
    m_progress.begin(buildSteps());
    m_progress.next();
    if (!ImageStore::isName(m_name))
        return failure(ErrorKind::Usage, u"image.bad-name"_s,
                       QCoreApplication::translate("ImageBuilder", "%1 is not a name for an image.").arg(m_name),
                       QCoreApplication::translate("ImageBuilder", "Use a-z, 0-9 and inner dashes."));
    const auto tools = BuildTools::find(m_host, m_recipe, cancellation);
    if (!tools)
        return failure(tools.error());
    m_tools = *tools;
    const auto folders = ImageFolders::of(m_host, m_name, m_recipe.suite, cancellation);
    if (!folders)
        return failure(folders.error());
    m_folders = *folders;
    if (auto room = checkRoom(); !room)
        return failure(room.error());
    if (auto made = m_host.makeFolder(m_folders.image, 0755, cancellation); !made)
        return failure(made.error());

    const auto lock = m_host.lock(m_folders.lockFile, QDeadlineTimer(std::chrono::seconds(2)), cancellation);
    if (!lock && lock.error().id == u"lock.held"_s)
        return failure(ErrorKind::Failed, u"image.build-running"_s,
                       QCoreApplication::translate("ImageBuilder", "The image %1 is being built already.").arg(m_name),
                       QCoreApplication::translate("ImageBuilder", "Wait until that build has ended."),
                       lock.error().text());
    if (!lock)
        return failure(lock.error());
    auto image = buildLocked();
    if (!image)
        removeEmptyFolder();
    return image;
}

/// A first build that came to nothing leaves no image of that name; a log that is kept stays.
void ImageBuild::removeEmptyFolder()
{
    const Cancellation never;
    const auto left = m_host.list(m_folders.image, never);
    if (left && left->isEmpty())
        (void)m_host.removeTree(m_folders.image, never);
}

Result<void> ImageBuild::checkRoom()
{
    const Cancellation &cancellation = m_progress.cancellation();
    // While it is built the system stands there twice, packed and unpacked, with its packages.
    const qint64 kept = m_recipe.expectedUsage * 11 / 10;
    const qint64 scratch = m_recipe.expectedUsage * 22 / 10 + m_recipe.expectedDownload;
    m_progress.setDetail(QCoreApplication::translate("ImageBuilder", "%1 needed while building, %2 afterwards")
                             .arg(megabytes(kept + scratch), megabytes(kept)));
    const QString parent = QLatin1StringView(BuildScratch::parent);
    const auto freeThere = m_host.freeSpace(parent, cancellation);
    if (!freeThere)
        return failure(freeThere.error());
    const auto freeHere = m_host.freeSpace(m_folders.root, cancellation);
    if (!freeHere)
        return failure(freeHere.error());
    // Two folders with the same free space are taken for one file system.
    const bool isOne = *freeThere == *freeHere;
    const bool enough = isOne ? *freeHere >= kept + scratch : *freeHere >= kept && *freeThere >= scratch;
    if (enough)
        return {};
    return failure(ErrorKind::Unreachable, u"disk.full"_s,
                   QCoreApplication::translate("ImageBuilder",
                                               "There is no room to build the image %1: %2 are needed in %3 (%4 free) "
                                               "and %5 in %6 (%7 free).")
                       .arg(m_name, megabytes(scratch), parent, megabytes(*freeThere), megabytes(kept), m_folders.root,
                            megabytes(*freeHere)),
                   QCoreApplication::translate("ImageBuilder", "Make room and try again."));
}

Result<Image> ImageBuild::buildLocked()
{
    const Cancellation &cancellation = m_progress.cancellation();
    BuildScratch scratch(m_host, m_tools, m_folders);
    const auto build = [&]() -> Result<Image> {
        if (auto opened = scratch.open(cancellation); !opened)
            return failure(opened.error());
        m_scratch = scratch.path();
        const auto version = nextVersion();
        if (!version)
            return failure(version.error());
        if (auto written = writeBuildFiles(m_host, m_recipe, m_scratch + u"/recipe"_s, cancellation); !written)
            return failure(written.error());
        if (auto installed = installSystem(); !installed)
            return failure(installed.error());
        if (auto made = makeDisk(); !made)
            return failure(made.error());
        if (auto closed = scratch.closeScratch(); !closed)
            return failure(closed.error());
        return describe(*version);
    };
    auto image = build();
    if (!image) {
        scratch.discard();
        return failure(withKeptLog(image.error()));
    }
    (void)m_host.removeTree(m_folders.failedLog(), Cancellation());
    m_progress.finish();
    return image;
}

QStringList ImageBuild::mmdebstrapWords() const
{
    QStringList words{u"env"_s,
                      u"TMPDIR="_s + m_scratch,
                      u"mmdebstrap"_s,
                      u"--mode="_s + m_tools.mode(),
                      u"--variant=minbase"_s,
                      u"--format=tar"_s,
                      u"--architectures=amd64"_s,
                      u"--verbose"_s,
                      u"--skip=output/dev,download/empty,essential/unlink"_s,
                      u"--aptopt=APT::Install-Recommends \"false\""_s,
                      u"--aptopt=Acquire::Languages \"none\""_s,
                      u"--aptopt=Acquire::Retries \"3\""_s,
                      u"--dpkgopt=force-unsafe-io"_s};
    if (!m_tools.proxy.isEmpty())
        words.append(u"--aptopt=Acquire::http::Proxy \"%1\""_s.arg(m_tools.proxy));
    for (const QString &pattern : m_recipe.exclude)
        words.append(u"--dpkgopt=path-exclude="_s + pattern);
    const QString recipe = m_scratch + u"/recipe"_s;
    // Hooks are shell lines or lists of words: the package cache's path, which may hold spaces, is reached by a link.
    if (m_options.usePackageCache)
        words += {u"--setup-hook=mkdir -p \"$1\"/var/cache/apt/archives/"_s,
                  u"--setup-hook=sync-in %1/packages /var/cache/apt/archives/"_s.arg(m_scratch),
                  u"--customize-hook=sync-out /var/cache/apt/archives %1/packages"_s.arg(m_scratch)};
    words +=
        {u"--essential-hook=tar-in %1/files.tar /"_s.arg(recipe), u"--customize-hook=%1/setup \"$1\" %1"_s.arg(recipe),
         u"--include="_s + m_recipe.packages.join(u','), m_recipe.suite, m_scratch + u"/system.tar"_s};
    return words + m_tools.sources;
}

Result<void> ImageBuild::installSystem()
{
    const Cancellation &cancellation = m_progress.cancellation();
    if (m_options.usePackageCache) {
        if (auto made = m_host.makeFolder(m_folders.packages, 0755, cancellation); !made)
            return made;
        if (auto linked = m_host.link(m_folders.packages, m_scratch + u"/packages"_s, cancellation); !linked)
            return linked;
    }
    m_progress.next();
    m_stagesShown = 0;
    return runLogged(mmdebstrapWords());
}

Result<void> ImageBuild::makeDisk()
{
    while (m_stagesShown < static_cast<int>(BuildOutput::Stage::Pack)) {
        m_progress.next();
        ++m_stagesShown;
    }
    m_progress.next();
    const QString recipe = m_scratch + u"/recipe"_s;
    return runLogged(m_tools.rootPrefix() + QStringList{u"sh"_s, recipe + u"/finish"_s, m_scratch + u"/system.tar"_s,
                                                        m_scratch, m_folders.building,
                                                        QString::number(m_recipe.diskSize / 4096 * 4)});
}

Result<int> ImageBuild::nextVersion()
{
    const auto entries = m_host.list(m_folders.image, m_progress.cancellation());
    if (!entries)
        return failure(entries.error());
    int newest = 0;
    for (const FileStatus &entry : *entries)
        newest = std::max(newest, ImageFolders::versionNumber(entry.name));
    return newest + 1;
}

Result<Image> ImageBuild::describe(int version)
{
    const Cancellation &cancellation = m_progress.cancellation();
    Image image;
    image.name = m_name;
    image.version = version;
    image.recipe = m_recipe.name;
    image.description = m_recipe.description;
    image.suite = m_recipe.suite;
    image.bootArguments = m_recipe.bootArguments;
    image.units = m_recipe.enable;
    image.built = QDateTime::currentDateTimeUtc();
    const auto kernel = m_host.readFile(m_folders.building + u"/kernel-version"_s, 0, 1024, cancellation);
    const auto packages = m_host.readFile(m_folders.building + u"/packages"_s, 0, 4 * 1024 * 1024, cancellation);
    if (!kernel || !packages)
        return failure(kernel ? packages.error() : kernel.error());
    image.kernelVersion = QString::fromUtf8(*kernel).trimmed();
    image.packages = QString::fromUtf8(*packages).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &file : {u"/kernel-version"_s, u"/packages"_s}) {
        if (auto removed = m_host.removeTree(m_folders.building + file, cancellation); !removed)
            return failure(removed.error());
    }
    const QString log = m_folders.building + u'/' + QLatin1StringView(Image::buildLogFile);
    if (auto written = m_host.writeFile(log, m_log, 0644, cancellation); !written)
        return failure(written.error());
    const auto entries = m_host.list(m_folders.building, cancellation);
    if (!entries)
        return failure(entries.error());
    for (const FileStatus &entry : *entries) {
        image.diskUsage += entry.allocated;
        if (entry.name == QLatin1StringView(Image::rootDiskFile))
            image.size = entry.size;
    }
    // The paths in image.json are those of the finished place; so are those of the image that is read back here.
    auto placed = Image::fromJson(QJsonDocument(image.toJson()).toJson(), m_folders.version(version));
    if (!placed)
        return placed;
    const QString metadata = m_folders.building + u'/' + QLatin1StringView(Image::metadataFile);
    const QByteArray json = QJsonDocument(placed->toJson()).toJson();
    if (auto written = m_host.writeFile(metadata, json, 0644, cancellation); !written)
        return failure(written.error());
    if (auto renamed = m_host.rename(m_folders.building, m_folders.version(version), cancellation); !renamed)
        return failure(renamed.error());
    return placed;
}

} // namespace portlight
