// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/FloatingCard.h"

#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace portlight {

class Job;

/// The small card at the lower right: what is done, how far it is, how long it still takes, cancel. A job that failed
/// stays with its reason until it is dismissed.
class JobCard : public FloatingCard
{
    Q_OBJECT

public:
    explicit JobCard(Job *job, QWidget *parent = nullptr);

    [[nodiscard]] Job *job() const { return m_job; }
    /// What the card says below its title.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void refreshTheme();

    QPointer<Job> m_job;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_percent;
    QPushButton *m_close;
    QProgressBar *m_bar;
    QLabel *m_text;
};

} // namespace portlight
