// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace portlight {

/// A titled card with rows of a name and a value, as on the Details page.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    /// Adds a row; the value can be selected. `icon` may be a null pixmap.
    QLabel *addRow(const QString &name, const QString &value, bool monospace = false);
    void addIconRow(const QPixmap &icon, const QString &name, const QString &value);
    void addText(const QString &text);
    /// Begins anew; the rows are seen after showRows().
    void clearRows();
    void showRows();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *valueLabel(const QString &value, bool monospace);

    QVBoxLayout *m_layout;
    QWidget *m_body = nullptr;
    QGridLayout *m_rows = nullptr;
};

} // namespace portlight
