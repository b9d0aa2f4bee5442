// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/CellText.h"
#include "serial/ConsoleColors.h"
#include "serial/LineStore.h"
#include "serial/LogQuery.h"

#include <QColor>
#include <QList>
#include <QString>

#include <vector>

namespace portlight {

/// What stands between two lines: a row of its own above the line it belongs to.
struct ConsoleNotice
{
    enum class Kind : quint8 {
        Boot,    ///< A kernel begins.
        Silence, ///< Nothing came for some time.
    };
    Kind kind = Kind::Boot;
    QString text;
};

/// A line of the log, ready to be painted.
struct ConsoleLine
{
    struct Piece
    {
        int start = 0; ///< UTF-16 units.
        int length = 0;
        CellStyle style;
    };

    SerialLine data;
    CellText text;             ///< As shown: a mark's sentence, a sign behind a line that goes on.
    CellStyle standard;        ///< Of what is in no piece.
    std::vector<Piece> pieces; ///< Sorted, without overlap.
    QList<ConsoleNotice> notices;
    QList<LogQuery::Match> matches; ///< Of what is searched.
    QString time;
    QColor ground; ///< What is painted behind it.
    int textRows = 1;

    [[nodiscard]] bool isMark() const { return data.mark.kind != LineMark::Kind::None; }
    /// Parts of the screen's height, the notices included.
    [[nodiscard]] int rows() const { return textRows + int(notices.size()); }
};

} // namespace portlight
