// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageInspector.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// systemd's order for system units; the first one found counts.
constexpr const char *unitFolders[] = {"/etc/systemd/system", "/usr/local/lib/systemd/system",
                                       "/usr/lib/systemd/system", "/lib/systemd/system"};
constexpr const char *windowManagers[] = {"/usr/bin/x-window-manager", "/usr/bin/openbox", "/usr/bin/xfwm4",
                                          "/usr/bin/fluxbox",          "/usr/bin/icewm",   "/usr/bin/lxqt-session"};

/// "vncserver@1.service" gives "vncserver@.service"; anything else stays.
QString templateOf(const QString &unit)
{
    const auto at = unit.indexOf(u'@');
    const auto dot = unit.lastIndexOf(u'.');
    return at > 0 && dot > at ? unit.first(at + 1) + unit.sliced(dot) : unit;
}

} // namespace

ImageInspector::ImageInspector(DebugfsImage image)
    : m_image(std::move(image))
{
}

void ImageInspector::add(const QString &id, Status status, const QString &subject, const QString &text,
                         const QString &fix)
{
    m_findings.append({id, status, subject, text, fix});
}

Result<QList<ImageCheck::Finding>> ImageInspector::run()
{
    checkState();
    if (auto checked = checkInit(); !checked)
        return failure(checked.error());
    const std::pair<QString, Status> units[] = {{u"vncserver@1.service"_s, Status::Failed},
                                                {u"novnc.service"_s, Status::Failed},
                                                {u"desktop.service"_s, Status::Warned},
                                                {u"vm-health-report.service"_s, Status::Warned}};
    for (const auto &[unit, whenMissing] : units) {
        if (auto checked = checkUnit(unit, whenMissing); !checked)
            return failure(checked.error());
    }
    if (auto checked = checkWindowManager(); !checked)
        return failure(checked.error());
    if (auto checked = checkGetty(); !checked)
        return failure(checked.error());
    return m_findings;
}

void ImageInspector::checkState()
{
    if (m_image.state() == u"clean"_s)
        add(u"filesystem.clean"_s, Status::Passed, u"/"_s, tr("The file system is clean."));
    else
        add(u"filesystem.not-clean"_s, Status::Failed, u"/"_s,
            tr("The file system is marked \"%1\".").arg(m_image.state()), tr("Run e2fsck -f on the image."));
}

Result<void> ImageInspector::checkInit()
{
    const auto init = m_image.target(u"/sbin/init"_s);
    if (!init)
        return failure(init.error());
    if (!*init)
        add(u"boot.init-missing"_s, Status::Failed, u"/sbin/init"_s,
            tr("There is no /sbin/init for the kernel to start."), tr("Install the package systemd-sysv."));
    for (const QString &folder : {u"/dev"_s, u"/proc"_s, u"/sys"_s, u"/run"_s}) {
        const auto node = m_image.node(folder);
        if (!node)
            return failure(node.error());
        if (!*node || (*node)->type != Node::Type::Folder)
            add(u"boot.mount-point-missing"_s, Status::Failed, folder,
                tr("The folder %1 is missing: the boot stops there.").arg(folder),
                tr("Make the empty folder %1.").arg(folder));
    }
    return {};
}

Result<QString> ImageInspector::findUnit(const QString &unit)
{
    for (const QString &name : {unit, templateOf(unit)}) {
        for (const char *folder : unitFolders) {
            const QString path = QLatin1StringView(folder) + u'/' + name;
            const auto node = m_image.node(path);
            if (!node)
                return failure(node.error());
            if (*node)
                return path;
        }
    }
    return QString();
}

Result<void> ImageInspector::checkUnit(const QString &unit, Status whenMissing)
{
    const auto path = findUnit(unit);
    if (!path)
        return failure(path.error());
    if (path->isEmpty()) {
        add(u"unit.missing"_s, whenMissing, unit, tr("The unit %1 is not in the image.").arg(unit),
            tr("Install %1 in /etc/systemd/system, or build the image again.").arg(unit));
        return {};
    }
    const auto node = m_image.node(*path);
    if (!node)
        return failure(node.error());
    if (*node && (*node)->linkTarget == u"/dev/null"_s) {
        add(u"unit.masked"_s, whenMissing, unit, tr("The unit %1 is masked.").arg(unit),
            tr("Run systemctl unmask %1 in the image.").arg(unit));
        return {};
    }
    const auto text = m_image.read(*path);
    if (!text)
        return failure(text.error());
    const UnitFile file(*text);
    if (file.program().isEmpty()) {
        add(u"unit.invalid"_s, whenMissing, unit, tr("The unit %1 has no ExecStart= line.").arg(unit),
            tr("Correct %1.").arg(*path));
        return {};
    }
    add(u"unit.present"_s, Status::Passed, unit, tr("The unit %1 is there.").arg(unit));
    if (auto checked = checkEnabled(unit, file, whenMissing); !checked)
        return checked;
    if (auto checked = checkProgram(unit, file); !checked)
        return checked;
    return unit == u"novnc.service"_s ? checkWebRoot(file) : Result<void>();
}

