// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/BuildOutput.h"
#include "images/BuildScratch.h"
#include "images/ImageBuilder.h"

#include <array>

namespace portlight {

/// One run of ImageBuilder: the steps in their order, and what they share.
class ImageBuild
{
public:
    ImageBuild(Host &host, const Recipe &recipe, const ImageBuilder::Options &options, Progress &progress);

    [[nodiscard]] Result<Image> run();

private:
    [[nodiscard]] Result<void> checkRoom();
    [[nodiscard]] Result<Image> buildLocked();
    void removeEmptyFolder();
    [[nodiscard]] Result<void> installSystem();
    [[nodiscard]] Result<void> makeDisk();
    [[nodiscard]] Result<Image> describe(int version);
    [[nodiscard]] Result<int> nextVersion();
    [[nodiscard]] QStringList mmdebstrapWords() const;

    [[nodiscard]] Result<void> runLogged(const QStringList &words);
    void take(Command::Channel channel, QByteArrayView bytes);
    void takeLine(QByteArrayView line);
    void showStage();
    [[nodiscard]] Error toolError() const;
    /// Keeps the log where people look for it, and says so in the error.
    [[nodiscard]] Error withKeptLog(Error error);

    Host &m_host;
    const Recipe &m_recipe;
    ImageBuilder::Options m_options;
    Progress &m_progress;
    QString m_name;
    BuildTools m_tools;
    ImageFolders m_folders;
    QString m_scratch;
    BuildOutput m_output;
    int m_stagesShown = 0;
    std::array<QByteArray, 2> m_rest; ///< Unfinished lines of both channels.
    QByteArray m_log;
};

} // namespace portlight
