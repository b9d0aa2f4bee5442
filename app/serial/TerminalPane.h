// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "hosts/Host.h"
#include "serial/LineStore.h"

#include <QString>
#include <QWidget>

#include <memory>

class QPushButton;

namespace portlight {

/// The console of a running VM as a terminal: what the guest shows comes out of its log, so that nothing is missing
/// and nobody has to be connected to look; keys go to the guest's serial socket once the user has taken the keyboard.
/// QEMU serves one console at a time, so the socket is held for just as long. GUI thread.
///
/// Whoever embeds it shows it in place of the log view, connects the log's follower to logGrew(), and shows
/// keyboardButton() where it belongs (lower right, in the status line).
class TerminalPane : public QWidget
{
    Q_OBJECT

public:
    explicit TerminalPane(QWidget *parent = nullptr);
    ~TerminalPane() override;

    /// Shows the end of `store`, the log of this console. An empty `socketPath`: the VM does not run, the keyboard
    /// cannot be taken. The same again: no change. Another socket or host lets go of the keyboard.
    void setConsole(HostPointer host, const QString &socketPath, std::shared_ptr<LineStore> store);

    /// Connects; keyboardChanged(true) follows, or problem().
    void takeKeyboard();
    /// Disconnects. Does nothing when it was not taken.
    void releaseKeyboard();
    [[nodiscard]] bool hasKeyboard() const;
    /// False while there is no socket to take the keyboard of.
    [[nodiscard]] bool canTakeKeyboard() const;
    /// "Take the keyboard", or how to give it back; does it when it is clicked. To be put into the embedder's status
    /// line; a click in the log view is answered with keyboardChanged(true), and the embedder shows the terminal.
    [[nodiscard]] QPushButton *keyboardButton() const;
    /// What was last wrong, in a sentence; empty when nothing is.
    [[nodiscard]] QString problemText() const;

public Q_SLOTS:
    /// There is more in the store: SerialFollower::linesAppended.
    void logGrew();

Q_SIGNALS:
    void keyboardChanged(bool taken);
    void canTakeKeyboardChanged(bool can);
    /// A sentence for the status line, e.g. that another console is connected; empty: all is well again.
    void problem(const QString &text);
    /// The user scrolled to the beginning of what the terminal keeps: the log has the rest.
    void logWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace portlight
