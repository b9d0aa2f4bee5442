// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/FloatingCard.h"

#include <QList>

class QAction;
class QGraphicsOpacityEffect;
class QMenu;
class QPropertyAnimation;
class QPushButton;

namespace portlight {

enum class Icon;
class ViewerActions;

/// The tools at the viewer's lower edge. They fade away while somebody works in the guest, and become icons alone
/// where there is no room for words.
class DesktopToolBar : public FloatingCard
{
    Q_OBJECT

public:
    explicit DesktopToolBar(const ViewerActions &actions, QWidget *parent = nullptr);

    /// Words or icons, as fits into so many pixels.
    void fitInto(int width);
    /// Beside the red dot while it records; empty: it does not.
    void setRecordingTime(const QString &time);
    /// After the actions' texts or states have changed.
    void refresh();
    /// Fades in or out in 140 ms, at once when the system asks for less motion.
    void setFaded(bool faded);
    [[nodiscard]] bool isFaded() const { return m_faded; }
    /// A menu of it is open, or a button has the keyboard: no moment to fade away.
    [[nodiscard]] bool isInUse() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Tool
    {
        QPushButton *button = nullptr;
        Icon icon;
        QString text; ///< Empty: always an icon alone.
    };
    QPushButton *add(Icon icon, const QString &text, const QString &name, const QString &toolTip);
    void addCommand(QPushButton *button, QAction *action);
    void addMenu(QPushButton *button, QMenu *menu);
    void setWords(bool words);
    void refreshIcons();

    const ViewerActions &m_actions;
    QList<Tool> m_tools;
    QPushButton *m_record = nullptr;
    QPushButton *m_viewOnly = nullptr;
    QPushButton *m_scale = nullptr;
    QString m_recordingTime;
    QGraphicsOpacityEffect *m_opacity;
    QPropertyAnimation *m_animation;
    int m_room = 0;
    bool m_words = true;
    bool m_faded = false;
};

} // namespace portlight
