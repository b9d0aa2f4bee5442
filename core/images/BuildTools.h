// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"
#include "images/Recipe.h"

namespace portlight {

/// What a host offers for building images, found out before anything is changed.
struct BuildTools
{
    bool asRoot = false; ///< Else user namespaces make this user root inside a build.
    QStringList sources; ///< Lines for apt, the host's own mirrors where it has some.
    QString proxy;       ///< The host's HTTP proxy for apt; empty where there is none.

    /// Errors: "tool.missing", "namespaces.missing" (both Unreachable) and those of Host.
    [[nodiscard]] static Result<BuildTools> find(Host &host, const Recipe &recipe, const Cancellation &cancellation);

    /// The words before a command that needs to be root over the image's files.
    [[nodiscard]] QStringList rootPrefix() const;
    /// mmdebstrap's --mode.
    [[nodiscard]] QString mode() const;

    /// `program` with the folders of system programs in PATH, which an ordinary user's lacks.
    [[nodiscard]] static Command command(const QStringList &words);
};

} // namespace portlight
