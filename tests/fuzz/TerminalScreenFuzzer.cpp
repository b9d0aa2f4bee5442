// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TerminalScreen.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool fine)
{
    if (!fine)
        std::abort();
}

} // namespace

/// What a guest writes, in pieces, to a terminal of a size from the first two bytes. Nothing may break, grow without
/// limit or leave the screen.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using portlight::TerminalScreen;
    if (size < 3)
        return 0;
    TerminalScreen screen(data[0] % 64, data[1] % 160);
    const int piece = data[2] % 61 + 1;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 3, qsizetype(size) - 3);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        screen.write(bytes.sliced(at, std::min<qsizetype>(piece, bytes.size() - at)));
    const TerminalScreen::Cursor &cursor = screen.cursor();
    require(cursor.row >= 0 && cursor.row < screen.rows());
    require(cursor.column >= 0 && cursor.column < screen.columns());
    for (qint64 row = screen.firstRow(); row < screen.endRow(); ++row)
        require(screen.lineAt(row).length() <= screen.columns() + 1);
    require(screen.takeAnswers().size() <= TerminalScreen::MostAnswerBytes);
    require(screen.title().size() <= 200);
    (void)screen.takeLines();
    return 0;
}
