// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at the whole window with invented data: are the facts right, is anything clipped? With PORTLIGHT_SCREENSHOTS
// set to a folder it also writes what it saw as PNGs.
#include "desktop/DesktopPage.h"
#include "fleet/Sidebar.h"
#include "serial/ConsolePage.h"
#include "serial/ConsoleView.h"
#include "settings/Theme.h"
#include "settings/Translations.h"
#include "window/BadgeLabel.h"
#include "window/EmptyPage.h"
#include "window/JobCard.h"
#include "window/JobStack.h"
#include "window/LampRow.h"
#include "window/MainWindow.h"
#include "window/NewVmDialog.h"
#include "window/PageTabs.h"
#include "window/StatusLine.h"
#include "window/VmHeader.h"
#include "window/VmPage.h"
#include "window/WindowMenus.h"

#include "FakeVmService.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Stands in for a guest's picture.
QImage drawnDesktop()
{
    QImage picture(1280, 800, QImage::Format_RGB32);
    QPainter painter(&picture);
    QLinearGradient ground(0, 0, 0, 800);
    ground.setColorAt(0, QColor(0x16324F));
    ground.setColorAt(1, QColor(0x06696B));
    painter.fillRect(picture.rect(), ground);
    painter.fillRect(QRect(80, 70, 740, 500), QColor(0x05090E));
    painter.fillRect(QRect(80, 70, 740, 22), QColor(0xD8DCE0));
    painter.fillRect(QRect(480, 250, 720, 440), Qt::white);
    painter.fillRect(QRect(480, 250, 720, 22), QColor(0x8AAFD6));
    painter.setPen(QColor(0xC8D0D8));
    for (int line = 0; line < 20; ++line)
        painter.drawText(90, 116 + line * 18, u"drwxr-xr-x   7 root root  4096 Nov 22 23:36 line %1"_s.arg(line));
    painter.setPen(Qt::black);
    QFont large = painter.font();
    large.setPixelSize(34);
    painter.setFont(large);
    painter.drawText(520, 340, u"Sign in"_s);
    return picture;
}

QByteArray bootLog()
{
    QByteArray log;
    for (int line = 0; line < 60; ++line)
        log += "[" + QByteArray::number(line * 0.11, 'f', 6).rightJustified(12) + "] pci 0000:00: device " +
               QByteArray::number(line) + "\r\n";
    log += "[  OK  ] Started \x1b[1mdesktop.service\x1b[0m - Desktop session.\r\n";
    log +=
        "[\x1b[1;31mFAILED\x1b[0m] Failed to start \x1b[1mvncserver@1.service\x1b[0m - VNC Server for Display :1.\r\n";
    log += "[\x1b[1;33mDEPEND\x1b[0m] Dependency failed for desktop.service - Desktop session.\r\n";
    return log;
}

} // namespace

class WindowScreenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void empty();
    void emptyWithoutEngine();
    void verified();
    void failing();
    void starting();
    void stoppedAndPaused();
    void consoleTab();
    void detailsTab();
    void newVmDialog();
    void jobCards();
    void longNamesAreElided();

private:
    void makeWindow();
    /// Waits until the VMs are listed and everything is laid out.
    void settle();
    void show(const QString &id);
    void shoot(const QString &name, QWidget *extra = nullptr);
    void checkNothingIsClipped(QWidget *root) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::shared_ptr<FakeVmService> m_service;
    std::unique_ptr<MainWindow> m_window;
};

void WindowScreenshots::initTestCase()
{
    qputenv("XDG_CURRENT_DESKTOP", "");
    Translations::install(*qApp);
    m_theme = std::make_unique<Theme>(*qApp);
}

void WindowScreenshots::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"portlight.ini"_s));
    m_service = std::make_shared<FakeVmService>();
    m_service->facts.engineFound = true;
    m_service->imageList = {};
}

