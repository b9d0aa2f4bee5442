// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopPage.h"

#include "desktop/ClipboardBridge.h"
#include "desktop/DesktopCanvas.h"
#include "desktop/DesktopConnection.h"
#include "desktop/DesktopToolBar.h"
#include "desktop/FiguresLabel.h"
#include "desktop/IdentityCard.h"
#include "desktop/IdleInhibitor.h"
#include "desktop/KeyMenu.h"
#include "desktop/KeyboardGrab.h"
#include "desktop/LoginCard.h"
#include "desktop/PictureFrame.h"
#include "desktop/RecordingControl.h"
#include "desktop/ViewerActions.h"
#include "desktop/ViewerMarks.h"
#include "desktop/ViewerNotice.h"
#include "desktop/ViewerToast.h"

#include <QAction>
#include <QLocale>
#include <QMouseEvent>
#include <QPushButton>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr int margin = 12;
constexpr int toolsReach = 90; // how near to the lower edge the pointer calls the tools

} // namespace

DesktopPage::DesktopPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_connection(new DesktopConnection(settings, this))
    , m_actions(new ViewerActions(this))
    , m_keys(new KeyMenu(m_actions->menu(ViewerActions::Menu::Keys), settings))
    , m_canvas(new DesktopCanvas(this))
    , m_frame(new PictureFrame(this))
    , m_marks(new ViewerMarks(this))
    , m_figures(new FiguresLabel(this))
    , m_tools(new DesktopToolBar(*m_actions, this))
    , m_notice(new ViewerNotice(this))
    , m_login(new LoginCard(this))
    , m_identity(new IdentityCard(this))
    , m_question(new QuestionCard(this))
    , m_accept(m_question->addButton({}))
    , m_toast(new ViewerToast(this))
    , m_clipboard(new ClipboardBridge(m_canvas, this))
    , m_recording(new RecordingControl(*m_connection->link(), this))
    , m_inhibitor(new IdleInhibitor(this))
{
    m_keys->setParent(this);
    setMouseTracking(true);
    setFocusProxy(m_canvas);
    m_canvas->installEventFilter(this);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_figures->setStatistics(m_connection->link()->statistics());
        refresh();
    });
    m_actions->action(ViewerActions::Command::Figures)->setChecked(settings.figuresShown());
    connectConnection();
    connectCanvas();
    connectActions();
    connectCards();
    useOptions({});
}

DesktopPage::~DesktopPage()
{
    m_connection->disconnect(this);
    m_connection->link()->disconnect(this);
}

void DesktopPage::connectConnection()
{
    connect(m_connection, &DesktopConnection::changed, this, &DesktopPage::refresh);
    connect(m_connection, &DesktopConnection::subjectChanged, this, [this] {
        m_still = false;
        m_canvas->setFramebuffer(nullptr);
        m_question->hide();
    });
    connect(m_connection, &DesktopConnection::opened, this, &DesktopPage::opened);
    connect(m_connection, &DesktopConnection::wentLive, this, &DesktopPage::wentLive);
    connect(m_connection, &DesktopConnection::aboutToFreeze, this, &DesktopPage::freezePicture);
    connect(m_connection, &DesktopConnection::optionsChanged, this, &DesktopPage::useOptions);
    connect(m_connection, &DesktopConnection::message, m_toast, &ViewerToast::say);
    const DesktopLink *link = m_connection->link();
    connect(link, &DesktopLink::resized, this, [this](QSize size) {
        if (m_connection->link()->state() == DesktopSession::State::Live) {
            m_canvas->setGuestSize(size);
            place();
        }
    });
    connect(link, &DesktopLink::updated, m_canvas, &DesktopCanvas::markChanged);
    connect(link, &DesktopLink::cursorChanged, this, [this](const QImage &image, QPoint hotspot) {
        m_cursor = image;
        m_cursorHotspot = hotspot;
        m_cursorKnown = true;
        m_canvas->setGuestCursor(image, hotspot);
    });
    connect(link, &DesktopLink::ledStateChanged, m_canvas, &DesktopCanvas::setGuestLocks);
    connect(link, &DesktopLink::abilitiesChanged, this, &DesktopPage::useAbilities);
    connect(link, &DesktopLink::resizeAnswered, this, [this](rfb::ResizeStatus status) {
        if (status == rfb::ResizeStatus::Accepted)
            return;
        m_canvas->setResizePossible(false);
        m_toast->say(tr("The guest does not take another size."));
    });
    connect(link, &DesktopLink::powerRefused, this,
            [this] { m_toast->say(tr("The server has refused: it may not switch the guest.")); });
    connect(link, &DesktopLink::clipboardReceived, m_clipboard, &ClipboardBridge::take);
    connect(link, &DesktopLink::clipboardRefused, this, [this](qint64 bytes, bool toGuest) {
        const QString size = QLocale().formattedDataSize(bytes);
        m_toast->say(toGuest ? tr("What was copied is too large for the guest (%1).").arg(size)
                             : tr("What was copied in the guest is too large to be taken (%1).").arg(size));
    });
    connect(link, &DesktopLink::bell, this, &DesktopPage::ring);
    connect(link, &DesktopLink::nameChanged, this, &DesktopPage::nameChanged);
}

