// SPDX-License-Identifier: GPL-3.0-or-later
// What the serial console remembers.
#include "settings/Settings.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qsizetype mostEntries = 50;
constexpr qsizetype mostLogs = 8;
constexpr int highestFilter = 4000;
constexpr int longestSilence = 3600;

QString key(QStringView name)
{
    return u"console/%1"_s.arg(name);
}

QStringList withFirst(QStringList list, const QString &entry, qsizetype most)
{
    list.removeAll(entry);
    list.prepend(entry);
    list.resize(std::min(list.size(), most));
    return list;
}

} // namespace

ConsoleOptions Settings::consoleOptions() const
{
    const auto flag = [&](QStringView name, bool otherwise) {
        const QString word = m_settings.value(key(name)).toString();
        return otherwise ? word != "false"_L1 : word == "true"_L1;
    };
    ConsoleOptions options;
    options.wrapping = flag(u"wrapping", options.wrapping);
    options.vmmShown = flag(u"vmm", options.vmmShown);
    options.noticesShown = flag(u"notices", options.noticesShown);
    options.copyNumbers = flag(u"copy-numbers", options.copyNumbers);
    options.filterShown = flag(u"filter", options.filterShown);
    options.numbersShown = flag(u"numbers", options.numbersShown);
    options.time = m_settings.value(key(u"time")).toString();
    const int height = m_settings.value(key(u"filter-height")).toInt();
    options.filterHeight = height > 0 && height <= highestFilter ? height : 0;
    const int silence = m_settings.value(key(u"silence")).toInt();
    if (silence > 0 && silence <= longestSilence)
        options.silence = silence;
    return options;
}

void Settings::setConsoleOptions(const ConsoleOptions &options)
{
    m_settings.setValue(key(u"wrapping"), options.wrapping);
    m_settings.setValue(key(u"vmm"), options.vmmShown);
    m_settings.setValue(key(u"notices"), options.noticesShown);
    m_settings.setValue(key(u"copy-numbers"), options.copyNumbers);
    m_settings.setValue(key(u"filter"), options.filterShown);
    m_settings.setValue(key(u"numbers"), options.numbersShown);
    m_settings.setValue(key(u"silence"), options.silence);
    m_settings.setValue(key(u"time"), options.time);
    m_settings.setValue(key(u"filter-height"), options.filterHeight);
}

QStringList Settings::consoleSearches() const
{
    return m_settings.value(key(u"searches")).toStringList();
}

void Settings::addConsoleSearch(const QString &text)
{
    m_settings.setValue(key(u"searches"), withFirst(consoleSearches(), text, mostEntries));
}

void Settings::clearConsoleSearches()
{
    m_settings.remove(key(u"searches"));
}

QStringList Settings::recentLogs() const
{
    return m_settings.value(key(u"logs")).toStringList();
}

void Settings::addRecentLog(const QString &path)
{
    m_settings.setValue(key(u"logs"), withFirst(recentLogs(), path, mostLogs));
}

void Settings::clearRecentLogs()
{
    m_settings.remove(key(u"logs"));
}

QString Settings::logFolder() const
{
    const QString folder = m_settings.value(key(u"folder")).toString();
    return QFileInfo(folder).isDir() ? folder : QString();
}

void Settings::setLogFolder(const QString &folder)
{
    m_settings.setValue(key(u"folder"), folder);
}

QStringList Settings::disabledRules() const
{
    return m_settings.value(key(u"rules-off")).toStringList();
}

void Settings::setDisabledRules(const QStringList &ids)
{
    m_settings.setValue(key(u"rules-off"), ids);
}

QString Settings::rulesFolder() const
{
    return QFileInfo(m_settings.fileName()).dir().filePath(u"rules"_s);
}

QString Settings::bookmarksFolder() const
{
    return QFileInfo(m_settings.fileName()).dir().filePath(u"bookmarks"_s);
}

} // namespace portlight