void WindowScreenshots::cleanup()
{
    m_window.reset();
    m_service.reset();
    m_settings.reset(); // writes into the folder once more
    m_folder.reset();
}

void WindowScreenshots::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_service, *m_settings, *m_theme);
    m_window->resize(1360, 850);
    m_window->show();
    m_window->start();
}

void WindowScreenshots::settle()
{
    QTRY_VERIFY(m_window->fleet().isListed());
    QTRY_VERIFY(m_window->statusLine()->machineText().contains(u"74 GB"_s));
}

void WindowScreenshots::show(const QString &id)
{
    m_window->showVm(id);
    QTRY_COMPARE(m_window->sidebar()->selectedVm(), id);
}

void WindowScreenshots::shoot(const QString &name, QWidget *extra)
{
    const QString folder = qEnvironmentVariable("PORTLIGHT_SCREENSHOTS");
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        m_theme->setChoice(choice);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // layouts that follow from layouts
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        checkNothingIsClipped(m_window.get());
        if (folder.isEmpty())
            continue;
        QDir().mkpath(folder);
        QPixmap picture = m_window->grab();
        if (extra != nullptr) {
            checkNothingIsClipped(extra);
            QPainter painter(&picture);
            painter.fillRect(QRect(QPoint(), m_window->size()), QColor(0, 0, 0, 115));
            const QPixmap dialog = extra->grab();
            painter.drawPixmap(
                QPoint((m_window->width() - extra->width()) / 2, (m_window->height() - extra->height()) / 2), dialog);
        }
        const QString scale = picture.devicePixelRatio() > 1 ? u"-200"_s : QString();
        QVERIFY(picture.save(
            u"%1/%2-%3%4.png"_s.arg(folder, name, choice == ThemeChoice::Dark ? u"dark"_s : u"light"_s, scale)));
    }
    m_theme->setChoice(ThemeChoice::Light);
}

/// Every visible label and button is at least as large as its text needs.
void WindowScreenshots::checkNothingIsClipped(QWidget *root) const
{
    for (const QLabel *label : root->findChildren<QLabel *>()) {
        if (!label->isVisibleTo(root) || label->text().isEmpty() || label->visibleRegion().isEmpty())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(u"too low: "_s + label->text()));
        if (!label->wordWrap())
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(u"too narrow: "_s + label->text()));
    }
    for (const QPushButton *button : root->findChildren<QPushButton *>()) {
        if (!button->isVisibleTo(root) || button->text().isEmpty())
            continue;
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(u"too narrow: "_s + button->text()));
    }
}

void WindowScreenshots::empty()
{
    makeWindow();
    settle();
    QVERIFY(m_window->emptyPage()->isVisible());
    QVERIFY(m_window->emptyPage()->demoButton()->isEnabled());
    QTRY_COMPARE(m_window->emptyPage()->demoButton()->text(), u"Build and boot"_s);
    QCOMPARE(m_window->sidebar()->summary(), u"no VMs"_s);
    QCOMPARE(m_window->statusLine()->jobsText(), u"No jobs running"_s);
    QVERIFY(!m_window->menus()->action(VmAction::Start)->isEnabled());
    shoot(u"empty"_s);
}

void WindowScreenshots::emptyWithoutEngine()
{
    m_service->facts.engineFound = false;
    m_service->facts.engineProblem = u"QEMU is not installed."_s;
    m_service->facts.engineHint = u"Install the package qemu-system-x86."_s;
    makeWindow();
    settle();
    QVERIFY(!m_window->emptyPage()->demoButton()->isEnabled());
    shoot(u"empty-no-engine"_s);
}