void DesktopPage::connectCanvas()
{
    DesktopLink *link = m_connection->link();
    connect(m_canvas, &DesktopCanvas::pointerChanged, link, &DesktopLink::sendPointer);
    connect(m_canvas, &DesktopCanvas::keyChanged, link, &DesktopLink::sendKey);
    connect(m_canvas, &DesktopCanvas::guestSizeWanted, link, &DesktopLink::requestSize);
    connect(m_canvas, &DesktopCanvas::used, this, &DesktopPage::userIsBusy);
    connect(m_canvas, &DesktopCanvas::keyboardReleased, this, &DesktopPage::keyboardReleased);
    connect(m_canvas, &DesktopCanvas::grabChanged, this, [this](bool grabbed) {
        m_marks->setKeyboardGrabbed(grabbed);
        refresh();
    });
    connect(m_canvas, &DesktopCanvas::grabRefused, this,
            [this] { m_toast->say(tr("The system does not let Portlight take the whole keyboard.")); });
    connect(m_keys, &KeyMenu::keyChanged, link, &DesktopLink::sendKey);
    connect(m_keys, &KeyMenu::used, m_canvas, qOverload<>(&QWidget::setFocus));
    connect(m_keys, &KeyMenu::heldChanged, this, [this](const QString &names) {
        m_marks->setHeldKeys(names);
        refresh();
    });
    connect(m_keys, &KeyMenu::grabWantedChanged, this, [this](bool wanted) {
        ViewerOptions options = m_connection->options();
        options.grabKeyboard = wanted;
        m_connection->setOptions(options);
    });
    connect(m_clipboard, &ClipboardBridge::offered, link, &DesktopLink::offerClipboard);
    connect(m_clipboard, &ClipboardBridge::refused, m_toast, &ViewerToast::say);
}

void DesktopPage::connectActions()
{
    using Action = ViewerActions::Command;
    const auto on = [this](Action command, auto &&what) {
        connect(m_actions->action(command), &QAction::triggered, this, std::forward<decltype(what)>(what));
    };
    on(Action::SaveScreenshot, [this] { saveScreenshot(); });
    on(Action::CopyScreenshot, [this] { copyScreenshot(); });
    on(Action::TypeClipboard, [this] { typeClipboard(); });
    on(Action::FullScreen, [this] { Q_EMIT fullScreenRequested(); });
    on(Action::CopyLink, [this] { copyLink(); });
    on(Action::ForgetPassword, [this] { m_connection->forgetLogin(); });
    on(Action::Reconnect, [this] { m_connection->tryNow(); });
    on(Action::Disconnect, [this] { m_connection->disconnectNow(); });
    on(Action::Record, [this] {
        if (m_recording->isRecording())
            m_recording->stop();
        else
            m_recording->start(m_connection->name());
    });
    on(Action::Figures, [this] {
        m_settings.setFiguresShown(m_actions->action(Action::Figures)->isChecked());
        refresh();
    });
    connect(m_actions, &ViewerActions::optionsChosen, m_connection, &DesktopConnection::setOptions);
    connect(m_actions, &ViewerActions::powerChosen, this, &DesktopPage::askForPower);
    connect(m_recording, &RecordingControl::changed, this, &DesktopPage::refresh);
    connect(m_recording, &RecordingControl::message, m_toast, &ViewerToast::say);
}