Result<void> ImageInspector::checkEnabled(const QString &unit, const UnitFile &file, Status whenNot)
{
    QStringList links;
    for (const auto &[key, ending] : {std::pair{u"WantedBy"_s, u".wants/"_s}, {u"RequiredBy"_s, u".requires/"_s}}) {
        for (const QString &value : file.values(u"Install"_s, key)) {
            for (const QString &wanting : value.split(u' ', Qt::SkipEmptyParts))
                links.append(u"/etc/systemd/system/"_s + wanting + ending + unit);
        }
    }
    for (const QString &link : links + QStringList{u"/etc/systemd/system/multi-user.target.wants/"_s + unit,
                                                   u"/etc/systemd/system/graphical.target.wants/"_s + unit}) {
        const auto node = m_image.node(link);
        if (!node)
            return failure(node.error());
        if (*node) {
            add(u"unit.enabled"_s, Status::Passed, unit, tr("The unit %1 is enabled.").arg(unit));
            return {};
        }
    }
    add(u"unit.not-enabled"_s, whenNot, unit, tr("The unit %1 is not enabled: nothing starts it.").arg(unit),
        tr("Run systemctl enable %1 in the image.").arg(unit));
    return {};
}

Result<void> ImageInspector::checkProgram(const QString &unit, const UnitFile &file)
{
    QString program = file.program();
    if (!program.startsWith(u'/'))
        program.prepend(u"/usr/bin/"_s);
    const auto node = m_image.target(program);
    if (!node)
        return failure(node.error());
    if (!*node)
        add(u"exec.missing"_s, Status::Failed, program,
            tr("%1 starts %2, which is not in the image.").arg(unit, program),
            tr("Install the package that holds %1.").arg(program));
    else if (((*node)->mode & 0111) == 0)
        add(u"exec.not-permitted"_s, Status::Failed, program, tr("%1 is not executable.").arg(program),
            tr("Run chmod 755 %1 in the image.").arg(program));
    else
        add(u"exec.present"_s, Status::Passed, program, tr("%1 is there and executable.").arg(program));
    return {};
}

Result<void> ImageInspector::checkWebRoot(const UnitFile &file)
{
    const QStringList words = file.words();
    QString folder;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i).startsWith(u"--web="_s))
            folder = words.at(i).sliced(6);
        else if (words.at(i) == u"--web"_s)
            folder = words.value(i + 1);
    }
    if (folder.isEmpty())
        return {};
    const auto page = m_image.target(folder + u"/vnc.html"_s);
    if (!page)
        return failure(page.error());
    if (*page)
        add(u"websockify.web-root-present"_s, Status::Passed, folder, tr("noVNC's pages are in %1.").arg(folder));
    else
        add(u"websockify.web-root-missing"_s, Status::Failed, folder, tr("noVNC's pages are not in %1.").arg(folder),
            tr("Install the package novnc, or correct --web in novnc.service."));
    return {};
}

Result<void> ImageInspector::checkWindowManager()
{
    for (const char *program : windowManagers) {
        const auto node = m_image.target(QLatin1StringView(program));
        if (!node)
            return failure(node.error());
        if (*node) {
            add(u"desktop.session-present"_s, Status::Passed, QLatin1StringView(program),
                tr("There is a window manager: %1.").arg(QLatin1StringView(program)));
            return {};
        }
    }
    add(u"desktop.session-missing"_s, Status::Warned, {}, tr("No window manager was found in the image."),
        tr("Install a window manager, e.g. the package openbox."));
    return {};
}

Result<void> ImageInspector::checkGetty()
{
    const auto node = m_image.node(u"/etc/systemd/system/serial-getty@ttyS0.service"_s);
    if (!node)
        return failure(node.error());
    if (*node && (*node)->linkTarget == u"/dev/null"_s)
        add(u"getty.masked"_s, Status::Warned, u"serial-getty@ttyS0.service"_s,
            tr("Nobody can log in on the serial console: its getty is masked."),
            tr("Run systemctl unmask serial-getty@ttyS0.service in the image."));
    else
        add(u"getty.present"_s, Status::Passed, u"serial-getty@ttyS0.service"_s,
            tr("The serial console gets a login prompt."));
    return {};
}

} // namespace portlight
