// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portlight {

/// The coloured border around a picture that takes no input. Only the border is a widget: the picture inside is painted
/// as if it were not there. A flash is the same in another colour, for a moment.
class PictureFrame : public QWidget
{
    Q_OBJECT

public:
    explicit PictureFrame(QWidget *parent = nullptr);

    /// Around this area of the parent, in its coordinates.
    void surround(const QRect &area);
    void setViewOnly(bool on);
    /// The guest's bell, for those who do not hear it.
    void flash();
    [[nodiscard]] bool isFlashing() const { return m_flashing; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();

    bool m_viewOnly = false;
    bool m_flashing = false;
};

} // namespace portlight
