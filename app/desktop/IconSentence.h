// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/Icons.h"
#include "settings/ThemeColors.h"

#include <QWidget>

class QLabel;

namespace portlight {

/// A sentence behind a small icon, both in one colour of the theme: a warning is never told by colour alone.
class IconSentence : public QWidget
{
    Q_OBJECT

public:
    explicit IconSentence(QWidget *parent = nullptr);

    /// Hidden while the sentence is empty.
    void setSentence(Icon icon, QColor ThemeColors::*color, const QString &sentence);
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QLabel *m_picture;
    QLabel *m_text;
    Icon m_icon = Icon::Check;
    QColor ThemeColors::*m_color = &ThemeColors::dim;
};

} // namespace portlight
