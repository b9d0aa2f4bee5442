// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/KeyCombination.h"

#include <QDialog>

class QPushButton;

namespace portlight {

class KeyRecorder;

/// Asks for a combination of keys by letting the user press it.
class AddCombinationDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AddCombinationDialog(QWidget *parent = nullptr);

    [[nodiscard]] const KeyCombination &combination() const;
    [[nodiscard]] KeyRecorder *recorder() const { return m_recorder; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    KeyRecorder *m_recorder;
    QPushButton *m_add;
};

} // namespace portlight
