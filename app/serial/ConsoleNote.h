// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace portlight {

/// A sentence in the status line. Where there is no room for all of it, it is shortened, and its tooltip has the rest.
class ConsoleNote : public QLabel
{
    Q_OBJECT

public:
    explicit ConsoleNote(QWidget *parent = nullptr);

    void setNote(const QString &text);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace portlight
