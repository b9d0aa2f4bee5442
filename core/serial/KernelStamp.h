// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace portlight {

/// What Linux puts in front of its lines on the console: "[    6.322076] ", with CONFIG_PRINTK_CALLER "[    0.000000][
/// T0] ".
class KernelStamp
{
public:
    /// Microseconds since the kernel began; nothing where the line has no stamp.
    [[nodiscard]] static std::optional<qint64> read(QByteArrayView plainText);
    /// The version in a kernel's first line ("Linux version 6.1.0-56-cloud-amd64 (..."); empty for any other line.
    [[nodiscard]] static QString bannerVersion(QByteArrayView plainText);
    /// True where bannerVersion() is not empty; quick where it is.
    [[nodiscard]] static bool isBanner(QByteArrayView plainText);
    /// True for the lines with which a kernel says good-bye ("reboot: Restarting system").
    [[nodiscard]] static bool isGoodbye(QByteArrayView plainText);

private:
    [[nodiscard]] static std::optional<qint64> readAnyWidth(QByteArrayView text);
    [[nodiscard]] static QByteArrayView message(QByteArrayView plainText);
};

} // namespace portlight
