// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/Settings.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

const auto themeKey = u"window/theme"_s;
const auto scaleKey = u"desktop/scale"_s;
const auto figuresKey = u"desktop/figures"_s;
const auto geometryKey = u"window/geometry"_s;
const auto sidebarKey = u"window/sidebar"_s;
const auto selectedKey = u"window/vm"_s;
constexpr int widestSidebar = 4000;

} // namespace

Settings::Settings()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, u"portlight"_s, u"portlight"_s)
{
}

Settings::Settings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
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

ScaleMode Settings::scaleMode() const
{
    return m_settings.value(scaleKey).toString() == "original"_L1 ? ScaleMode::Original : ScaleMode::Fit;
}

void Settings::setScaleMode(ScaleMode mode)
{
    m_settings.setValue(scaleKey, mode == ScaleMode::Original ? u"original"_s : u"fit"_s);
}

bool Settings::figuresShown() const
{
    return m_settings.value(figuresKey, true).toString() != "false"_L1;
}

void Settings::setFiguresShown(bool shown)
{
    m_settings.setValue(figuresKey, shown);
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
