// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace portlight {

/// Between this machine's clipboard and the guest's: text only, each direction with a switch, never in a circle, and
/// never while one works elsewhere. The guest may fill our clipboard only while the viewer's window is active; what is
/// copied here goes to the guest only while its desktop has the keyboard, or as soon as it gets it. X11's selection
/// (the middle button's) is left alone. GUI thread.
class ClipboardBridge : public QObject
{
    Q_OBJECT

public:
    /// UTF-8; longer texts are refused in both directions, with a sentence.
    static constexpr qsizetype mostBytes = 1 << 20;

    /// `canvas`: the widget that has the keyboard when the guest has it.
    explicit ClipboardBridge(QWidget *canvas, QObject *parent = nullptr);

    void setDirections(bool fromGuest, bool toGuest);
    /// While it is off nothing goes to the guest: no live picture, or somebody who only looks on.
    void setOpen(bool open);
    /// The guest's clipboard has this text.
    void take(const QString &text);
    /// Another guest, or the same one newly connected, knows nothing of our clipboard.
    void forget();

    /// The text of this machine's clipboard, to be typed; empty with a sentence when it cannot.
    [[nodiscard]] QString textToType();

Q_SIGNALS:
    /// For the session's offerClipboard().
    void offered(const QString &text);
    void refused(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer();

    QPointer<QWidget> m_canvas;
    QString m_common; ///< What both sides have: it came from there or went there.
    bool m_fromGuest = true;
    bool m_toGuest = true;
    bool m_open = false;
    bool m_refusedLarge = false; ///< The sentence about the present content was said.
};

} // namespace portlight
