// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace portlight {

/// Reads how far a build is from what mmdebstrap --verbose, apt and dpkg print. Pure; lines come one by one.
class BuildOutput
{
public:
    enum class Stage { Lists, Base, Download, Install, Pack };

    /// One line without its end. True when stage, percentage or detail changed.
    bool feed(QByteArrayView line);

    [[nodiscard]] Stage stage() const { return m_stage; }
    /// Of the stage, 0 to 100.
    [[nodiscard]] double percent() const;
    /// The package that is dealt with, e.g. "libc6". May be empty.
    [[nodiscard]] QString detail() const { return m_detail; }
    /// What apt says it needs, "155 MB"; empty when unknown.
    [[nodiscard]] QString downloadSize() const { return m_downloadSize; }

    enum class Trouble { None, Network, Room };
    /// What the lines so far name as the reason of a failure.
    [[nodiscard]] Trouble trouble() const { return m_trouble; }

private:
    bool enter(Stage stage);
    bool feedPhase(QByteArrayView line);
    bool feedPackage(QByteArrayView line);
    void noteTrouble(QByteArrayView line);

    Stage m_stage = Stage::Lists;
    QString m_detail;
    QString m_downloadSize;
    int m_packages = 0;
    int m_downloaded = 0;
    int m_unpacked = 0;
    int m_configured = 0;
    Trouble m_trouble = Trouble::None;
};

} // namespace portlight
