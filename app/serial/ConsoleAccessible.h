// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace portlight {

class ConsoleView;

/// What a screen reader knows of the log: the current line as its value, and what was announced last.
class ConsoleAccessible : public QAccessibleWidget
{
public:
    explicit ConsoleAccessible(ConsoleView *view);

    /// Makes it known to Qt; any number of times.
    static void install();
    /// Says something now, whatever the user is at.
    static void announce(ConsoleView *view, const QString &sentence);

    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] QAccessible::State state() const override;

private:
    [[nodiscard]] ConsoleView *view() const;
};

} // namespace portlight
