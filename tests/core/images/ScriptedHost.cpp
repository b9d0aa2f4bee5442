// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedHost.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

Result<void> ScriptedHost::step()
{
    if (++calls != faultAt)
        return {};
    if (fault == Fault::Cancel)
        cancellation.request();
    if (fault == Fault::Error)
        return failure(ErrorKind::Failed, u"test.fault"_s, u"The fault of this test."_s);
    return {};
}

Result<CommandResult> ScriptedHost::run(const Command &command, const Cancellation &stop)
{
    if (auto stepped = step(); !stepped)
        return failure(stepped.error());
    if (stop.isRequested())
        return failure(cancelledError());
    // BuildTools::command(): sh -c SCRIPT sh WORD...
    const QStringList words = command.arguments.mid(3);
    commands.append(words);
    if (calls == faultAt && fault == Fault::ToolFails)
        return CommandResult{1, {}, "the tool failed\n"};
    return play(words, command, stop);
}

Result<CommandResult> ScriptedHost::play(const QStringList &words, const Command &command, const Cancellation &stop)
{
    const QString tool = words.value(0);
    if (tool == u"id"_s)
        return CommandResult{0, isRoot ? "0\n" : "1000\n", {}};
    if (tool == u"apt-config"_s)
        return CommandResult{0, {}, {}};
    if (tool == u"unshare"_s) {
        const qsizetype begin = isRoot ? 2 : 4;
        if (words.value(begin) == u"true"_s)
            return CommandResult{
                namespacesWork ? 0 : 1, {}, namespacesWork ? "" : "unshare: Operation not permitted\n"};
        return play(words.mid(begin), command, stop);
    }
    if (tool == u"sh"_s && words.value(2).contains(u"command -v"_s))
        return CommandResult{0, missingTools.join(u'\n').toUtf8(), {}};
    if (tool == u"sh"_s && words.value(2).contains(u"sources"_s))
        return CommandResult{0, "deb http://mirror.example/debian bookworm main\n", {}};
    if (tool == u"env"_s)
        return playMmdebstrap(words, command);
    if (tool == u"sh"_s && words.value(1).endsWith(u"/finish"_s)) {
        const QString target = words.value(4);
        const bool written = write(target + u"/rootfs.ext4"_s, "disk") && write(target + u"/vmlinuz"_s, "kernel") &&
                             write(target + u"/initrd.img"_s, "initrd") &&
                             write(target + u"/packages"_s, "udev 252\n") &&
                             write(target + u"/kernel-version"_s, "6.1.0-1-cloud-amd64\n");
        return CommandResult{written ? 0 : 1, "step: root disk\n", {}};
    }
    Command real;
    real.program = tool;
    real.arguments = words.mid(1);
    auto result = m_local.run(real, stop);
    if (tool == u"mktemp"_s && result)
        scratchFolders.append(QString::fromUtf8(result->output).trimmed());
    return result;
}

CommandResult ScriptedHost::playMmdebstrap(const QStringList &words, const Command &command) const
{
    for (const QString &word : words) {
        if (word.endsWith(u"/system.tar"_s) && !write(word, "tar"))
            return {1, {}, "no tar\n"};
    }
    if (command.onOutput)
        command.onOutput(Command::Channel::Error, mmdebstrapSays);
    return {mmdebstrapExits, {}, mmdebstrapSays};
}

Result<HostFolders> ScriptedHost::folders(const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.folders(stop) : failure(stepped.error());
}

Result<FileStatus> ScriptedHost::status(const QString &path, const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.status(path, stop) : failure(stepped.error());
}

Result<QList<FileStatus>> ScriptedHost::list(const QString &folder, const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.list(folder, stop) : failure(stepped.error());
}

Result<QByteArray> ScriptedHost::readFile(const QString &path, qint64 offset, qint64 most, const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.readFile(path, offset, most, stop) : failure(stepped.error());
}

Result<void> ScriptedHost::writeFile(const QString &path, QByteArrayView bytes, int mode, const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.writeFile(path, bytes, mode, stop) : stepped;
}

Result<void> ScriptedHost::makeFolder(const QString &path, int mode, const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.makeFolder(path, mode, stop) : stepped;
}

Result<void> ScriptedHost::rename(const QString &from, const QString &to, const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.rename(from, to, stop) : stepped;
}

Result<void> ScriptedHost::link(const QString &target, const QString &path, const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.link(target, path, stop) : stepped;
}

Result<void> ScriptedHost::removeTree(const QString &path, const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.removeTree(path, stop) : stepped;
}

Result<qint64> ScriptedHost::freeSpace(const QString &, const Cancellation &)
{
    auto stepped = step();
    if (!stepped)
        return failure(stepped.error());
    return room;
}

Result<void> ScriptedHost::follow(const QString &path, qint64 offset, const FollowSink &sink, const Cancellation &stop)
{
    return m_local.follow(path, offset, sink, stop);
}

Result<HostSocket> ScriptedHost::connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                                            const Cancellation &stop)
{
    return m_local.connectTcp(address, port, deadline, stop);
}

Result<HostSocket> ScriptedHost::connectUnix(const QString &path, QDeadlineTimer deadline, const Cancellation &stop)
{
    return m_local.connectUnix(path, deadline, stop);
}

Result<std::unique_ptr<HostLock>> ScriptedHost::lock(const QString &path, QDeadlineTimer deadline,
                                                     const Cancellation &stop)
{
    auto stepped = step();
    return stepped ? m_local.lock(path, deadline, stop) : failure(stepped.error());
}

} // namespace portlight
