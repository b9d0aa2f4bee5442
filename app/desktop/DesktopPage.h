// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/ViewerState.h"
#include "hosts/Host.h"
#include "rfb/Client.h"
#include "settings/Settings.h"
#include "vms/Vm.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QImage>
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace portlight {

class ClipboardBridge;
class DesktopCanvas;
class DesktopConnection;
class DesktopToolBar;
class FiguresLabel;
class IdentityCard;
class IdleInhibitor;
class KeyMenu;
class LoginCard;
class PictureFrame;
class QuestionCard;
class RecordingControl;
class ViewerActions;
class ViewerMarks;
class ViewerNotice;
class ViewerToast;
struct DesktopTarget;

/// The Desktop tab: the guest's live picture with tools and figures floating over it, or a sentence on why there is
/// none yet. Every question is asked inside the page. What connects is DesktopConnection; this shows it and leads
/// input to it. GUI thread.
class DesktopPage : public QWidget
{
    Q_OBJECT

public:
    explicit DesktopPage(Settings &settings, QWidget *parent = nullptr);
    ~DesktopPage() override;

    /// The VM as it was found at the moment; called again with every look at the host.
    void setVm(const Vm &vm, const HostPointer &host);
    /// A desktop that is no VM of ours.
    void setTarget(const DesktopTarget &target, const HostPointer &host);
    void clear();
    /// The probe has just seen the desktop: try at once instead of waiting.
    void reconnectNow();
    /// Shows a picture without any connection, as after a loss; for tests.
    void showStillPicture(const QImage &picture);
    /// The window fills the screen now, or no more.
    void setFullScreen(bool full);

    [[nodiscard]] ViewerMode mode() const;
    [[nodiscard]] bool isLive() const { return mode() == ViewerMode::Live; }
    [[nodiscard]] QImage picture() const;
    /// What there is to do, for the menu bar.
    [[nodiscard]] ViewerActions *actions() const { return m_actions; }
    [[nodiscard]] DesktopConnection *connection() const { return m_connection; }
    [[nodiscard]] DesktopCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] ViewerNotice *notice() const { return m_notice; }
    [[nodiscard]] LoginCard *loginCard() const { return m_login; }
    [[nodiscard]] IdentityCard *identityCard() const { return m_identity; }
    /// Asks before power actions; hidden while it has nothing to ask.
    [[nodiscard]] QuestionCard *question() const { return m_question; }
    [[nodiscard]] ViewerToast *toast() const { return m_toast; }
    [[nodiscard]] ViewerMarks *marks() const { return m_marks; }
    [[nodiscard]] PictureFrame *frame() const { return m_frame; }
    [[nodiscard]] FiguresLabel *figures() const { return m_figures; }
    [[nodiscard]] DesktopToolBar *tools() const { return m_tools; }
    [[nodiscard]] RecordingControl *recording() const { return m_recording; }
    /// As "Save a screenshot" writes it: with the facts about it.
    [[nodiscard]] QImage screenshot() const;

public Q_SLOTS:
    void saveScreenshot();
    void copyScreenshot();
    void copyLink();

Q_SIGNALS:
    void liveChanged(bool live);
    void fullScreenRequested();
    void keyboardReleased();
    /// The guest has rung, and whoever looks after the window may want to show it.
    void rang();
    void nameChanged(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectConnection();
    void connectCanvas();
    void connectActions();
    void connectCards();
    void wentLive();
    void opened();
    void freezePicture();
    void refreshGrab();
    void useOptions(const ViewerOptions &options);
    void useAbilities(const rfb::ServerAbilities &abilities);
    void ring();
    void askForPower(rfb::PowerAction action);
    void typeClipboard();
    void refresh();
    void refreshNotice(ViewerMode mode);
    void refreshCards(ViewerMode mode);
    void place();
    void userIsBusy(QPointF where, bool typing);

    Settings &m_settings;
    DesktopConnection *m_connection;
    ViewerActions *m_actions;
    KeyMenu *m_keys;
    DesktopCanvas *m_canvas;
    PictureFrame *m_frame;
    ViewerMarks *m_marks;
    FiguresLabel *m_figures;
    DesktopToolBar *m_tools;
    ViewerNotice *m_notice;
    LoginCard *m_login;
    IdentityCard *m_identity;
    QuestionCard *m_question;
    QPushButton *m_accept;
    ViewerToast *m_toast;
    ClipboardBridge *m_clipboard;
    RecordingControl *m_recording;
    IdleInhibitor *m_inhibitor;
    QTimer m_second;
    QElapsedTimer m_sinceBell;
    rfb::ServerAbilities m_abilities;
    rfb::PowerAction m_power = rfb::PowerAction::Shutdown; ///< That is being asked about.
    QImage m_cursor;
    QPoint m_cursorHotspot;
    bool m_cursorKnown = false;
    bool m_wasLive = false;
    bool m_still = false;
    bool m_fullScreen = false;
};

} // namespace portlight
