// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/VmLogs.h"

#include "console/LogCuts.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <limits>
#include <optional>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;

Error noConsole(const Vm &vm)
{
    return {ErrorKind::Failed,
            u"console.missing"_s,
            QCoreApplication::translate("VmCommand", "%1 has no console file.").arg(vm.spec.name),
            QCoreApplication::translate("VmCommand", "It has one as soon as it is started."),
            {}};
}

/// A boot's file is beside the newest one's link or, after a destroy, in the VM's own folder. Empty: in neither.
QString fileOfBoot(Host &host, const Vm &vm, int boot, const Cancellation &cancellation)
{
    const QString name = u"serial-console-%1.log"_s.arg(boot);
    for (const QString &folder : {vm.folders.runtime, vm.folders.data + u"/console"_s}) {
        if (!folder.isEmpty() && host.status(folder + u'/' + name, cancellation))
            return folder + u'/' + name;
    }
    return {};
}

Result<QString> pathOfBoot(Host &host, const Vm &vm, int boot, const Cancellation &cancellation)
{
    const QString file = fileOfBoot(host, vm, boot > 0 ? boot : vm.spec.boots, cancellation);
    if (!file.isEmpty())
        return file;
    if (boot == 0)
        return vm.machine.consoleLog.isEmpty() ? Result<QString>(failure(noConsole(vm))) : vm.machine.consoleLog;
    return failure(ErrorKind::Usage, u"console.unknown-boot"_s,
                   QCoreApplication::translate("VmCommand", "There is no console file of boot %1.").arg(boot),
                   QCoreApplication::translate("VmCommand", "The newest boot is number %1.").arg(vm.spec.boots));
}

/// Which bytes are gone from the middle of a log. Nothing where its note is missing, damaged, or of a longer log that
/// stood under this name before. The note is written before the hole is made.
std::optional<LogCut> readCut(Host &host, const QString &log, const Cancellation &cancellation)
{
    constexpr qint64 longestNote = 1024;
    const auto note = host.readFile(log + u".cuts"_s, 0, longestNote, cancellation);
    const auto cuts = note ? parseLogCuts(*note) : std::vector<LogCut>();
    if (cuts.size() != 1 || cuts[0].from < 0 || cuts[0].to <= cuts[0].from)
        return {};
    const auto status = host.status(log, cancellation);
    return status && cuts[0].to <= status->size ? std::optional(cuts[0]) : std::nullopt;
}

bool put(QByteArrayView bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return size == 0 || fwrite(bytes.data(), 1, size, stdout) == size;
}

/// A reader that has seen enough (`| head`) is no failure.
Result<void> outputFailed()
{
    if (errno == EPIPE)
        return {};
    return failure(ErrorKind::Unreachable, u"output.failed"_s,
                   QCoreApplication::translate("VmCommand", "The log could not be written to the end."),
                   QCoreApplication::translate("VmCommand", "Is there room where it goes?"));
}

QByteArray cutLine(const LogCut &cut)
{
    return u"\n— %1 —\n"_s
        .arg(QCoreApplication::translate("VmCommand",
                                         "%1 of this log were cut out here, because the guest wrote too much")
                 .arg(sizeText(cut.to - cut.from)))
        .toUtf8();
}

/// Hands a log on from its beginning to its end, without the bytes of a cut; where one was, `onCut` is told.
class LogReader
{
public:
    using OnBytes = std::function<bool(QByteArrayView)>;
    using OnCut = std::function<bool(const LogCut &)>;

    LogReader(Host &host, QString path, const Cancellation &cancellation)
        : m_host(host)
        , m_path(std::move(path))
        , m_cancellation(cancellation)
    {
    }

