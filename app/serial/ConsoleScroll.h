// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace portlight {

/// Which part of the log is at the top of the screen. A row (one line of the log) takes several parts of the screen's
/// height when it is wrapped or has a notice above it; only rows near the screen are ever asked for their parts, so a
/// log of any length scrolls at once.
class ConsoleScroll
{
public:
    struct Top
    {
        qint64 row = 0;
        int part = 0;

        friend auto operator<=>(const Top &, const Top &) = default;
    };
    using PartsOf = std::function<int(qint64 row)>;

    explicit ConsoleScroll(PartsOf partsOf)
        : m_partsOf(std::move(partsOf))
    {
    }

    /// How much there is, and how many parts the screen shows in full.
    void setExtent(qint64 rows, int pageParts);
    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] int pageParts() const { return m_pageParts; }

    [[nodiscard]] Top top() const { return m_top; }
    /// Never behind end().
    void setTop(Top top);
    /// Moves by parts; true when anything moved.
    bool moveBy(int parts);
    /// The top with which the last part stands at the bottom.
    [[nodiscard]] Top end() const;
    [[nodiscard]] bool isAtEnd() const { return m_top >= end(); }
    /// The top with which `row` begins `above` parts below the top of the screen.
    [[nodiscard]] Top topFor(qint64 row, int above) const;

private:
    PartsOf m_partsOf;
    qint64 m_rows = 0;
    int m_pageParts = 1;
    Top m_top;
};

} // namespace portlight
