// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QImage>
#include <QString>

namespace portlight {

/// Pictures that say where they come from.
namespace ViewerScreenshot {

struct Facts
{
    QString name;     ///< The VM's, or the address without secrets.
    QString host;     ///< Where the VM runs; may be empty.
    QString endpoint; ///< May be empty.
    QDateTime time;
};

/// The same picture with the facts as texts, which PNG keeps (PNG specification, 11.3.4.2: Title, Source, Software,
/// Creation Time, Description).
[[nodiscard]] QImage withFacts(const QImage &picture, const Facts &facts);
/// "demo-2026-11-23-041500" without an ending; what a file's name must not hold becomes "_".
[[nodiscard]] QString fileName(const QString &name, const QDateTime &time = QDateTime::currentDateTime());

} // namespace ViewerScreenshot

} // namespace portlight