void WindowScreenshots::verified()
{
    m_service->vms = {FakeVmService::makeVm(u"00000000000a"_s, u"demo"_s, VmState::Running),
                      FakeVmService::makeVm(u"00000000000b"_s, u"chromium-test"_s, VmState::Running),
                      FakeVmService::makeVm(u"00000000000c"_s, u"golden-check"_s, VmState::Starting),
                      FakeVmService::makeVm(u"00000000000d"_s, u"old-image"_s, VmState::Stopped),
                      FakeVmService::makeVm(u"00000000000e"_s, u"black-root"_s, VmState::Running)};
    m_service->onProbe = [](const QString &id, const ProbeOptions &, Progress &progress) -> Result<VerifyReport> {
        if (id.endsWith(u'b'))
            return FakeVmService::failedReport(
                Verdict::Failing, Stage::Websocket, u"websocket.closed"_s,
                u"The connection was closed before the upgrade: nobody may be listening in the guest."_s);
        if (id.endsWith(u'e'))
            return FakeVmService::failedReport(Verdict::Degraded, Stage::Picture, u"picture.blank"_s,
                                               u"The picture has one colour only."_s);
        if (id.endsWith(u'c')) {
            while (progress.cancellation().sleep(std::chrono::milliseconds(20))) {
            }
            return failure(cancelledError());
        }
        return FakeVmService::verifiedReport();
    };
    makeWindow();
    settle();
    show(u"00000000000a"_s);
    VmHeader *header = m_window->vmPage()->header();
    QTRY_COMPARE(header->badge()->badge(), VmBadge::Verified);
    QCOMPARE(header->badge()->word(), u"Verified"_s);
    QVERIFY(header->sentence().startsWith(u"The desktop is there."_s));
    QVERIFY(header->sentence().contains(u"1280×800"_s));
    QVERIFY(header->sentence().contains(u"desktop image v3"_s));
    for (const Lamp &lamp : header->lamps()->lamps())
        QCOMPARE(lamp.state, Lamp::State::Good);
    QVERIFY(header->button(VmAction::Verify)->isVisible());
    QVERIFY(header->button(VmAction::Verify)->property("accent").toBool());
    QVERIFY(!header->button(VmAction::Start)->isVisible());
    QVERIFY(header->button(VmAction::Stop)->isEnabled());
    QVERIFY(!header->button(VmAction::Stop)->property("accent").toBool());
    m_window->vmPage()->desktop()->showStillPicture(drawnDesktop());
    shoot(u"verified"_s);
    show(u"00000000000b"_s);
    QTRY_COMPARE(header->badge()->badge(), VmBadge::Failing);
    show(u"00000000000e"_s);
    QTRY_COMPARE(header->badge()->badge(), VmBadge::Degraded);
    QVERIFY(header->sentence().startsWith(u"The picture has one colour only."_s));
}

void WindowScreenshots::failing()
{
    m_service->vms = {FakeVmService::makeVm(u"00000000000b"_s, u"chromium-test"_s, VmState::Running)};
    m_service->onProbe = [](const QString &, const ProbeOptions &, Progress &) -> Result<VerifyReport> {
        return FakeVmService::failedReport(
            Verdict::Failing, Stage::Websocket, u"websocket.closed"_s,
            u"The connection was closed before the upgrade: nobody may be listening in the guest."_s);
    };
    makeWindow();
    settle();
    VmHeader *header = m_window->vmPage()->header();
    QTRY_COMPARE(header->badge()->badge(), VmBadge::Failing);
    QCOMPARE(header->lamps()->lamps()[3].state, Lamp::State::Bad);
    QCOMPARE(header->lamps()->lamps()[0].state, Lamp::State::Good);
    QCOMPARE(header->lamps()->lamps()[2].state, Lamp::State::Unknown);
    shoot(u"failing"_s);
}

