// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/FloatingCard.h"

#include <QStringList>
#include <QTimer>

class QLabel;
class QPushButton;

namespace portlight {

/// One sentence that needs no answer, at the upper edge of the page for as long as it takes to read it. Several wait
/// for each other; a click takes one away.
class ViewerToast : public FloatingCard
{
    Q_OBJECT

public:
    explicit ViewerToast(QWidget *parent = nullptr);

    void say(const QString &sentence);
    /// What is shown; empty when nothing is.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// Its size is another one.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void next();
    void refreshLook();

    QLabel *m_text;
    QPushButton *m_close;
    QStringList m_waiting;
    QTimer m_timer;
};

} // namespace portlight