void DesktopPage::connectCards()
{
    connect(m_notice, &ViewerNotice::buttonPressed, m_connection, &DesktopConnection::tryNow);
    connect(m_toast, &ViewerToast::changed, this, &DesktopPage::place);
    connect(m_login, &LoginCard::given, m_connection, &DesktopConnection::giveLogin);
    connect(m_login, &LoginCard::forgetRequested, m_connection, &DesktopConnection::forgetLogin);
    connect(m_login, &LoginCard::cancelled, m_connection, &DesktopConnection::disconnectNow);
    connect(m_identity, &IdentityCard::trustedAlways, this, [this] { m_connection->answerIdentity(Trust::Always); });
    connect(m_identity, &IdentityCard::trustedOnce, this, [this] { m_connection->answerIdentity(Trust::Once); });
    connect(m_identity, &IdentityCard::cancelled, this, [this] { m_connection->answerIdentity(Trust::No); });
    connect(m_question, &QuestionCard::cancelled, m_question, &QWidget::hide);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_connection->link()->sendPower(m_power);
        m_canvas->setFocus();
    });
}

void DesktopPage::setVm(const Vm &vm, const HostPointer &host)
{
    m_connection->setVm(vm, host);
}

void DesktopPage::setTarget(const DesktopTarget &target, const HostPointer &host)
{
    m_canvas->setDotShown(target.noVnc.showDot.value_or(false));
    m_connection->setTarget(target, host);
}

void DesktopPage::clear()
{
    m_still = false;
    m_connection->clear();
    m_canvas->setFramebuffer(nullptr);
    refresh();
}

void DesktopPage::reconnectNow()
{
    m_connection->tryNowIfWaiting();
}

void DesktopPage::opened()
{
    m_keys->releaseHeld(true);
    m_cursor = {};
    m_cursorKnown = false;
    m_abilities = {};
    const ViewerOptions &options = m_connection->options();
    m_connection->link()->setClipboardDirections(options.clipboardToGuest, options.clipboardFromGuest);
    m_connection->link()->setShown(isVisible());
    m_clipboard->forget();
    m_figures->clear();
}

void DesktopPage::wentLive()
{
    const SharedFramebufferPointer framebuffer = m_connection->link()->framebuffer();
    m_canvas->setFramebuffer(framebuffer);
    m_canvas->setGuestSize(framebuffer->read().image().size());
    // What came with the first picture.
    if (m_cursorKnown)
        m_canvas->setGuestCursor(m_cursor, m_cursorHotspot);
    useAbilities(m_abilities);
    m_figures->setStatistics(m_connection->link()->statistics());
}

/// Keeps what was seen last: the next connection clears the framebuffer.
void DesktopPage::freezePicture()
{
    const QImage picture = this->picture();
    if (!picture.isNull())
        m_canvas->setSnapshot(picture);
}

void DesktopPage::showStillPicture(const QImage &picture)
{
    m_still = true;
    m_canvas->setSnapshot(picture);
    refresh();
}

/// In full screen there is nothing else the keys could be for; elsewhere it is the user's wish.
void DesktopPage::refreshGrab()
{
    const bool full = m_fullScreen && KeyboardGrab::isPossible();
    m_canvas->setGrabWanted(full || m_connection->options().grabKeyboard);
}

void DesktopPage::useOptions(const ViewerOptions &options)
{
    if (options.viewOnly)
        m_keys->releaseHeld();
    m_keys->setGrabWanted(options.grabKeyboard);
    refreshGrab();
    m_actions->setOptions(options);
    m_canvas->setScaleMode(options.scale);
    m_canvas->setInputEnabled(!options.viewOnly);
    m_clipboard->setDirections(options.clipboardFromGuest, options.clipboardToGuest);
    m_connection->link()->setClipboardDirections(options.clipboardToGuest, options.clipboardFromGuest);
    m_tools->refresh();
    refresh();
}

