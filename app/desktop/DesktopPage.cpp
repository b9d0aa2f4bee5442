// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopPage.h"

#include "desktop/DesktopCanvas.h"
#include "desktop/DesktopLink.h"
#include "desktop/DesktopToolBar.h"
#include "desktop/FiguresLabel.h"
#include "desktop/TargetParser.h"
#include "desktop/ViewerNotice.h"

#include <QFileDialog>
#include <QMouseEvent>
#include <QStandardPaths>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

namespace {

/// A guest that accepts a connection and stays silent (QEMU's user networking) is tried anew after this.
constexpr auto patience = 20s;
constexpr int margin = 12;
constexpr int toolsReach = 90; // how near to the lower edge the pointer calls the tools

bool isSameRun(const Vm &a, const Vm &b)
{
    // A VM whose process has died has no address any more, but what it showed last is still about it.
    const bool sameAddress = a.machine.address == b.machine.address && a.machine.port == b.machine.port;
    return a.spec.id == b.spec.id && a.spec.boots == b.spec.boots && (sameAddress || b.state == VmState::Failed);
}

} // namespace

DesktopPage::DesktopPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_canvas(new DesktopCanvas(this))
    , m_figures(new FiguresLabel(this))
    , m_tools(new DesktopToolBar(this))
    , m_notice(new ViewerNotice(this))
    , m_link(new DesktopLink(this))
{
    setMouseTracking(true);
    setFocusProxy(m_canvas);
    m_retry.setSingleShot(true);
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(patience);
    m_second.setInterval(1s);
    connect(&m_retry, &QTimer::timeout, this, &DesktopPage::open);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        m_lastFailure = tr("The desktop did not answer for %1 s.").arg(patience.count());
        freezePicture();
        m_link->close();
        retryLater();
    });
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_figures->setStatistics(m_link->statistics());
        refresh();
    });
    connectLink();
    connectTools();
    refresh();
}

DesktopPage::~DesktopPage()
{
    m_link->disconnect(this);
}

void DesktopPage::connectLink()
{
    connect(m_link, &DesktopLink::stateChanged, this, &DesktopPage::sessionChanged);
    connect(m_link, &DesktopLink::failed, this, &DesktopPage::sessionFailed);
    connect(m_link, &DesktopLink::loginRequired, this, [this] {
        if (!m_password.isEmpty())
            m_link->sendLogin({{}, std::exchange(m_password, {})});
        refresh();
    });
    connect(m_link, &DesktopLink::resized, this, [this](QSize size) {
        if (m_link->state() == DesktopSession::State::Live)
            m_canvas->setGuestSize(size);
    });
    connect(m_link, &DesktopLink::updated, m_canvas, &DesktopCanvas::markChanged);
    connect(m_link, &DesktopLink::cursorChanged, m_canvas, &DesktopCanvas::setGuestCursor);
    connect(m_link, &DesktopLink::closed, this, [this](const QString &reason) {
        m_lastFailure = reason;
        freezePicture();
        retryLater();
    });
}

void DesktopPage::connectTools()
{
    connect(m_canvas, &DesktopCanvas::pointerChanged, m_link, &DesktopLink::sendPointer);
    connect(m_canvas, &DesktopCanvas::keyChanged, m_link, &DesktopLink::sendKey);
    connect(m_canvas, &DesktopCanvas::used, this, &DesktopPage::userIsBusy);
    connect(m_canvas, &DesktopCanvas::keyboardReleased, this, &DesktopPage::keyboardReleased);
    connect(m_tools, &DesktopToolBar::controlAltDeleteRequested, this, &DesktopPage::sendControlAltDelete);
    connect(m_tools, &DesktopToolBar::screenshotRequested, this, &DesktopPage::saveScreenshot);
    connect(m_tools, &DesktopToolBar::scaleModeChosen, this, &DesktopPage::setScaleMode);
    connect(m_tools, &DesktopToolBar::fullScreenRequested, this, &DesktopPage::fullScreenRequested);
    connect(m_notice, &ViewerNotice::passwordGiven, this, [this](const QByteArray &password) {
        m_passwordWrong = false;
        if (m_link->state() == DesktopSession::State::WaitingForLogin) {
            m_link->sendLogin({{}, password});
        } else {
            m_password = password;
            open();
        }
        refresh();
    });
}

