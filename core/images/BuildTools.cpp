// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/BuildTools.h"

#include "images/AptSources.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

struct Tool
{
    const char *program;
    const char *package;
};

constexpr Tool neededTools[] = {{"mmdebstrap", "mmdebstrap"}, {"mke2fs", "e2fsprogs"}, {"tar", "tar"},
                                {"dpkg-query", "dpkg"},       {"apt-get", "apt"},      {"unshare", "util-linux"},
                                {"mktemp", "coreutils"}};
constexpr Tool userTools[] = {{"newuidmap", "uidmap"}};

Result<CommandResult> runScript(Host &host, const QString &script, const QStringList &arguments,
                                const Cancellation &cancellation)
{
    return host.run(BuildTools::command(QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + arguments), cancellation);
}

Result<void> checkPrograms(Host &host, bool asRoot, const Cancellation &cancellation)
{
    QList<Tool> tools(std::begin(neededTools), std::end(neededTools));
    if (!asRoot)
        tools.append(userTools[0]);
    QStringList names;
    for (const Tool &tool : tools)
        names.append(QString::fromLatin1(tool.program));
    const auto missing = runScript(host, u"for tool; do command -v \"$tool\" >/dev/null 2>&1 || echo \"$tool\"; done"_s,
                                   names, cancellation);
    if (!missing)
        return failure(missing.error());
    const QStringList lost = QString::fromUtf8(missing->output).split(u'\n', Qt::SkipEmptyParts);
    if (lost.isEmpty())
        return {};
    QStringList packages;
    for (const Tool &tool : tools) {
        if (lost.contains(QString::fromLatin1(tool.program)))
            packages.append(QString::fromLatin1(tool.package));
    }
    return failure(
        ErrorKind::Unreachable, u"tool.missing"_s,
        QCoreApplication::translate("ImageBuilder", "Programs needed to build an image are missing on %1: %2.")
            .arg(host.name(), lost.join(u", "_s)),
        QCoreApplication::translate("ImageBuilder", "Install them with: apt install %1").arg(packages.join(u' ')));
}

Result<void> checkNamespaces(Host &host, const BuildTools &tools, const Cancellation &cancellation)
{
    const QStringList test =
        tools.asRoot ? QStringList{u"unshare"_s, u"--mount"_s, u"true"_s} : tools.rootPrefix() + QStringList{u"true"_s};
    const auto result = host.run(BuildTools::command(test), cancellation);
    if (!result)
        return failure(result.error());
    if (result->succeeded())
        return {};
    const QString hint =
        tools.asRoot ? QCoreApplication::translate("ImageBuilder", "In a container, start it with the right to mount "
                                                                   "(CAP_SYS_ADMIN).")
                     : QCoreApplication::translate("ImageBuilder",
                                                   "Give the user sub-ids in /etc/subuid and /etc/subgid and set "
                                                   "kernel.unprivileged_userns_clone=1, or build as root.");
    return failure(ErrorKind::Unreachable, u"namespaces.missing"_s,
                   QCoreApplication::translate("ImageBuilder", "The kernel of %1 does not let this user make "
                                                               "the namespaces that a build needs.")
                       .arg(host.name()),
                   hint, result->complaint());
}

Result<QStringList> findSources(Host &host, const Recipe &recipe, const Cancellation &cancellation)
{
    const QString showLists = u"cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null; true"_s;
    const QString showStanzas =
        u"for file in /etc/apt/sources.list.d/*.sources; do cat \"$file\" 2>/dev/null; echo; echo; done"_s;
    const auto lists = runScript(host, showLists, {}, cancellation);
    if (!lists)
        return failure(lists.error());
    const auto stanzas = runScript(host, showStanzas, {}, cancellation);
    if (!stanzas)
        return failure(stanzas.error());
    AptSources sources(recipe.suite);
    sources.addList(lists->output);
    sources.addStanzas(stanzas->output);
    return sources.lines().isEmpty() ? AptSources::defaults(recipe.suite, recipe.mirror) : sources.lines();
}

QString findProxy(Host &host, const Cancellation &cancellation)
{
    const auto dump =
        host.run(BuildTools::command({u"apt-config"_s, u"--format"_s, u"%v%n"_s, u"dump"_s, u"Acquire::http::Proxy"_s}),
                 cancellation);
    static const QRegularExpression shape(u"^https?://[^\\s\"';]+$"_s);
    const QString value = dump && dump->succeeded() ? QString::fromUtf8(dump->output).section(u'\n', 0, 0) : QString();
    return shape.match(value).hasMatch() ? value : QString();
}

} // namespace

Command BuildTools::command(const QStringList &words)
{
    Command command;
    command.program = u"sh"_s;
    command.arguments =
        QStringList{u"-c"_s, u"PATH=\"$PATH:/usr/sbin:/sbin\" LC_ALL=C; export PATH LC_ALL; exec \"$@\""_s, u"sh"_s} +
        words;
    return command;
}

QStringList BuildTools::rootPrefix() const
{
    if (asRoot)
        return {};
    return {u"unshare"_s, u"--user"_s, u"--map-root-user"_s, u"--map-auto"_s};
}

QString BuildTools::mode() const
{
    return asRoot ? u"root"_s : u"unshare"_s;
}

Result<BuildTools> BuildTools::find(Host &host, const Recipe &recipe, const Cancellation &cancellation)
{
    BuildTools tools;
    const auto user = host.run(command({u"id"_s, u"-u"_s}), cancellation);
    if (!user)
        return failure(user.error());
    tools.asRoot = user->output.trimmed() == "0";
    if (const auto programs = checkPrograms(host, tools.asRoot, cancellation); !programs)
        return failure(programs.error());
    if (const auto namespaces = checkNamespaces(host, tools, cancellation); !namespaces)
        return failure(namespaces.error());
    const auto sources = findSources(host, recipe, cancellation);
    if (!sources)
        return failure(sources.error());
    tools.sources = *sources;
    tools.proxy = findProxy(host, cancellation);
    return tools;
}

} // namespace portlight
