// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/BuildScratch.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// Only what mktemp made for a build is ever removed with root's rights.
bool isScratchPath(const QString &path)
{
    static const QRegularExpression shape(u"^/var/tmp/portlight-image-[A-Za-z0-9]{10}$"_s);
    return shape.match(path).hasMatch();
}

} // namespace

BuildScratch::BuildScratch(Host &host, const BuildTools &tools, const ImageFolders &folders)
    : m_host(host)
    , m_tools(tools)
    , m_folders(folders)
{
}

Result<void> BuildScratch::open(const Cancellation &cancellation)
{
    if (auto removed = removeLeftovers(cancellation); !removed)
        return removed;
    if (auto made = m_host.makeFolder(m_folders.building, 0755, cancellation); !made)
        return made;
    // The name is written down before the folder is made, so that no moment leaves one behind unknown.
    const auto name =
        m_host.run(BuildTools::command({u"mktemp"_s, u"--dry-run"_s, u"--tmpdir=%1"_s.arg(QLatin1StringView(parent)),
                                        u"portlight-image-XXXXXXXXXX"_s}),
                   cancellation);
    if (!name)
        return failure(name.error());
    const QString path = QString::fromUtf8(name->output).trimmed();
    if (!isScratchPath(path))
        return failure(ErrorKind::Failed, u"file.failed"_s,
                       QCoreApplication::translate("ImageBuilder", "No temporary folder could be made in %1.")
                           .arg(QLatin1StringView(parent)),
                       {}, name->complaint());
    auto noted = m_host.writeFile(m_folders.building + u"/scratch"_s, path.toUtf8(), 0644, cancellation);
    if (!noted)
        return noted;
    m_path = path;
    const auto made = m_host.run(BuildTools::command({u"mkdir"_s, u"--mode=0711"_s, path}), cancellation);
    if (!made)
        return failure(made.error());
    if (!made->succeeded())
        return failure(
            ErrorKind::Failed, u"file.failed"_s,
            QCoreApplication::translate("ImageBuilder", "The temporary folder %1 could not be made.").arg(path), {},
            made->complaint());
    return {};
}

Result<void> BuildScratch::removeLeftovers(const Cancellation &cancellation)
{
    const auto noted = m_host.readFile(m_folders.building + u"/scratch"_s, 0, 4096, cancellation);
    if (noted) {
        if (auto removed = removeScratch(QString::fromUtf8(*noted).trimmed()); !removed)
            return removed;
    }
    return m_host.removeTree(m_folders.building, cancellation);
}

Result<void> BuildScratch::removeScratch(const QString &path)
{
    if (!isScratchPath(path))
        return {};
    // In user namespaces the files belong to the sub-ids; only root of such a namespace may remove them.
    Command command =
        BuildTools::command(m_tools.rootPrefix() + QStringList{u"rm"_s, u"-rf"_s, u"--one-file-system"_s, path});
    command.timeout = std::chrono::minutes(5);
    const auto removed = m_host.run(command, Cancellation());
    if (!removed)
        return failure(removed.error());
    if (!removed->succeeded())
        return failure(
            ErrorKind::Failed, u"file.failed"_s,
            QCoreApplication::translate("ImageBuilder", "The temporary folder %1 could not be removed.").arg(path), {},
            removed->complaint());
    return {};
}

Result<void> BuildScratch::closeScratch()
{
    if (auto removed = removeScratch(m_path); !removed)
        return removed;
    m_path.clear();
    return m_host.removeTree(m_folders.building + u"/scratch"_s, Cancellation());
}

void BuildScratch::discard()
{
    // Where the scratch folder cannot be removed now, its name stays for the next build.
    if (m_path.isEmpty() || removeScratch(m_path))
        (void)m_host.removeTree(m_folders.building, Cancellation());
}

} // namespace portlight
