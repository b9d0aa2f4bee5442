// SPDX-License-Identifier: GPL-3.0-or-later
// What the tools do, and the sentences of the page.
#include "desktop/ClipboardBridge.h"
#include "desktop/DesktopCanvas.h"
#include "desktop/DesktopConnection.h"
#include "desktop/DesktopPage.h"
#include "desktop/DesktopToolBar.h"
#include "desktop/IdentityCard.h"
#include "desktop/LoginCard.h"
#include "desktop/NoVncLink.h"
#include "desktop/PictureFrame.h"
#include "desktop/QuestionCard.h"
#include "desktop/ScreenshotFile.h"
#include "desktop/TargetParser.h"
#include "desktop/ViewerNotice.h"
#include "desktop/ViewerScreenshot.h"
#include "desktop/ViewerToast.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 bellPause = 1000;

} // namespace

void DesktopPage::refreshNotice(ViewerMode mode)
{
    const std::optional<Vm> &vm = m_connection->vm();
    QString title;
    QString detail = m_connection->problem();
    QString button;
    const auto tellNextTry = [&] {
        const std::chrono::milliseconds wait = m_connection->untilNextTry();
        if (wait.count() < 0)
            return;
        const qint64 seconds = std::max<qint64>(1, (wait.count() + 999) / 1000);
        detail = u"%1\n%2"_s.arg(detail, tr("The next try is in %n second(s).", nullptr, int(seconds))).trimmed();
        button = tr("Try now");
    };
    switch (mode) {
    case ViewerMode::Live:
    case ViewerMode::Password:
    case ViewerMode::Identity:
        break;
    case ViewerMode::NotRunning:
        title = vm ? notRunningSentence(vm->state) : tr("No VM is selected.");
        detail = vm ? vm->note : QString();
        break;
    case ViewerMode::Waiting: {
        title = vm && vm->state == VmState::Starting ? tr("The guest is starting. Its desktop is not there yet.")
                                                     : tr("Waiting for the desktop…");
        const QString endpoint =
            vm ? u"%1:%2"_s.arg(vm->machine.address).arg(vm->machine.port) : m_connection->target().endpoint();
        const QString tried = triedSentence(m_connection->link()->state(), endpoint);
        if (!tried.isEmpty())
            detail = tried;
        tellNextTry();
        break;
    }
    case ViewerMode::Paused:
        title = m_connection->pausedAt().isValid()
                    ? tr("Paused since %1").arg(QLocale().toString(m_connection->pausedAt().time(), u"HH:mm:ss"_s))
                    : tr("Paused");
        detail = tr("The guest stands still. Resume it to go on.");
        break;
    case ViewerMode::Lost: {
        const QDateTime lost = m_connection->lostAt();
        const qint64 age = lost.isValid() ? lost.secsTo(QDateTime::currentDateTimeUtc()) : 0;
        title = tr("The connection is lost. This picture is %n second(s) old.", nullptr, int(age));
        if (m_connection->untilNextTry().count() < 0)
            detail = tr("Trying again…");
        tellNextTry();
        break;
    }
    case ViewerMode::Ended:
        title = tr("Not connected to %1.").arg(m_connection->name());
        button = tr("Connect");
        break;
    }
    m_notice->setMessage(title, detail, button);
    m_notice->setVisible(mode != ViewerMode::Live && mode != ViewerMode::Password && mode != ViewerMode::Identity);
}

void DesktopPage::refreshCards(ViewerMode mode)
{
    const bool asked = m_login->isVisibleTo(this) || m_identity->isVisibleTo(this);
    if (mode == ViewerMode::Password) {
        rfb::LoginRequest request = m_connection->loginRequest();
        request.isEncrypted = request.isEncrypted || m_connection->target().isSecure();
        m_login->setQuestion({m_connection->name(), request, m_connection->loginProblem(),
                              m_connection->target().userName, m_connection->keyring()->isAvailable(),
                              m_connection->hasRememberedLogin()});
        m_login->ask();
    }
    m_login->setVisible(mode == ViewerMode::Password);
    if (mode == ViewerMode::Identity) {
        m_identity->setIdentity(m_connection->name(), *m_connection->identity(), m_connection->isIdentityChanged());
        m_identity->ask();
    }
    m_identity->setVisible(mode == ViewerMode::Identity);
    // The keyboard goes back to where it will be needed.
    const QWidget *focus = window()->focusWidget();
    if (asked && mode != ViewerMode::Password && mode != ViewerMode::Identity &&
        (focus == nullptr || isAncestorOf(focus) || !focus->isVisible()))
        m_canvas->setFocus(Qt::OtherFocusReason);
}

