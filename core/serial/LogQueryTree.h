// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineClass.h"

#include <QList>
#include <QString>

namespace portlight {

/// A query as it was understood: what to look for, and how the findings are put together.
struct LogQueryTree
{
    /// A text or an expression that a line may hold.
    struct Leaf
    {
        QString text; ///< The text itself, or the expression between the slashes.
        bool isExpression = false;
        bool ignoreCase = false;
        bool wanted = true; ///< Not under a `not`: worth marking on screen.

        friend bool operator==(const Leaf &, const Leaf &) = default;
    };
    /// The steps of a reckoning with a stack, in order: Leaf and Class push which lines match, the others take.
    struct Step
    {
        enum class Kind : quint8 { Leaf, Class, And, Or, Not };
        Kind kind = Kind::Leaf;
        int leaf = 0; ///< Of leaves.
        LineClass lineClass = LineClass::Plain;
    };
    QList<Leaf> leaves;
    QList<Step> steps; ///< Empty: every line matches.
};

} // namespace portlight
