// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/DebugfsImage.h"
#include "images/ImageCheck.h"
#include "images/UnitFile.h"

#include <QCoreApplication>

namespace portlight {

/// Walks through an image's root disk for ImageCheck and collects what it finds.
class ImageInspector
{
    Q_DECLARE_TR_FUNCTIONS(ImageInspector)

public:
    explicit ImageInspector(DebugfsImage image);

    /// All checks of the root disk, in their order.
    [[nodiscard]] Result<QList<ImageCheck::Finding>> run();

private:
    using Status = ImageCheck::Finding::Status;
    using Node = DebugfsImage::Node;

    void checkState();
    [[nodiscard]] Result<void> checkInit();
    [[nodiscard]] Result<void> checkUnit(const QString &unit, Status whenMissing);
    [[nodiscard]] Result<void> checkEnabled(const QString &unit, const UnitFile &file, Status whenNot);
    [[nodiscard]] Result<void> checkProgram(const QString &unit, const UnitFile &file);
    [[nodiscard]] Result<void> checkWebRoot(const UnitFile &file);
    [[nodiscard]] Result<void> checkWindowManager();
    [[nodiscard]] Result<void> checkGetty();
    /// Where systemd would read the unit from, template included; empty when nowhere.
    [[nodiscard]] Result<QString> findUnit(const QString &unit);

    void add(const QString &id, Status status, const QString &subject, const QString &text, const QString &fix = {});

    DebugfsImage m_image;
    QList<ImageCheck::Finding> m_findings;
};

} // namespace portlight
