// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RandomBytes.h"

#include <QRandomGenerator>

namespace portlight::rfb {

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    std::generate(bytes.begin(), bytes.end(),
                  [] { return char(QRandomGenerator::system()->generate() & 0xffU); }); // the system's own source
    return bytes;
}

} // namespace portlight::rfb
