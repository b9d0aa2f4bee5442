// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineClass.h"
#include "serial/PatternMatcher.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

namespace portlight {

/// One rule of resources/rules/highlight/*.json: which lines it means and what they are.
struct HighlightRule
{
    QString id;
    LineClass lineClass = LineClass::Plain;
    Severity severity = Severity::None;
    QString pattern; ///< Perl-compatible regular expression on the plain text of a line.
    /// A line that holds none of these (in any case) cannot match; empty: every line is tried.
    QByteArrayList literals;
    bool ignoreCase = false;
    bool off = false;    ///< No rule, but the wish that the shipped rule of this id does nothing.
    QStringList matches; ///< Samples that must match.
    QStringList rejects; ///< Samples that must not.

    QString file; ///< Where it stands; empty when it does not come from a file.
    int line = 0;
    int column = 0;

    [[nodiscard]] LinePattern linePattern() const { return {pattern, false, ignoreCase, literals}; }
};

/// What is wrong in a rule file, for people: "highlight.json:12:5: …".
struct RuleProblem
{
    QString file;
    int line = 0;   ///< Counts from 1.
    int column = 0; ///< Counts from 1, in characters.
    QString ruleId; ///< Empty where it has none.
    QString message;

    [[nodiscard]] QString text() const;
};

} // namespace portlight
