// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleAccessible.h"

#include "serial/ConsoleView.h"

namespace portlight {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<ConsoleView *>(object);
    return view ? new ConsoleAccessible(view) : nullptr;
}

} // namespace

ConsoleAccessible::ConsoleAccessible(ConsoleView *view)
    : QAccessibleWidget(view, QAccessible::Terminal, view->accessibleName())
{
}

void ConsoleAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void ConsoleAccessible::announce(ConsoleView *view, const QString &sentence)
{
    view->setAccessibleDescription(sentence);
    QAccessibleEvent alert(view, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

ConsoleView *ConsoleAccessible::view() const
{
    return qobject_cast<ConsoleView *>(object());
}

QString ConsoleAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Value && view())
        return view()->spokenLine(view()->currentLine());
    return QAccessibleWidget::text(kind);
}

QAccessible::State ConsoleAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    return state;
}

} // namespace portlight
