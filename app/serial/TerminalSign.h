// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace portlight {

/// The strip above a terminal that says whose the keyboard is. GUI thread.
class TerminalSign : public QWidget
{
    Q_OBJECT

public:
    enum class State {
        Unavailable, ///< The VM does not run.
        Watching,    ///< Nothing that is typed reaches the guest.
        Connecting,
        Typing,  ///< Keys go to the guest.
        Waiting, ///< Keys would go to the guest, but another part of the window has the focus.
    };

    explicit TerminalSign(QWidget *parent = nullptr);

    void setState(State state);
    [[nodiscard]] State state() const { return m_state; }
    /// Shown in place of the state's own sentence until the state changes; empty: the state's own.
    void setRemark(const QString &text);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void menuWanted(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString sentence() const;

    State m_state = State::Unavailable;
    QString m_remark;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_menu;
};

} // namespace portlight
