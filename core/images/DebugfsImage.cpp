// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/DebugfsImage.h"

#include "images/BuildTools.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int mostLinks = 8;
constexpr qint64 mostOutput = 1024 * 1024;

/// debugfs has a command language of its own: nothing that means something in it gets through.
bool isPlainPath(const QString &path)
{
    static const QRegularExpression shape(u"^(?:/[A-Za-z0-9@:._+\\\\-]+)+/?$"_s);
    return path == u"/"_s || (path.size() < 1024 && shape.match(path).hasMatch());
}

DebugfsImage::Node::Type typeNamed(const QString &name)
{
    if (name == u"regular"_s)
        return DebugfsImage::Node::Type::File;
    if (name == u"directory"_s)
        return DebugfsImage::Node::Type::Folder;
    return name == u"symlink"_s ? DebugfsImage::Node::Type::Link : DebugfsImage::Node::Type::Other;
}

/// "/usr/bin/Xvnc" and "../x" give "/usr/x".
QString joined(const QString &link, const QString &target)
{
    QStringList parts = target.startsWith(u'/') ? QStringList() : link.split(u'/', Qt::SkipEmptyParts);
    if (!parts.isEmpty())
        parts.removeLast();
    const QStringList steps = target.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        if (step == u".."_s && !parts.isEmpty())
            parts.removeLast();
        else if (step != u"."_s && step != u".."_s)
            parts.append(step);
    }
    return u'/' + parts.join(u'/');
}

} // namespace

DebugfsImage::DebugfsImage(Host &host, QString path, const Cancellation &cancellation)
    : m_host(&host)
    , m_path(std::move(path))
    , m_cancellation(cancellation)
{
}

Result<DebugfsImage> DebugfsImage::open(Host &host, const QString &path, const Cancellation &cancellation)
{
    if (const auto status = host.status(path, cancellation); !status)
        return failure(status.error());
    DebugfsImage image(host, path, cancellation);
    const auto header = image.ask(u"show_super_stats -h"_s);
    if (!header)
        return failure(header.error());
    if (header->exitCode == 127)
        return failure(
            ErrorKind::Unreachable, u"tool.missing"_s,
            QCoreApplication::translate("ImageCheck", "The program debugfs is missing on %1.").arg(host.name()),
            QCoreApplication::translate("ImageCheck", "Install it with: apt install e2fsprogs"));
    static const QRegularExpression stateLine(u"Filesystem state:\\s+(.+)"_s);
    const auto match = stateLine.match(QString::fromUtf8(header->output));
    if (!match.hasMatch())
        return failure(ErrorKind::Usage, u"image.not-ext4"_s,
                       QCoreApplication::translate("ImageCheck", "%1 is not an ext4 file system.").arg(path),
                       QCoreApplication::translate("ImageCheck", "Name a root disk without a partition table."));
    image.m_state = match.captured(1).trimmed();
    return image;
}

Result<CommandResult> DebugfsImage::ask(const QString &request)
{
    Command command = BuildTools::command({u"debugfs"_s, u"-R"_s, request, m_path});
    command.outputLimit = mostOutput;
    return m_host->run(command, m_cancellation);
}

Result<std::optional<DebugfsImage::Node>> DebugfsImage::node(const QString &path)
{
    if (!isPlainPath(path))
        return std::optional<Node>();
    const auto answer = ask(u"stat \"%1\""_s.arg(path));
    if (!answer)
        return failure(answer.error());
    static const QRegularExpression shape(u"Type: (\\S+)\\s+Mode:\\s+([0-7]+)"_s);
    static const QRegularExpression link(u"Fast link dest: \"([^\"\\n]*)\""_s);
    const QString text = QString::fromUtf8(answer->output);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::optional<Node>();
    Node node;
    node.type = typeNamed(match.captured(1));
    node.mode = match.captured(2).toInt(nullptr, 8);
    node.linkTarget = link.match(text).captured(1);
    return std::optional<Node>(node);
}

Result<std::optional<DebugfsImage::Node>> DebugfsImage::target(const QString &path)
{
    QString current = path;
    for (int i = 0; i < mostLinks; ++i) {
        auto found = node(current);
        if (!found || !*found || (*found)->type != Node::Type::Link)
            return found;
        current = joined(current, (*found)->linkTarget);
    }
    return std::optional<Node>();
}

Result<QByteArray> DebugfsImage::read(const QString &path)
{
    QString current = path;
    for (int i = 0; i < mostLinks; ++i) {
        const auto found = node(current);
        if (!found)
            return failure(found.error());
        if (!*found)
            return QByteArray();
        if ((*found)->type == Node::Type::Link) {
            current = joined(current, (*found)->linkTarget);
            continue;
        }
        if ((*found)->type != Node::Type::File)
            return QByteArray();
        const auto answer = ask(u"cat \"%1\""_s.arg(current));
        if (!answer)
            return failure(answer.error());
        return answer->output;
    }
    return QByteArray();
}

Result<QStringList> DebugfsImage::list(const QString &folder)
{
    if (!isPlainPath(folder))
        return QStringList();
    const auto answer = ask(u"ls -p \"%1\""_s.arg(folder));
    if (!answer)
        return failure(answer.error());
    QStringList names;
    const QStringList lines = QString::fromUtf8(answer->output).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        // /inode/mode/uid/gid/name/size/
        const QString name = line.section(u'/', 5, 5);
        if (!name.isEmpty() && name != u"."_s && name != u".."_s)
            names.append(name);
    }
    return names;
}

} // namespace portlight
