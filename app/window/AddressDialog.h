// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace portlight {

/// Asks for the address of a desktop that is no VM of ours and says at once what is wrong with it.
class AddressDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AddressDialog(QWidget *parent = nullptr);

    [[nodiscard]] const DesktopTarget &target() const { return m_target; }
    [[nodiscard]] QLineEdit *address() const { return m_address; }
    [[nodiscard]] QPushButton *openButton() const { return m_open; }
    [[nodiscard]] QString problem() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void refreshLook();

    QLineEdit *m_address;
    QLabel *m_help;
    QLabel *m_problem;
    QPushButton *m_open;
    DesktopTarget m_target;
};

} // namespace portlight