void DesktopPage::setVm(const Vm &vm, const HostPointer &host)
{
    const bool sameRun = m_vm && isSameRun(*m_vm, vm) && m_host == host;
    if (!sameRun)
        clear();
    m_vm = vm;
    m_host = host;
    if (vm.state == VmState::Paused) {
        // The guest cannot answer now: what it shows is kept, and a silence is no reason to give up.
        m_watchdog.stop();
        m_retry.stop();
    } else if (!viewerConnects(vm.state)) {
        m_retry.stop();
        m_watchdog.stop();
        m_link->close();
    } else if (isIdle()) {
        open();
    }
    refresh();
}

/// True when nothing is connected, being connected, waited for or asked.
bool DesktopPage::isIdle() const
{
    const bool ended = !m_link->isOpen() || m_link->state() == DesktopSession::State::Closed ||
                       m_link->state() == DesktopSession::State::Failed;
    return ended && !m_retry.isActive() && !m_passwordWrong;
}

void DesktopPage::clear()
{
    m_vm.reset();
    m_still = false;
    m_retry.stop();
    m_watchdog.stop();
    m_policy.reset();
    m_link->close();
    m_canvas->setFramebuffer(nullptr);
    m_lastFailure.clear();
    m_password.clear();
    m_passwordWrong = false;
    m_hadPicture = false;
    m_lost = {};
    refresh();
}

void DesktopPage::reconnectNow()
{
    if (m_vm && viewerConnects(m_vm->state) && m_retry.isActive())
        open();
}

void DesktopPage::open()
{
    m_retry.stop();
    if (!m_vm || !viewerConnects(m_vm->state) || m_vm->machine.address.isEmpty() || m_vm->machine.port == 0)
        return;
    m_link->open(TargetParser::websockify(m_vm->machine.address, m_vm->machine.port), m_host);
    m_watchdog.start();
    refresh();
}

void DesktopPage::retryLater()
{
    m_watchdog.stop();
    if (m_vm && viewerConnects(m_vm->state) && !m_passwordWrong)
        m_retry.start(m_policy.nextDelay());
    refresh();
}

void DesktopPage::sessionChanged(DesktopSession::State state)
{
    using State = DesktopSession::State;
    if (state == State::Closed || state == State::Failed)
        freezePicture();
    if (state == State::Live) {
        m_watchdog.stop();
        m_policy.reset();
        m_hadPicture = true;
        m_lastFailure.clear();
        m_canvas->setFramebuffer(m_link->framebuffer());
        m_canvas->setGuestSize(m_link->framebuffer()->read().image().size());
    } else if (state == State::WaitingForLogin) {
        m_watchdog.stop();
    } else if (state != State::Closed && state != State::Failed) {
        m_watchdog.start();
    }
    refresh();
}

void DesktopPage::sessionFailed(const StageFailure &failure)
{
    m_lastFailure = failure.summary;
    m_passwordWrong = failure.id == "auth.failed"_L1;
    freezePicture();
    retryLater();
}

/// Keeps what was seen last: the next connection clears the framebuffer.
void DesktopPage::freezePicture()
{
    if (!m_wasLive)
        return;
    m_lost = QDateTime::currentDateTimeUtc();
    if (const SharedFramebufferPointer framebuffer = m_link->framebuffer()) {
        const QImage picture = framebuffer->copy();
        if (!picture.isNull())
            m_canvas->setSnapshot(picture);
    }
}

void DesktopPage::showStillPicture(const QImage &picture)
{
    m_still = true;
    m_canvas->setSnapshot(picture);
    refresh();
}

ViewerMode DesktopPage::mode() const
{
    if (m_still)
        return ViewerMode::Live;
    if (!m_vm)
        return ViewerMode::NotRunning;
    return viewerMode({m_vm->state, m_link->state(), m_passwordWrong, m_hadPicture});
}