void DesktopPage::useAbilities(const rfb::ServerAbilities &abilities)
{
    m_abilities = abilities;
    m_canvas->setResizePossible(abilities.resize);
    m_actions->setAbilities(abilities);
}

ViewerMode DesktopPage::mode() const
{
    return m_still ? ViewerMode::Live : m_connection->mode();
}

void DesktopPage::refresh()
{
    const ViewerMode now = mode();
    const bool live = now == ViewerMode::Live;
    const bool died = m_connection->vm() && m_connection->vm()->state == VmState::Failed && m_connection->hadPicture();
    if ((now == ViewerMode::NotRunning && !died) || now == ViewerMode::Waiting)
        m_canvas->setFramebuffer(nullptr);
    m_canvas->setFrozen(!live);
    const bool viewOnly = m_connection->options().viewOnly;
    m_clipboard->setOpen(live && !viewOnly);
    m_inhibitor->setActive(live && m_connection->target().noVnc.keepDeviceAwake.value_or(false));
    m_actions->setState(live, now != ViewerMode::NotRunning && now != ViewerMode::Ended, now != ViewerMode::NotRunning);
    m_actions->setRecording(m_recording->isRecording());
    m_actions->action(ViewerActions::Command::ForgetPassword)->setEnabled(m_connection->hasRememberedLogin());
    m_figures->setVisible(live && m_settings.figuresShown());
    m_frame->setViewOnly(live && viewOnly);
    m_marks->setViewOnly(viewOnly);
    m_marks->setRecordingTime(m_recording->elapsed());
    m_marks->setVisible(live && !m_marks->texts().isEmpty());
    m_tools->setRecordingTime(m_recording->elapsed());
    if (live != m_wasLive)
        m_tools->setFaded(false);
    m_tools->setVisible(live && !m_tools->isFaded());
    if (!live)
        m_question->hide();
    refreshNotice(now);
    refreshCards(now);
    if (now == ViewerMode::NotRunning)
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
    place();
    if (std::exchange(m_wasLive, live) != live)
        Q_EMIT liveChanged(live);
}

void DesktopPage::place()
{
    const auto centre = [this](QWidget *card) {
        card->adjustSize();
        card->move((width() - card->width()) / 2, std::max(0, (height() - card->height()) / 2));
    };
    m_canvas->setGeometry(rect());
    const double ratio = devicePixelRatioF();
    const QRectF target(m_canvas->transform().target());
    const QRect picture = QRectF(target.topLeft() / ratio, target.size() / ratio).toAlignedRect();
    m_frame->surround((picture.isEmpty() ? rect() : picture).intersected(rect()));
    m_marks->adjustSize();
    m_marks->move(margin, margin);
    m_figures->adjustSize();
    m_figures->move(width() - m_figures->width() - margin, margin);
    m_tools->fitInto(width());
    m_tools->move((width() - m_tools->width()) / 2, height() - m_tools->height() - margin / 2);
    m_toast->adjustSize();
    const bool covers = m_figures->isVisibleTo(this) && (width() + m_toast->width()) / 2 > m_figures->x();
    m_toast->move((width() - m_toast->width()) / 2, covers ? m_figures->geometry().bottom() : margin / 2);
    for (QWidget *card : {static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_login),
                          static_cast<QWidget *>(m_identity), static_cast<QWidget *>(m_question)})
        centre(card);
}

void DesktopPage::resizeEvent(QResizeEvent *)
{
    place();
}

void DesktopPage::showEvent(QShowEvent *)
{
    m_connection->link()->setShown(true);
}

void DesktopPage::hideEvent(QHideEvent *)
{
    m_connection->link()->setShown(false);
}

void DesktopPage::mouseMoveEvent(QMouseEvent *event)
{
    userIsBusy(event->position(), false);
}

bool DesktopPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        userIsBusy(static_cast<QMouseEvent *>(event)->position(), false);
    return QWidget::eventFilter(watched, event);
}

void DesktopPage::userIsBusy(QPointF where, bool typing)
{
    if (mode() == ViewerMode::Live)
        m_tools->setFaded(typing || where.y() < height() - toolsReach);
}

} // namespace portlight
