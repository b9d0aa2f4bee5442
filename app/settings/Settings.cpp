// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/Settings.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

const auto themeKey = u"window/theme"_s;
const auto figuresKey = u"desktop/figures"_s;
const auto combinationsKey = u"desktop/key-combinations"_s;
const auto geometryKey = u"window/geometry"_s;
const auto sidebarKey = u"window/sidebar"_s;
const auto selectedKey = u"window/vm"_s;
constexpr int widestSidebar = 4000;

/// The words of the file for the values of an enumeration.
constexpr std::pair<ScaleMode, QLatin1StringView> scales[] = {{ScaleMode::Fit, "fit"_L1},
                                                              {ScaleMode::Original, "original"_L1},
                                                              {ScaleMode::Integer, "integer"_L1},
                                                              {ScaleMode::Remote, "remote"_L1}};
constexpr std::pair<PictureQuality::Mode, QLatin1StringView> qualityModes[] = {
    {PictureQuality::Mode::Automatic, "automatic"_L1},
    {PictureQuality::Mode::Lossless, "lossless"_L1},
    {PictureQuality::Mode::Fixed, "fixed"_L1}};

template <typename Value, std::size_t count>
Value word(const std::pair<Value, QLatin1StringView> (&words)[count], const QString &text, Value otherwise)
{
    for (const auto &[value, name] : words) {
        if (text == name)
            return value;
    }
    return otherwise;
}

template <typename Value, std::size_t count>
QString name(const std::pair<Value, QLatin1StringView> (&words)[count], Value wanted)
{
    for (const auto &[value, name] : words) {
        if (value == wanted)
            return name;
    }
    return {};
}

QString viewerKey(const QString &key, const QString &name)
{
    // A slash would begin a group of its own.
    QString group = key;
    group.replace(u'/', u'_').replace(u'\\', u'_');
    return name.isEmpty() ? u"viewer/%1"_s.arg(group) : u"viewer/%1/%2"_s.arg(group, name);
}

} // namespace

Settings::Settings()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, u"portlight"_s, u"portlight"_s)
{
}

Settings::Settings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

QString Settings::knownServersFile() const
{
    return QFileInfo(m_settings.fileName()).dir().filePath(u"known-servers"_s);
}

ThemeChoice Settings::theme() const
{
    const QString word = m_settings.value(themeKey).toString();
    if (word == "light"_L1)
        return ThemeChoice::Light;
    return word == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    const auto word = choice == ThemeChoice::Light ? u"light"_s : choice == ThemeChoice::Dark ? u"dark"_s : u"system"_s;
    m_settings.setValue(themeKey, word);
}

ViewerOptions Settings::viewerOptions(const QString &key) const
{
    const auto value = [&](const QString &name) {
        return m_settings.value(viewerKey(key, name)).toString();
    };
    const auto level = [&](const QString &name, int otherwise) {
        bool isNumber = false;
        const int number = value(name).toInt(&isNumber);
        return isNumber && number >= 0 && number <= 9 ? number : otherwise;
    };
    ViewerOptions options;
    options.scale = word(scales, value(u"scale"_s), options.scale);
    options.viewOnly = value(u"view-only"_s) == "true"_L1;
    options.quality.mode = word(qualityModes, value(u"quality-mode"_s), options.quality.mode);
    options.quality.quality = level(u"quality"_s, options.quality.quality);
    options.quality.compression = level(u"compression"_s, options.quality.compression);
    options.clipboardFromGuest = value(u"clipboard-from-guest"_s) != "false"_L1;
    options.clipboardToGuest = value(u"clipboard-to-guest"_s) != "false"_L1;
    options.grabKeyboard = value(u"grab-keyboard"_s) == "true"_L1;
    return options;
}

void Settings::setViewerOptions(const QString &key, const ViewerOptions &options)
{
    // Only what differs is kept: desktops come and go, and most are never touched.
    m_settings.remove(viewerKey(key, {}));
    const ViewerOptions usual;
    const auto keep = [&](const QString &name, const auto &value, const auto &otherwise, const QVariant &written) {
        if (value != otherwise)
            m_settings.setValue(viewerKey(key, name), written);
    };
    keep(u"scale"_s, options.scale, usual.scale, name(scales, options.scale));
    keep(u"view-only"_s, options.viewOnly, usual.viewOnly, options.viewOnly);
    keep(u"quality-mode"_s, options.quality.mode, usual.quality.mode, name(qualityModes, options.quality.mode));
    keep(u"quality"_s, options.quality.quality, usual.quality.quality, options.quality.quality);
    keep(u"compression"_s, options.quality.compression, usual.quality.compression, options.quality.compression);
    keep(u"grab-keyboard"_s, options.grabKeyboard, usual.grabKeyboard, options.grabKeyboard);
    keep(u"clipboard-from-guest"_s, options.clipboardFromGuest, usual.clipboardFromGuest, options.clipboardFromGuest);
    keep(u"clipboard-to-guest"_s, options.clipboardToGuest, usual.clipboardToGuest, options.clipboardToGuest);
}

bool Settings::figuresShown() const
{
    return m_settings.value(figuresKey, true).toString() != "false"_L1;
}

void Settings::setFiguresShown(bool shown)
{
    m_settings.setValue(figuresKey, shown);
}

QStringList Settings::keyCombinations() const
{
    return m_settings.value(combinationsKey).toStringList();
}

void Settings::setKeyCombinations(const QStringList &combinations)
{
    m_settings.setValue(combinationsKey, combinations);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

int Settings::sidebarWidth() const
{
    const int width = m_settings.value(sidebarKey).toInt();
    return width > 0 && width <= widestSidebar ? width : 0;
}

void Settings::setSidebarWidth(int width)
{
    m_settings.setValue(sidebarKey, width);
}

QString Settings::selectedVm() const
{
    return m_settings.value(selectedKey).toString();
}

void Settings::setSelectedVm(const QString &id)
{
    m_settings.setValue(selectedKey, id);
}

} // namespace portlight
