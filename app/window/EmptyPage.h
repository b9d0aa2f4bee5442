// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmService.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace portlight {

/// What a new user sees: what Portlight is for and the way to begin.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    /// Says what the demo will do: build an image of `bytes` first, or not.
    void setImageNeeded(bool needed, qint64 bytes);
    /// The demo cannot run here: says why and switches the button off.
    void setHostFacts(const HostFacts &facts);
    /// The demo is under way.
    void setDemoRunning(bool running);
    [[nodiscard]] QPushButton *demoButton() const { return m_demo; }

Q_SIGNALS:
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refreshTheme();
    void refreshButton();
    void fitTexts();

    QLabel *m_logo;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_playIcon;
    QLabel *m_cardTitle;
    QLabel *m_cardText;
    QLabel *m_problem;
    QPushButton *m_demo;
    QWidget *m_card;
    bool m_possible = true;
    bool m_running = false;
};

} // namespace portlight
