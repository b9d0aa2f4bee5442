// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"

#include <optional>

namespace portlight {

/// Reads files of an ext4 image without mounting it and without root, through debugfs(8) on the host.
/// Everything in the image is untrusted: only plain paths are asked for, links are followed a few times only.
class DebugfsImage
{
public:
    struct Node
    {
        enum class Type { File, Folder, Link, Other };
        Type type = Type::Other;
        int mode = 0;
        QString linkTarget;
    };

    /// Errors: "file.missing" (Usage), "image.not-ext4" (Usage), "tool.missing" (Unreachable).
    [[nodiscard]] static Result<DebugfsImage> open(Host &host, const QString &path, const Cancellation &cancellation);

    /// "clean", "not clean", "clean with errors".
    [[nodiscard]] QString state() const { return m_state; }

    /// Does not follow a link at the end. Empty: there is no such file.
    [[nodiscard]] Result<std::optional<Node>> node(const QString &path);
    /// Follows links.
    [[nodiscard]] Result<std::optional<Node>> target(const QString &path);
    /// The first MiB of a file; empty when there is none.
    [[nodiscard]] Result<QByteArray> read(const QString &path);
    /// Names in a folder, without "." and ".."; empty when there is none.
    [[nodiscard]] Result<QStringList> list(const QString &folder);

private:
    DebugfsImage(Host &host, QString path, const Cancellation &cancellation);
    [[nodiscard]] Result<CommandResult> ask(const QString &request);

    Host *m_host;
    QString m_path;
    Cancellation m_cancellation;
    QString m_state;
};

} // namespace portlight
