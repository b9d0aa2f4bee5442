// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ReplayPage.h"

#include "desktop/DesktopCanvas.h"
#include "desktop/ReplayBar.h"
#include "desktop/ScreenshotFile.h"
#include "desktop/ViewerNotice.h"
#include "desktop/ViewerScreenshot.h"
#include "desktop/ViewerToast.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QShortcut>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int margin = 6;
constexpr qint64 step = 5000; // milliseconds, of one arrow key

} // namespace

ReplayPage::ReplayPage(QWidget *parent)
    : QWidget(parent)
    , m_player(new RecordingPlayer(this))
    , m_canvas(new DesktopCanvas(this))
    , m_bar(new ReplayBar(this))
    , m_notice(new ViewerNotice(this))
    , m_toast(new ViewerToast(this))
{
    m_canvas->setInputEnabled(false);
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->setAccessibleName(tr("Recorded desktop"));
    m_canvas->setAccessibleDescription({});
    setFocusPolicy(Qt::StrongFocus);
    connect(m_player, &RecordingPlayer::stateChanged, this, &ReplayPage::stateChanged);
    connect(m_player, &RecordingPlayer::failed, this, [this](const QString &sentence) {
        m_notice->setMessage(tr("This recording cannot be shown."), sentence);
        place();
    });
    connect(m_player, &RecordingPlayer::durationChanged, m_bar, &ReplayBar::setDuration);
    connect(m_player, &RecordingPlayer::positionChanged, m_bar, &ReplayBar::setPosition);
    connect(m_player, &RecordingPlayer::damaged, m_toast, &ViewerToast::say);
    connect(m_player, &RecordingPlayer::resized, m_canvas, &DesktopCanvas::setGuestSize);
    connect(m_player, &RecordingPlayer::updated, m_canvas, &DesktopCanvas::markChanged);
    connect(m_bar, &ReplayBar::playPressed, this, &ReplayPage::togglePlay);
    connect(m_bar, &ReplayBar::sought, m_player, &RecordingPlayer::seek);
    connect(m_bar, &ReplayBar::speedChosen, m_player, &RecordingPlayer::setSpeed);
    connect(m_bar, &ReplayBar::screenshotPressed, this, &ReplayPage::saveScreenshot);
    connect(m_bar, &ReplayBar::fullScreenPressed, this, &ReplayPage::fullScreenRequested);
    connect(m_toast, &ViewerToast::changed, this, &ReplayPage::place);
    addKey(Qt::Key_Space, [this] { togglePlay(); });
    addKey(Qt::Key_Left, [this] { m_player->seek(m_player->position() - step); });
    addKey(Qt::Key_Right, [this] { m_player->seek(m_player->position() + step); });
    addKey(Qt::Key_Home, [this] { m_player->seek(0); });
    addKey(Qt::Key_End, [this] { m_player->seek(m_player->duration()); });
    stateChanged(RecordingPlayer::State::Closed);
}

/// While no part of the bar has the keyboard.
void ReplayPage::addKey(int key, const std::function<void()> &action)
{
    auto *shortcut = new QShortcut(QKeySequence(key), this, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
}

void ReplayPage::open(const QString &file)
{
    m_file = file;
    m_bar->setDuration(0);
    m_bar->setPosition(0);
    m_canvas->setFramebuffer(m_player->framebuffer());
    m_player->open(file);
    setFocus();
}

QString ReplayPage::name() const
{
    return QFileInfo(m_file).completeBaseName();
}

void ReplayPage::togglePlay()
{
    if (m_player->state() == RecordingPlayer::State::Playing)
        m_player->pause();
    else
        m_player->play();
}

void ReplayPage::stateChanged(RecordingPlayer::State state)
{
    using State = RecordingPlayer::State;
    const bool shows = state == State::Paused || state == State::Playing || state == State::Finished;
    m_bar->setPlaying(state == State::Playing);
    m_bar->setEnabled(shows);
    m_canvas->setFrozen(false);
    if (state == State::Opening)
        m_notice->setMessage(tr("Opening the recording…"), {});
    m_notice->setVisible(!shows && state != State::Closed);
    if (shows && !m_player->damage().isEmpty())
        m_toast->say(m_player->damage());
    place();
}

QImage ReplayPage::screenshot() const
{
    const QImage picture = m_player->framebuffer()->copy();
    if (picture.isNull())
        return {};
    ViewerScreenshot::Facts facts;
    facts.name = name();
    facts.host = tr("recording");
    const QDateTime begun = m_player->recordedAt();
    facts.time = begun.isValid() ? begun.addMSecs(m_player->position()) : QDateTime::currentDateTimeUtc();
    return ViewerScreenshot::withFacts(picture, facts);
}

void ReplayPage::saveScreenshot()
{
    const QImage picture = screenshot();
    if (picture.isNull())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = new QFileDialog(this, tr("Save the screenshot"), folder, tr("PNG pictures (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(u"%1/%2.png"_s.arg(folder, ViewerScreenshot::fileName(name())));
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &file) {
        const Result<void> written = ScreenshotFile::write(file, picture);
        m_toast->say(written ? tr("The screenshot is %1.").arg(QDir::toNativeSeparators(file))
                             : written.error().text());
    });
    dialog->open();
}

void ReplayPage::place()
{
    const int barHeight = m_bar->sizeHint().height();
    m_canvas->setGeometry(0, 0, width(), height() - barHeight);
    m_bar->setGeometry(0, height() - barHeight, width(), barHeight);
    m_notice->adjustSize();
    m_notice->move((width() - m_notice->width()) / 2, (m_canvas->height() - m_notice->height()) / 2);
    m_toast->adjustSize();
    m_toast->move((width() - m_toast->width()) / 2, margin);
}

void ReplayPage::resizeEvent(QResizeEvent *)
{
    place();
}

} // namespace portlight
