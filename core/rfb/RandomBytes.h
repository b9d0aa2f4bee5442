// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace portlight::rfb {

/// So many bytes nobody can guess.
[[nodiscard]] QByteArray randomBytes(qsizetype count);

} // namespace portlight::rfb
