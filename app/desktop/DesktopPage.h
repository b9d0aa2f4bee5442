// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/ReconnectPolicy.h"
#include "desktop/ViewerState.h"
#include "settings/Settings.h"
#include "vms/Vm.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace portlight {

class DesktopCanvas;
class DesktopLink;
class DesktopToolBar;
class FiguresLabel;
class ViewerNotice;

/// The Desktop tab: the guest's live picture with tools and figures floating over it, or a sentence on why there is
/// none yet. Keeps the connection as long as the VM runs and tries again when it is lost. GUI thread.
class DesktopPage : public QWidget
{
    Q_OBJECT

public:
    explicit DesktopPage(Settings &settings, QWidget *parent = nullptr);
    ~DesktopPage() override;

    /// The VM as it was found at the moment; called again with every look at the host.
    void setVm(const Vm &vm, const HostPointer &host);
    void clear();
    /// The probe has just seen the desktop: try at once instead of waiting.
    void reconnectNow();
    /// Shows a picture without any connection, as after a loss; for tests.
    void showStillPicture(const QImage &picture);

    [[nodiscard]] ViewerMode mode() const;
    [[nodiscard]] bool isLive() const { return mode() == ViewerMode::Live; }
    [[nodiscard]] DesktopCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] ViewerNotice *notice() const { return m_notice; }
    [[nodiscard]] QImage picture() const;

public Q_SLOTS:
    void setFiguresShown(bool shown);
    void setScaleMode(portlight::ScaleMode mode);
    void sendControlAltDelete();
    void saveScreenshot();

Q_SIGNALS:
    void liveChanged(bool live);
    void fullScreenRequested();
    void keyboardReleased();
    void scaleModeChanged(portlight::ScaleMode mode);
    /// For the status bar, translated.
    void message(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void connectLink();
    void connectTools();
    void open();
    [[nodiscard]] bool isIdle() const;
    void retryLater();
    void sessionChanged(DesktopSession::State state);
    void sessionFailed(const StageFailure &failure);
    void freezePicture();
    void refresh();
    void refreshNotice(ViewerMode mode);
    void place();
    void userIsBusy(QPointF where, bool typing);

    Settings &m_settings;
    DesktopCanvas *m_canvas;
    FiguresLabel *m_figures;
    DesktopToolBar *m_tools;
    ViewerNotice *m_notice;
    DesktopLink *m_link;
    std::optional<Vm> m_vm;
    HostPointer m_host;
    ReconnectPolicy m_policy;
    QTimer m_retry;
    QTimer m_watchdog;
    QTimer m_second;
    QDateTime m_lost;      ///< When the last picture was live.
    QString m_lastFailure; ///< Sentence of the last try.
    QByteArray m_password; ///< Given by the user for the next try.
    bool m_passwordWrong = false;
    bool m_hadPicture = false;
    bool m_wasLive = false;
    bool m_still = false;
};

} // namespace portlight
