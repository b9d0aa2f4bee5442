// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace portlight {

/// The console's search field: a line of text with what was looked for before, the number of matches at its end, and a
/// mark where the text is wrong. GUI thread.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// What the field proposes, the best first.
    void setHistory(const QStringList &history);
    [[nodiscard]] QStringList history() const;
    /// Stands at the right end: "12 of 345".
    void setTally(const QString &text);
    [[nodiscard]] const QString &tally() const { return m_tally; }
    /// The character (from 0) at which the text is wrong; -1 for none.
    void setErrorAt(int position);
    [[nodiscard]] int errorAt() const { return m_errorAt; }

Q_SIGNALS:
    /// Enter or F3 (1), with Shift (-1).
    void matchWanted(int direction);
    /// F8 (1), Shift+F8 (-1).
    void failureWanted(int direction);
    /// Escape in the empty field: back to the log.
    void leaveWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRoom();
    void updateIcons();
    /// Where the clear button, or the field itself, ends the room for text.
    [[nodiscard]] int rightEdge() const;

    QAction *m_icon;
    QStringListModel *m_history;
    QCompleter *m_proposals;
    QString m_tally;
    int m_errorAt = -1;
};

} // namespace portlight
