// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ClipboardBridge.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QWidget>

namespace portlight {

namespace {

/// Line ends as the guest and we have them: the same text must not look like another one.
QString clipboardText()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr || !data->hasText())
        return {};
    QString text = data->text();
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return text;
}

} // namespace

ClipboardBridge::ClipboardBridge(QWidget *canvas, QObject *parent)
    : QObject(parent)
    , m_canvas(canvas)
{
    canvas->installEventFilter(this);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        m_refusedLarge = false;
        offer();
    });
}

void ClipboardBridge::setDirections(bool fromGuest, bool toGuest)
{
    m_fromGuest = fromGuest;
    m_toGuest = toGuest;
    offer();
}

void ClipboardBridge::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    offer();
}

void ClipboardBridge::forget()
{
    m_common.clear();
}

bool ClipboardBridge::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        offer();
    return QObject::eventFilter(watched, event);
}

void ClipboardBridge::offer()
{
    if (!m_open || !m_toGuest || !m_canvas || !m_canvas->hasFocus())
        return;
    const QString text = clipboardText();
    if (text.isEmpty() || text == m_common)
        return;
    if (text.toUtf8().size() > mostBytes) {
        if (!m_refusedLarge)
            Q_EMIT refused(tr("What was copied is larger than 1 MiB and does not go to the guest."));
        m_refusedLarge = true;
        return;
    }
    m_common = text;
    Q_EMIT offered(text);
}

void ClipboardBridge::take(const QString &text)
{
    if (!m_fromGuest || text.isEmpty() || text == m_common)
        return;
    if (!m_canvas || !m_canvas->isActiveWindow())
        return;
    if (text.toUtf8().size() > mostBytes) {
        Q_EMIT refused(tr("What was copied in the guest is larger than 1 MiB and was not taken."));
        return;
    }
    m_common = text;
    if (clipboardText() != text)
        QGuiApplication::clipboard()->setText(text);
}

QString ClipboardBridge::textToType()
{
    QString text = clipboardText();
    if (text.isEmpty())
        Q_EMIT refused(tr("There is no text on the clipboard."));
    if (text.toUtf8().size() <= mostBytes)
        return text;
    Q_EMIT refused(tr("The clipboard's text is larger than 1 MiB and is not typed."));
    return {};
}

} // namespace portlight