void WindowScreenshots::starting()
{
    m_service->vms = {FakeVmService::makeVm(u"00000000000c"_s, u"golden-check"_s, VmState::Starting)};
    m_service->onProbe = [](const QString &, const ProbeOptions &, Progress &progress) -> Result<VerifyReport> {
        progress.begin({{u"Waiting for the VNC server"_s, 1}});
        progress.next();
        while (progress.cancellation().sleep(std::chrono::milliseconds(20))) {
        }
        return failure(cancelledError());
    };
    makeWindow();
    settle();
    VmHeader *header = m_window->vmPage()->header();
    QTRY_VERIFY(header->sentence().contains(u"Waiting for the VNC server"_s));
    QCOMPARE(header->badge()->badge(), VmBadge::Starting);
    QCOMPARE(header->lamps()->lamps()[2].state, Lamp::State::Waiting);
    shoot(u"starting"_s);
}

void WindowScreenshots::stoppedAndPaused()
{
    m_service->vms = {FakeVmService::makeVm(u"00000000000d"_s, u"old-image"_s, VmState::Stopped),
                      FakeVmService::makeVm(u"00000000000f"_s, u"pausing"_s, VmState::Paused)};
    makeWindow();
    settle();
    show(u"00000000000d"_s);
    VmHeader *header = m_window->vmPage()->header();
    QTRY_COMPARE(header->badge()->badge(), VmBadge::Stopped);
    QVERIFY(header->button(VmAction::Start)->isVisible());
    QVERIFY(header->button(VmAction::Start)->property("accent").toBool());
    QVERIFY(!header->button(VmAction::Verify)->isVisible());
    QVERIFY(!header->button(VmAction::Stop)->isVisible());
    for (const Lamp &lamp : header->lamps()->lamps())
        QCOMPARE(lamp.state, Lamp::State::Off);
    shoot(u"stopped"_s);
    show(u"00000000000f"_s);
    QTRY_COMPARE(header->badge()->badge(), VmBadge::Paused);
    QVERIFY(header->button(VmAction::Resume)->isVisible());
    QVERIFY(m_window->menus()->action(VmAction::Resume)->isVisible());
    QVERIFY(!m_window->menus()->action(VmAction::Pause)->isVisible());
    QCOMPARE(m_window->vmPage()->desktop()->mode(), ViewerMode::Paused);
    shoot(u"paused"_s);
}

void WindowScreenshots::consoleTab()
{
    QFile log(m_folder->filePath(u"serial-console-1.log"_s));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write(bootLog());
    log.close();
    m_service->vms = {FakeVmService::makeVm(u"00000000000b"_s, u"chromium-test"_s, VmState::Running)};
    m_service->vms[0].machine.consoleLog = log.fileName();
    makeWindow();
    settle();
    m_window->vmPage()->showTab(VmHeader::ConsoleTab);
    QTRY_VERIFY(m_window->vmPage()->header()->tabs()->countOf(VmHeader::ConsoleTab) > 0);
    QVERIFY(m_window->vmPage()->console()->isVisible());
    shoot(u"console"_s);
    // F8 means the failures as soon as the console is shown, also for somebody who has just clicked its tab.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    PageTabs *tabs = m_window->vmPage()->header()->tabs();
    const ConsoleView *view = m_window->vmPage()->console()->view();
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_F8);
    const qint64 first = view->currentLine();
    QVERIFY(first >= 0);
    m_window->vmPage()->showTab(VmHeader::DetailsTab);
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_F8);
    QCOMPARE(view->currentLine(), first);
}

void WindowScreenshots::detailsTab()
{
    m_service->vms = {FakeVmService::makeVm(u"00000000000a"_s, u"demo"_s, VmState::Running)};
    m_service->vms[0].machine.openToOtherUsers = true;
    makeWindow();
    settle();
    m_window->vmPage()->showTab(VmHeader::DetailsTab);
    QTRY_COMPARE(m_window->vmPage()->header()->badge()->badge(), VmBadge::Verified);
    shoot(u"details"_s);
}

