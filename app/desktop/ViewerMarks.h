// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/Icons.h"
#include "settings/ThemeColors.h"

#include <QList>
#include <QWidget>

namespace portlight {

/// What must not be overlooked while a picture is live, as badges in its corner: icon, word and tint. Lets the mouse
/// through.
class ViewerMarks : public QWidget
{
    Q_OBJECT

public:
    explicit ViewerMarks(QWidget *parent = nullptr);

    void setViewOnly(bool on);
    /// "0:42"; empty: nothing is being recorded.
    void setRecordingTime(const QString &time);
    /// Modifiers that stay held in the guest, "Ctrl+Alt"; empty: none.
    void setHeldKeys(const QString &names);
    /// The whole keyboard goes to the guest.
    void setKeyboardGrabbed(bool grabbed);
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Mark
    {
        Icon icon;
        QString text;
        QColor ThemeColors::*ink;
        QColor ThemeColors::*tint;
    };
    void refresh();
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int widthOf(const Mark &mark) const;

    QList<Mark> m_marks;
    bool m_viewOnly = false;
    QString m_recordingTime;
    QString m_heldKeys;
    bool m_keyboardGrabbed = false;
};

} // namespace portlight
