// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portlight {

/// What an error means for the caller; the command line turns it into the exit code of contracts.md.
enum class ErrorKind {
    Failed,      ///< The thing asked for is not so, or a step went wrong (exit code 1).
    Usage,       ///< The call cannot be understood, or its input cannot be read (exit code 2).
    Unreachable, ///< A host or a needed tool is out of reach, or there is no room (exit code 3).
    Cancelled,   ///< Somebody interrupted it; what was half-made was removed (exit code 130).
};

/// Why something failed: a stable id for scripts and tests, a sentence for people, and what they can do.
/// Code branches on `id` and `kind`, never on the sentences.
struct Error
{
    ErrorKind kind = ErrorKind::Failed;
    QString id;      ///< Stable, e.g. "file.missing"; never translated.
    QString summary; ///< One translated sentence: what happened, to what.
    QString hint;    ///< One translated sentence: what to do. May be empty.
    QString detail;  ///< Untranslated evidence, e.g. the end of a tool's output. May be empty.

    /// Summary and hint as one paragraph.
    [[nodiscard]] QString text() const;
};

/// The error of everything that was cancelled: id "cancelled".
[[nodiscard]] Error cancelledError();

} // namespace portlight