void WindowScreenshots::newVmDialog()
{
    m_service->vms = {FakeVmService::makeVm(u"00000000000a"_s, u"demo"_s, VmState::Running)};
    makeWindow();
    settle();
    m_window->vmPage()->desktop()->showStillPicture(drawnDesktop());
    Image image;
    image.name = u"desktop"_s;
    image.version = 3;
    image.recipe = image.name;
    image.built = QDateTime::currentDateTimeUtc();
    image.bootArguments = u"console=ttyS0 reboot=k panic=1"_s;
    NewVmDialog dialog(
        {{image}, {u"desktop"_s, u"browser"_s}, {u"demo"_s}, m_service->facts, std::chrono::milliseconds(16'400)},
        m_window.get());
    dialog.show();
    QCOMPARE(dialog.plan().request.name, u"desktop"_s);
    QCOMPARE(dialog.plan().request.image.version, 3);
    QVERIFY(dialog.plan().recipe.isEmpty());
    shoot(u"new-vm"_s, &dialog);
}

void WindowScreenshots::jobCards()
{
    m_service->vms = {FakeVmService::makeVm(u"00000000000a"_s, u"demo"_s, VmState::Running)};
    makeWindow();
    settle();
    m_window->vmPage()->desktop()->showStillPicture(drawnDesktop());
    Job *job = m_window->jobs().run<int>(
        {u"Building image “browser”"_s, {}, false},
        [](Progress &progress) -> Result<int> {
            progress.begin({{u"a"_s, 1}, {u"b"_s, 1}, {u"installing 214 packages"_s, 1}, {u"d"_s, 1}});
            progress.next();
            progress.next();
            progress.next();
            progress.setStepPercent(48);
            while (progress.cancellation().sleep(std::chrono::milliseconds(10))) {
            }
            return failure(cancelledError());
        },
        this, [](const Result<int> &) {});
    m_window->jobStack()->show(job);
    QTRY_COMPARE(job->report().step, 3);
    QCOMPARE(m_window->jobStack()->cards().size(), 1);
    JobCard *card = m_window->jobStack()->cards().first();
    QTRY_VERIFY(card->text().contains(u"Step 3 of 4: installing 214 packages"_s));
    QVERIFY(card->isVisible());
    // The lower right corner of the window's middle.
    QVERIFY(m_window->rect().contains(card->mapTo(m_window.get(), card->rect().bottomRight())));
    QCOMPARE(m_window->statusLine()->jobsText(), u"1 job running"_s);
    shoot(u"job"_s);
    job->cancel();
    QTRY_COMPARE(job->state(), Job::State::Cancelled);
    QTRY_VERIFY(m_window->jobStack()->cards().isEmpty());
    Job *failed = m_window->jobs().run<int>(
        {u"Starting demo"_s, {}, false},
        [](Progress &) -> Result<int> {
            return failure(ErrorKind::Failed, u"vm.busy"_s, u"Another Portlight works on this VM."_s,
                           u"Try again in a moment."_s);
        },
        this, [](const Result<int> &) {});
    QTRY_COMPARE(m_window->jobStack()->cards().size(), 1);
    QCOMPARE(m_window->jobStack()->cards().first()->job(), failed);
    QVERIFY(m_window->jobStack()->cards().first()->text().contains(u"Try again in a moment."_s));
    shoot(u"job-failed"_s);
}

void WindowScreenshots::longNamesAreElided()
{
    const QString name(63, u'w');
    m_service->vms = {FakeVmService::makeVm(u"00000000000a"_s, name, VmState::Running)};
    makeWindow();
    m_window->resize(900, 600);
    settle();
    QTRY_COMPARE(m_window->vmPage()->header()->badge()->badge(), VmBadge::Verified);
    VmHeader *header = m_window->vmPage()->header();
    QVERIFY(header->width() <= 900);
    QVERIFY(header->rect().contains(header->button(VmAction::Stop)->geometry()));
    QVERIFY(header->rect().contains(header->badge()->geometry()));
    shoot(u"long-name"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    WindowScreenshots test;
    return QTest::qExec(&test, argc, argv);
}

#include "WindowScreenshots.moc"
