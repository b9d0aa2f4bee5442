// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/NoVncSettings.h"

#include "desktop/NoVncParameters.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int highestLevel = 9;
constexpr int longestDelay = 24 * 3600 * 1000;

/// Reads one setting after the other and collects what cannot be understood.
class Reader
{
public:
    Reader(const NoVncParameters &parameters, QStringList &warnings)
        : m_parameters(parameters)
        , m_warnings(warnings)
    {
    }

    [[nodiscard]] std::optional<bool> flag(const QString &name) const
    {
        return m_parameters.has(name) ? std::optional(m_parameters.flag(name, false)) : std::nullopt;
    }
    [[nodiscard]] std::optional<int> number(const QString &name, int most)
    {
        if (!m_parameters.has(name))
            return std::nullopt;
        bool isNumber = false;
        const int value = m_parameters.text(name).toInt(&isNumber);
        if (isNumber && value >= 0 && value <= most)
            return value;
        warn(name, QCoreApplication::translate("NoVncSettings", "a number from 0 to %1").arg(most));
        return std::nullopt;
    }
    [[nodiscard]] QString word(const QString &name, const QStringList &allowed)
    {
        QString value = m_parameters.text(name);
        if (!m_parameters.has(name) || allowed.contains(value))
            return value;
        warn(name, QCoreApplication::translate("NoVncSettings", "one of %1").arg(allowed.join(u", "_s)));
        return {};
    }

private:
    void warn(const QString &name, const QString &wanted)
    {
        m_warnings.append(QCoreApplication::translate("NoVncSettings", "“%1” in the address must be %2. It is ignored.")
                              .arg(name, wanted));
    }

    const NoVncParameters &m_parameters;
    QStringList &m_warnings;
};

std::optional<NoVncSettings::Resize> resizeOf(const QString &word, std::optional<bool> scale)
{
    if (word == "off"_L1)
        return NoVncSettings::Resize::Off;
    if (word == "scale"_L1)
        return NoVncSettings::Resize::Scale;
    if (word == "remote"_L1)
        return NoVncSettings::Resize::Remote;
    if (scale) // vnc_lite.html's name for it
        return *scale ? NoVncSettings::Resize::Scale : NoVncSettings::Resize::Off;
    return std::nullopt;
}

} // namespace

NoVncSettings NoVncSettings::from(const NoVncParameters &parameters, QStringList &warnings)
{
    Reader reader(parameters, warnings);
    NoVncSettings settings;
    settings.resize = resizeOf(reader.word(u"resize"_s, {u"off"_s, u"scale"_s, u"remote"_s}), reader.flag(u"scale"_s));
    settings.viewClip = reader.flag(u"view_clip"_s);
    settings.showDot = reader.flag(u"show_dot"_s);
    settings.quality = reader.number(u"quality"_s, highestLevel);
    settings.compression = reader.number(u"compression"_s, highestLevel);
    settings.autoconnect = reader.flag(u"autoconnect"_s);
    settings.reconnect = reader.flag(u"reconnect"_s);
    if (const std::optional<int> delay = reader.number(u"reconnect_delay"_s, longestDelay))
        settings.reconnectDelay = std::chrono::milliseconds(*delay);
    settings.bell = reader.flag(u"bell"_s);
    settings.keepDeviceAwake = reader.flag(u"keep_device_awake"_s);
    settings.logging = reader.word(u"logging"_s, {u"error"_s, u"warn"_s, u"info"_s, u"debug"_s});
    return settings;
}

} // namespace portlight
