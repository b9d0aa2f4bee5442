// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portlight {

struct StageFailure;

/// What is known about a desktop, or (as a lamp) about one part of the way to it.
enum class Verdict {
    Verified, ///< The picture was seen and is a desktop in use.
    Starting, ///< The VM is booting and time is left.
    Degraded, ///< It works, but not as meant: blank, bare or too small picture.
    Failing,  ///< It is not there.
    Unknown,  ///< It cannot be told from here.
};

/// "verified", "starting", "degraded", "failing" or "unknown"; never translated.
[[nodiscard]] QString verdictId(Verdict verdict);
/// The badge's word, translated, e.g. "Verified".
[[nodiscard]] QString verdictTitle(Verdict verdict);
/// What a failed stage means for the whole. `booting`: the VM is still starting.
[[nodiscard]] Verdict verdictOf(const StageFailure &failure, bool booting);

} // namespace portlight
