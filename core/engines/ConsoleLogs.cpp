// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/ConsoleLogs.h"

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

struct BootFiles
{
    QStringList names; ///< The log and what lies beside it.
    qint64 allocated = 0;
    bool hasLog = false;
};

/// By number of the boot.
Result<QMap<int, BootFiles>> bootsIn(Host &host, const QString &folder, const Cancellation &cancellation)
{
    const auto entries = host.list(folder, cancellation);
    if (!entries && entries.error().id == u"file.missing")
        return QMap<int, BootFiles>();
    if (!entries)
        return failure(entries.error());
    static const QRegularExpression pattern(u"^serial-console-([0-9]{1,9})\\.log(\\.cuts(\\.new)?)?$"_s);
    QMap<int, BootFiles> boots;
    for (const FileStatus &entry : *entries) {
        const auto match = pattern.match(entry.name);
        if (entry.type != FileStatus::Type::File || !match.hasMatch())
            continue;
        BootFiles &files = boots[match.captured(1).toInt()];
        files.names << entry.name;
        files.allocated += entry.allocated;
        files.hasLog = files.hasLog || match.captured(2).isEmpty();
    }
    return boots;
}

} // namespace

Result<void> pruneConsoleLogs(Host &host, const QString &folder, const ConsoleLogLimits &limits,
                              const Cancellation &cancellation)
{
    auto boots = bootsIn(host, folder, cancellation);
    if (!boots)
        return failure(boots.error());
    qint64 total = 0;
    for (const BootFiles &files : *boots)
        total += files.allocated;
    while (boots->size() > 1 && (boots->size() > limits.boots || total > limits.bytes)) {
        const BootFiles oldest = boots->take(boots->firstKey());
        total -= oldest.allocated;
        for (const QString &name : oldest.names) {
            if (auto removed = host.removeTree(folder + u'/' + name, cancellation); !removed)
                return removed;
        }
    }
    return {};
}

QString newestConsoleLog(Host &host, const QString &folder, const Cancellation &cancellation)
{
    const auto boots = bootsIn(host, folder, cancellation);
    if (!boots)
        return {};
    for (auto boot = boots->end(); boot != boots->begin();) {
        --boot;
        if (boot->hasLog)
            return u"%1/serial-console-%2.log"_s.arg(folder).arg(boot.key());
    }
    return {};
}

} // namespace portlight