    /// False: the receiver wants no more. Stops where the file ends at the moment.
    Result<bool> run(const OnBytes &onBytes, const OnCut &onCut, qint64 most)
    {
        for (qint64 handed = 0; handed < most;) {
            const auto bytes = m_host.readFile(m_path, m_offset, std::min(pieceSize, most - handed), m_cancellation);
            if (!bytes)
                return failure(bytes.error());
            if (m_cancellation.isRequested())
                return failure(cancelledError());
            if (bytes->isEmpty())
                return true;
            // After reading, not before it: a hole may have been made meanwhile.
            const auto cut = readCut(m_host, m_path, m_cancellation);
            QByteArrayView kept = *bytes;
            const bool reaches = cut && m_offset < cut->to && m_offset + bytes->size() > cut->from;
            if (reaches)
                kept = kept.first(std::max<qint64>(0, cut->from - m_offset));
            if (!onBytes(kept))
                return false;
            handed += kept.size();
            m_offset = reaches ? cut->to : m_offset + bytes->size();
            if (reaches && !onCut(*cut))
                return false;
        }
        return true;
    }

    [[nodiscard]] qint64 offset() const { return m_offset; }

private:
    Host &m_host;
    const QString m_path;
    const Cancellation &m_cancellation;
    qint64 m_offset = 0;
};

/// The whole log as one string; what is not UTF-8 is replaced.
Result<void> printAsJson(Host &host, const Vm &vm, const QString &path, int boot, const CliContext &context)
{
    constexpr qint64 most = 256 * 1024 * 1024;
    QByteArray text;
    QJsonArray cuts;
    const auto read = LogReader(host, path, context.cancellation())
                          .run(
                              [&text](QByteArrayView bytes) {
                                  text += bytes;
                                  return true;
                              },
                              [&cuts](const LogCut &cut) {
                                  cuts << QJsonObject{{u"from"_s, cut.from}, {u"to"_s, cut.to}};
                                  return true;
                              },
                              most);
    if (!read)
        return failure(read.error());
    context.print(QJsonObject{{u"vm"_s, vm.spec.id},
                              {u"boot"_s, boot > 0 ? boot : vm.spec.boots},
                              {u"path"_s, path},
                              {u"text"_s, QString::fromUtf8(text)},
                              {u"cuts"_s, cuts}});
    return {};
}

/// Goes on where the log ended, also into the log of the next boot.
Result<void> followLog(Host &host, const QString &path, qint64 offset, const CliContext &context)
{
    const auto take = [&](const FollowEvent &event) {
        if (event.type == FollowEvent::Type::Replaced)
            context.remark(QCoreApplication::translate("VmCommand", "— a new boot —"));
        QByteArrayView bytes = event.bytes;
        if (event.file == nullptr || bytes.isEmpty())
            return put(bytes) && fflush(stdout) == 0;
        // A guest that writes faster than anybody reads is cut before it was read.
        const auto cut = readCut(host, event.file->path(), context.cancellation());
        const qint64 end = event.offset + bytes.size();
        if (!cut || end <= cut->from || event.offset >= cut->to)
            return put(bytes) && fflush(stdout) == 0;
        event.file->goOnFrom(cut->to);
        return put(bytes.first(std::max<qint64>(0, cut->from - event.offset))) && put(cutLine(*cut)) &&
               fflush(stdout) == 0;
    };
    const auto followed = host.follow(path, offset, take, context.cancellation());
    return followed && ferror(stdout) != 0 ? outputFailed() : followed;
}

} // namespace

Result<void> printConsoleLog(Host &host, const Vm &vm, int boot, bool follow, const CliContext &context)
{
    const auto path = pathOfBoot(host, vm, boot, context.cancellation());
    if (!path)
        return failure(path.error());
    if (context.json())
        return printAsJson(host, vm, *path, boot, context);
    LogReader reader(host, *path, context.cancellation());
    const auto printed = reader.run(
        put, [](const LogCut &cut) { return put(cutLine(cut)); }, std::numeric_limits<qint64>::max());
    if (!printed)
        return failure(printed.error());
    if (!*printed || fflush(stdout) != 0)
        return outputFailed();
    if (!follow)
        return {};
    const QString link = boot == 0 && !vm.machine.consoleLog.isEmpty() ? vm.machine.consoleLog : *path;
    return followLog(host, link, reader.offset(), context);
}

Result<void> printConsoleLog(Host &host, const TrashedVm &trashed, int boot, const CliContext &context)
{
    Vm vm;
    vm.spec = trashed.spec;
    vm.host = trashed.host;
    vm.folders.data = trashed.folder;
    vm.machine.consoleLog = trashed.consoleLog;
    return printConsoleLog(host, vm, boot, false, context);
}

} // namespace portlight