void DesktopPage::refresh()
{
    const ViewerMode now = mode();
    const bool live = now == ViewerMode::Live;
    const bool died = m_vm && m_vm->state == VmState::Failed && m_hadPicture;
    if ((now == ViewerMode::NotRunning && !died) || now == ViewerMode::Waiting)
        m_canvas->setFramebuffer(nullptr);
    m_canvas->setFrozen(!live);
    m_figures->setVisible(live && m_settings.figuresShown());
    if (live != m_wasLive)
        m_tools->setFaded(false);
    m_tools->setVisible(live && !m_tools->isFaded());
    refreshNotice(now);
    if (now == ViewerMode::NotRunning)
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
    place();
    if (std::exchange(m_wasLive, live) != live)
        Q_EMIT liveChanged(live);
}

void DesktopPage::refreshNotice(ViewerMode mode)
{
    QString title;
    QString detail = m_lastFailure;
    switch (mode) {
    case ViewerMode::Live:
        break;
    case ViewerMode::NotRunning:
        title = m_vm ? notRunningSentence(m_vm->state) : tr("No VM is selected.");
        detail = m_vm ? m_vm->note : QString();
        break;
    case ViewerMode::Waiting: {
        title = tr("Waiting for the desktop…");
        const QString tried =
            triedSentence(m_link->state(), u"%1:%2"_s.arg(m_vm->machine.address).arg(m_vm->machine.port));
        if (!tried.isEmpty())
            detail = tried;
        break;
    }
    case ViewerMode::Password:
        title = tr("The desktop asks for a password.");
        detail = m_passwordWrong ? m_lastFailure : QString();
        break;
    case ViewerMode::Paused:
        title = tr("Paused");
        detail = tr("The guest stands still. Resume it to go on.");
        break;
    case ViewerMode::Lost: {
        const qint64 age = m_lost.isValid() ? m_lost.secsTo(QDateTime::currentDateTimeUtc()) : 0;
        title = tr("The connection is lost. This picture is %1 s old.").arg(age);
        break;
    }
    }
    m_notice->setMessage(title, detail);
    m_notice->setPasswordAsked(mode == ViewerMode::Password);
    m_notice->setVisible(mode != ViewerMode::Live);
}

void DesktopPage::place()
{
    m_canvas->setGeometry(rect());
    m_figures->adjustSize();
    m_figures->move(width() - m_figures->width() - margin, margin);
    m_tools->adjustSize();
    m_tools->move((width() - m_tools->width()) / 2, height() - m_tools->height() - margin / 2);
    m_notice->adjustSize();
    m_notice->move((width() - m_notice->width()) / 2, (height() - m_notice->height()) / 2);
}

void DesktopPage::resizeEvent(QResizeEvent *)
{
    place();
}

void DesktopPage::mouseMoveEvent(QMouseEvent *event)
{
    userIsBusy(event->position(), false);
}

void DesktopPage::userIsBusy(QPointF where, bool typing)
{
    if (mode() == ViewerMode::Live)
        m_tools->setFaded(typing || where.y() < height() - toolsReach);
}

QImage DesktopPage::picture() const
{
    const SharedFramebufferPointer framebuffer = m_link->framebuffer();
    return framebuffer ? framebuffer->copy() : QImage();
}

void DesktopPage::setFiguresShown(bool shown)
{
    m_settings.setFiguresShown(shown);
    refresh();
}

void DesktopPage::setScaleMode(ScaleMode mode)
{
    m_canvas->setScaleMode(mode);
    m_tools->setScaleMode(mode);
    place();
    Q_EMIT scaleModeChanged(mode);
}

void DesktopPage::sendControlAltDelete()
{
    constexpr quint32 keys[] = {0xffe3, 0xffe9, 0xffff};
    for (const quint32 key : keys)
        m_link->sendKey(key, 0, true);
    for (auto key = std::rbegin(keys); key != std::rend(keys); ++key)
        m_link->sendKey(*key, 0, false);
    m_canvas->setFocus();
}

void DesktopPage::saveScreenshot()
{
    const QImage picture = this->picture();
    if (picture.isNull() || !m_vm)
        return;
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmmss"_s);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the screenshot"),
                                     u"%1/%2-%3.png"_s.arg(folder, m_vm->spec.name, stamp), tr("PNG pictures (*.png)"));
    if (file.isEmpty())
        return;
    Q_EMIT message(picture.save(file, "PNG") ? tr("The screenshot was saved as %1.").arg(file)
                                             : tr("The screenshot could not be written to %1.").arg(file));
}

} // namespace portlight
