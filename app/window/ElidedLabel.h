// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace portlight {

/// One line: a sentence in the text colour and facts in the dim colour behind it, cut with an ellipsis when there is
/// no room (the whole line is then in the tooltip).
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &sentence, const QStringList &facts, const QString &toolTip);
    [[nodiscard]] QString sentence() const { return m_sentence; }
    [[nodiscard]] QString wholeText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_sentence;
    QString m_facts;
};

} // namespace portlight
