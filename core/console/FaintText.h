// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace portlight {

/// libvterm (0.1.4) knows no faint text (SGR 2), but fonts of which nobody sees a difference (SGR 10 to 19): faint text
/// gets font 9, and a guest's own fonts are taken away. Works on a stream that is cut anywhere.
class FaintText
{
public:
    static constexpr unsigned Font = 9;

    /// The bytes to give to libvterm. What may be the beginning of a sequence is kept until its end has come.
    [[nodiscard]] QByteArray translate(QByteArrayView bytes);
    /// translate() would give back these very bytes.
    [[nodiscard]] bool isUntouched(QByteArrayView bytes) const;

private:
    [[nodiscard]] static QByteArray translated(QByteArrayView parameters);

    QByteArray m_sequence; ///< "\e", or "\e[" and parameters.
};

} // namespace portlight
