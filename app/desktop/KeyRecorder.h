// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/KeyCombination.h"
#include "desktop/PressedKeys.h"

#include <QWidget>

namespace portlight {

/// A field that shows the keys being pressed together and keeps the largest set until the next one begins. Takes every
/// key while it has the focus, also Tab, Escape and Enter. GUI thread.
class KeyRecorder : public QWidget
{
    Q_OBJECT

public:
    explicit KeyRecorder(QWidget *parent = nullptr);

    [[nodiscard]] const KeyCombination &combination() const { return m_combination; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void recorded(const portlight::KeyCombination &combination);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    KeyCombination m_combination;
    PressedKeys m_down;
};

} // namespace portlight
