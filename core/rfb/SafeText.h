// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace portlight::rfb {

/// A server's words fit to be shown on one line: UTF-8, or Latin-1 where it is not that; control characters, line ends
/// and marks that turn the writing direction become spaces, which are not repeated; at most `maximumLength` characters
/// and then "…".
[[nodiscard]] QString safeText(QByteArrayView bytes, qsizetype maximumLength);

} // namespace portlight::rfb
