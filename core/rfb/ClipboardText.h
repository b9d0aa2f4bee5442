// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace portlight::rfb {

/// A text as the extended clipboard carries it (rfbproto, "Extended Clipboard Pseudo-Encoding", Provide): size, UTF-8
/// with line ends \r\n and a null byte at the end, packed with zlib in a stream of its own.
[[nodiscard]] QByteArray packClipboardText(const QString &text);

/// What was in it.
struct UnpackedText
{
    bool valid = false; ///< False: it is not zlib, or there is less than it says.
    quint32 size = 0;   ///< As the sender says, with the null byte.
    QString text;       ///< Line ends \n; empty when it is larger than allowed.
};
/// Unpacks no more than `largest` bytes of text.
[[nodiscard]] UnpackedText unpackClipboardText(QByteArrayView packed, quint32 largest);

} // namespace portlight::rfb