QImage DesktopPage::picture() const
{
    const SharedFramebufferPointer framebuffer = m_connection->link()->framebuffer();
    return framebuffer ? framebuffer->copy() : QImage();
}

QImage DesktopPage::screenshot() const
{
    const QImage picture = this->picture();
    if (picture.isNull())
        return {};
    ViewerScreenshot::Facts facts;
    facts.name = m_connection->name();
    facts.time = QDateTime::currentDateTimeUtc();
    if (const std::optional<Vm> &vm = m_connection->vm()) {
        facts.host = vm->host;
        facts.endpoint = u"%1:%2"_s.arg(vm->machine.address).arg(vm->machine.port);
    } else {
        facts.endpoint = m_connection->target().endpoint();
    }
    return ViewerScreenshot::withFacts(picture, facts);
}

void DesktopPage::saveScreenshot()
{
    // Taken at once: what was seen when the button was pressed is meant.
    const QImage picture = screenshot();
    if (picture.isNull())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString suggested = u"%1/%2.png"_s.arg(folder, ViewerScreenshot::fileName(m_connection->name()));
    auto *dialog = new QFileDialog(this, tr("Save the screenshot"), folder, tr("PNG pictures (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(suggested);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &file) {
        const Result<void> written = ScreenshotFile::write(file, picture);
        m_toast->say(written ? tr("The screenshot is %1.").arg(QDir::toNativeSeparators(file))
                             : written.error().text());
    });
    dialog->open();
}

void DesktopPage::copyScreenshot()
{
    const QImage picture = screenshot();
    if (picture.isNull())
        return;
    QGuiApplication::clipboard()->setImage(picture);
    m_toast->say(tr("The picture is on the clipboard."));
}

void DesktopPage::copyLink()
{
    DesktopTarget target = m_connection->target();
    if (const std::optional<Vm> &vm = m_connection->vm())
        target = TargetParser::websockify(vm->machine.address, vm->machine.port);
    const ViewerOptions &options = m_connection->options();
    target.viewOnly = options.viewOnly;
    switch (options.scale) {
    case ScaleMode::Original:
    case ScaleMode::Integer: // noVNC knows none
        target.noVnc.resize = NoVncSettings::Resize::Off;
        break;
    case ScaleMode::Fit:
        target.noVnc.resize = NoVncSettings::Resize::Scale;
        break;
    case ScaleMode::Remote:
        target.noVnc.resize = NoVncSettings::Resize::Remote;
        break;
    }
    if (options.quality.mode == PictureQuality::Mode::Fixed) {
        target.noVnc.quality = options.quality.quality;
        target.noVnc.compression = options.quality.compression;
    }
    const QString link = noVncLink(target);
    if (link.isEmpty()) {
        m_toast->say(tr("No browser reaches this desktop: it speaks plain VNC."));
        return;
    }
    QGuiApplication::clipboard()->setText(link);
    m_toast->say(tr("The link is on the clipboard. It holds no password: %1").arg(link));
}

void DesktopPage::typeClipboard()
{
    const QString text = m_clipboard->textToType();
    if (!text.isEmpty())
        m_connection->link()->typeText(text);
    m_canvas->setFocus();
}

void DesktopPage::askForPower(rfb::PowerAction action)
{
    m_power = action;
    const QString name = m_connection->name();
    switch (action) {
    case rfb::PowerAction::Shutdown:
        m_question->setTexts(tr("Shut down %1?").arg(name), tr("The guest is asked to shut down in good order."));
        m_accept->setText(tr("Shut down"));
        break;
    case rfb::PowerAction::Reboot:
        m_question->setTexts(tr("Reboot %1?").arg(name), tr("The guest is asked to reboot in good order."));
        m_accept->setText(tr("Reboot"));
        break;
    case rfb::PowerAction::Reset:
        m_question->setTexts(tr("Reset %1?").arg(name),
                             tr("As with the button at a computer: what was not saved in the guest is lost."));
        m_accept->setText(tr("Reset"));
        break;
    }
    place();
    m_question->ask();
}

void DesktopPage::ring()
{
    // A guest that rings all the time is heard once a second.
    if (m_sinceBell.isValid() && m_sinceBell.elapsed() < bellPause)
        return;
    m_sinceBell.start();
    if (m_connection->target().noVnc.bell.value_or(true))
        QApplication::beep();
    m_frame->flash();
    Q_EMIT rang();
}

void DesktopPage::setFullScreen(bool full)
{
    if (full)
        m_toast->say(tr("F11 leaves the full screen."));
    m_fullScreen = full;
    refreshGrab();
    m_tools->setFaded(false);
}

} // namespace portlight
