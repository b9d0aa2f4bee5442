// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portlight::rfb {

/// Stages of the verdict that belong to RFB, in order (contracts.md, verify).
enum class Stage {
    Version,     ///< rfb-version: banner and version.
    Security,    ///< rfb-security: choice of the security type, authentication and its result.
    Init,        ///< rfb-init: ClientInit and ServerInit.
    Framebuffer, ///< framebuffer: everything after ServerInit.
};

/// The stage's id in contracts.md, e.g. "rfb-version".
[[nodiscard]] QString stageId(Stage stage);

/// Why the client gave up. The connection is of no use afterwards.
struct Failure
{
    QString id;                   ///< Of contracts.md: rfb.not-rfb, rfb.refused, auth.failed, rfb.malformed, ...
    Stage stage = Stage::Version; ///< Where it happened.
    QString summary;              ///< One translated sentence for people, with the server's words where it gave some.
    QString where; ///< Untranslated evidence, e.g. "Tight rectangle 64x64 at 0,0: palette index 7 of 4". May be empty.
};

} // namespace portlight::rfb
