// SPDX-License-Identifier: GPL-3.0-or-later
// The viewer against a real desktop: the picture, the mouse, the keys, a loss and the way back, recordings.
#include "DesktopPageFixture.h"
#include "desktop/DesktopCanvas.h"
#include "desktop/DesktopConnection.h"
#include "desktop/DesktopToolBar.h"
#include "desktop/FiguresLabel.h"
#include "desktop/PictureFrame.h"
#include "desktop/RecordingControl.h"
#include "desktop/ReplayBar.h"
#include "desktop/ReplayPage.h"
#include "desktop/TargetParser.h"
#include "desktop/ViewerActions.h"
#include "desktop/ViewerMarks.h"
#include "desktop/ViewerNotice.h"
#include "desktop/ViewerToast.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

using Act = ViewerActions::Command;

} // namespace

class DesktopPageTest : public DesktopPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void showsAndTypes();
    void viewOnlySendsNothingAndIsRemembered();
    void freezesWhenLostAndComesBack();
    void noReconnectWhenTheAddressSaysSo();
    void pausesAndStops();
    void keepsTheLastPictureOfADeadVm();
    void recordsAndReplays();
    void screenshotTellsWhereItIsFrom();
    void clipboardGoesBothWays();
};

void DesktopPageTest::showsAndTypes()
{
    startStack();
    QVERIFY(m_stack->run(u"xterm"_s,
                         {u"-geometry"_s, u"80x24+0+0"_s, u"-T"_s, u"typed"_s, u"-e"_s,
                          u"cat > %1"_s.arg(m_folder->filePath(u"typed"_s))},
                         false));
    QVERIFY(m_stack->waitForWindow(u"typed"_s));
    makePage();
    QSignalSpy live(m_page.get(), &DesktopPage::liveChanged);
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    QCOMPARE(m_page->mode(), ViewerMode::Waiting);
    QVERIFY(m_page->notice()->isVisible());
    waitFor(ViewerMode::Live);
    QCOMPARE(live.size(), 1);
    QVERIFY(!m_page->notice()->isVisible());
    QVERIFY(!m_page->marks()->isVisible());
    QVERIFY(!m_page->frame()->isVisible());
    QCOMPARE(m_page->canvas()->guestSize(), QSize(1280, 800));
    QCOMPARE(m_page->picture().size(), QSize(1280, 800));
    QTRY_VERIFY(m_page->figures()->lines().first().contains(u"kB/s"_s));
    shoot(u"live"_s);
    // Without a window manager the pointer's window gets the keys.
    const QPoint inside = m_page->canvas()->transform().toWidget(QRect(100, 100, 1, 1)).center();
    QTest::mouseMove(m_page->canvas(), inside);
    QTest::mouseClick(m_page->canvas(), Qt::LeftButton, {}, inside);
    for (const QChar letter : u"Hello"_s)
        QTest::keyClick(m_page->canvas(), letter.toLatin1());
    QTest::keyClick(m_page->canvas(), Qt::Key_Return);
    QFile typed(m_folder->filePath(u"typed"_s));
    QTRY_VERIFY_WITH_TIMEOUT(typed.size() > 0, 10'000);
    QVERIFY(typed.open(QIODevice::ReadOnly));
    QCOMPARE(typed.readAll().trimmed().toLower(), QByteArray("hello"));
    // The tools have faded away and come back when the pointer is near.
    QVERIFY(m_page->tools()->isFaded());
    const QPointF low(m_page->width() / 2, m_page->height() - 40);
    QMouseEvent move(QEvent::MouseMove, low, m_page->canvas()->mapToGlobal(low), Qt::NoButton, {}, {});
    QCoreApplication::sendEvent(m_page->canvas(), &move);
    QVERIFY(!m_page->tools()->isFaded());
    m_page->actions()->action(Act::Figures)->trigger();
    QVERIFY(!m_page->figures()->isVisible());
    QVERIFY(!m_settings->figuresShown());
}

void DesktopPageTest::viewOnlySendsNothingAndIsRemembered()
{
    startStack();
    QVERIFY(m_stack->run(u"xterm"_s,
                         {u"-geometry"_s, u"80x24+0+0"_s, u"-T"_s, u"typed"_s, u"-e"_s,
                          u"cat > %1"_s.arg(m_folder->filePath(u"typed"_s))},
                         false));
    QVERIFY(m_stack->waitForWindow(u"typed"_s));
    makePage();
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    waitFor(ViewerMode::Live);
    QAction *viewOnly = m_page->actions()->action(Act::ViewOnly);
    viewOnly->trigger();
    QVERIFY(viewOnly->isChecked());
    QVERIFY(m_page->frame()->isVisible());
    QCOMPARE(m_page->marks()->texts(), QStringList{u"View only"_s});
    QVERIFY(m_page->marks()->isVisible());
    shoot(u"view-only"_s);
    const QPoint inside = m_page->canvas()->transform().toWidget(QRect(100, 100, 1, 1)).center();
    QTest::mouseClick(m_page->canvas(), Qt::LeftButton, {}, inside);
    QTest::keyClick(m_page->canvas(), 'x');
    QTest::keyClick(m_page->canvas(), Qt::Key_Return);
    QVERIFY(m_settings->viewerOptions(u"a"_s).viewOnly);
    // Another VM is not concerned; this one is as it was.
    Vm other = vmAt(m_stack->webPort());
    other.spec.id = u"b"_s;
    m_page->setVm(other, m_host);
    QVERIFY(!viewOnly->isChecked());
    waitFor(ViewerMode::Live);
    QVERIFY(!m_page->frame()->isVisible());
    QTest::mouseMove(m_page->canvas(), inside);
    QTest::mouseClick(m_page->canvas(), Qt::LeftButton, {}, inside);
    QTest::keyClick(m_page->canvas(), 'y');
    QTest::keyClick(m_page->canvas(), Qt::Key_Return);
    QFile typed(m_folder->filePath(u"typed"_s));
    QTRY_VERIFY_WITH_TIMEOUT(typed.size() > 0, 10'000);
    QVERIFY(typed.open(QIODevice::ReadOnly));
    QCOMPARE(typed.readAll().trimmed(), QByteArray("y"));
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    QVERIFY(viewOnly->isChecked());
}

void DesktopPageTest::freezesWhenLostAndComesBack()
{
    startStack();
    makePage();
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    waitFor(ViewerMode::Live);
    m_stack.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->mode(), ViewerMode::Lost, 10'000);
    QVERIFY(m_page->canvas()->hasPicture()); // the last one, greyed
    QVERIFY(m_page->canvas()->isFrozen());
    QTRY_VERIFY(m_page->notice()->isVisible());
    QVERIFY(!m_page->tools()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->notice()->button()->isVisible(), 10'000);
    QVERIFY(m_page->notice()->title().contains(u"second(s) old"_s));
    QVERIFY(m_page->notice()->detail().contains(u"next try"_s));
    shoot(u"lost"_s);
    // The desktop is back, on another port as after a restart.
    m_stack = std::make_unique<DesktopStack>();
    startStack();
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    waitFor(ViewerMode::Live);
    QVERIFY(!m_page->canvas()->isFrozen());
}

void DesktopPageTest::noReconnectWhenTheAddressSaysSo()
{
    startStack();
    makePage();
    const auto target = TargetParser::parse(u"http://127.0.0.1:%1/vnc.html?reconnect=false"_s.arg(m_stack->webPort()));
    QVERIFY(target);
    m_page->setTarget(*target, m_host);
    waitFor(ViewerMode::Live);
    m_stack.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->mode(), ViewerMode::Ended, 10'000);
    QCOMPARE(m_page->connection()->untilNextTry().count(), -1);
    QVERIFY(m_page->notice()->button()->isVisible());
    QVERIFY(!m_page->notice()->detail().isEmpty());
}

void DesktopPageTest::pausesAndStops()
{
    startStack();
    makePage();
    Vm vm = vmAt(m_stack->webPort());
    m_page->setVm(vm, m_host);
    waitFor(ViewerMode::Live);
    vm.state = VmState::Paused;
    m_page->setVm(vm, m_host);
    QCOMPARE(m_page->mode(), ViewerMode::Paused);
    QVERIFY(m_page->canvas()->isFrozen());
    QVERIFY(m_page->canvas()->hasPicture());
    QVERIFY(m_page->notice()->title().startsWith(u"Paused since "_s));
    shoot(u"paused"_s);
    vm.state = VmState::Running;
    m_page->setVm(vm, m_host);
    QCOMPARE(m_page->mode(), ViewerMode::Live);
    vm.state = VmState::Stopped;
    m_page->setVm(vm, m_host);
    QCOMPARE(m_page->mode(), ViewerMode::NotRunning);
    QVERIFY(!m_page->canvas()->hasPicture());
    QCOMPARE(m_page->notice()->title(), u"This VM is stopped."_s);
    QVERIFY(!m_page->actions()->action(Act::SaveScreenshot)->isEnabled());
    shoot(u"stopped"_s);
}

void DesktopPageTest::keepsTheLastPictureOfADeadVm()
{
    startStack();
    makePage();
    Vm vm = vmAt(m_stack->webPort());
    m_page->setVm(vm, m_host);
    waitFor(ViewerMode::Live);
    // A machine that is gone has no address either.
    vm.state = VmState::Failed;
    vm.note = u"Its process ended with exit code 137."_s;
    vm.machine = {};
    m_page->setVm(vm, m_host);
    QCOMPARE(m_page->mode(), ViewerMode::NotRunning);
    QVERIFY(m_page->canvas()->hasPicture());
    QVERIFY(m_page->canvas()->isFrozen());
    QCOMPARE(m_page->notice()->detail(), vm.note);
    // The next boot begins without it.
    ++vm.spec.boots;
    vm.state = VmState::Starting;
    m_page->setVm(vm, m_host);
    QVERIFY(!m_page->canvas()->hasPicture());
    QVERIFY(m_page->notice()->title().contains(u"starting"_s));
}

void DesktopPageTest::recordsAndReplays()
{
    startStack();
    QVERIFY(m_stack->run(u"xterm"_s,
                         {u"-geometry"_s, u"80x24+40+40"_s, u"-T"_s, u"clock"_s, u"-e"_s,
                          u"for i in 1 2 3 4 5 6 7 8 9; do date; sleep 0.4; done; sleep 60"_s},
                         false));
    makePage();
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    waitFor(ViewerMode::Live);
    QAction *record = m_page->actions()->action(Act::Record);
    record->trigger();
    QTRY_VERIFY(m_page->recording()->isRecording());
    const QString file = m_page->recording()->file();
    QVERIFY2(file.startsWith(m_folder->path()) && file.endsWith(u".plrec"_s), qPrintable(file));
    QTRY_VERIFY(m_page->marks()->texts().join(u' ').contains(u"Recording 0:0"_s));
    QVERIFY(record->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->recording()->elapsed() == u"0:02"_s, 5000);
    // A desktop on this machine stays as it is, however little it changes.
    QVERIFY2(m_page->figures()->lines().last().startsWith(u"lossless"_s),
             qPrintable(m_page->figures()->lines().last()));
    shoot(u"recording"_s);
    const QImage seen = m_page->picture();
    record->trigger();
    QTRY_VERIFY(!m_page->recording()->isRecording());
    QVERIFY(!record->isChecked());
    QVERIFY(m_page->toast()->text().contains(QFileInfo(file).fileName()));
    QVERIFY(QFileInfo(file).size() > 1000);
    ReplayPage replay;
    replay.resize(1000, 640);
    replay.show();
    replay.open(file);
    QTRY_COMPARE(replay.player()->state(), RecordingPlayer::State::Paused);
    QVERIFY(!replay.notice()->isVisible());
    QTRY_COMPARE(replay.canvas()->guestSize(), QSize(1280, 800));
    QVERIFY(replay.player()->duration() >= 1000);
    replay.bar()->speed()->setCurrentIndex(replay.bar()->speed()->count() - 1);
    replay.setFocus();
    QTest::keyClick(&replay, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(replay.player()->state(), RecordingPlayer::State::Finished, 20'000);
    QVERIFY(replay.bar()->timeText().startsWith(u"0:0"_s));
    shoot(u"replay"_s, &replay);
    const QImage last = replay.screenshot();
    QCOMPARE(last.size(), seen.size());
    QCOMPARE(last.text(u"Title"_s), QFileInfo(file).completeBaseName());
    // What is no recording is told as a sentence.
    QFile broken(m_folder->filePath(u"broken.plrec"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no recording");
    broken.close();
    replay.open(broken.fileName());
    QTRY_COMPARE(replay.player()->state(), RecordingPlayer::State::Failed);
    QVERIFY(replay.notice()->isVisible());
    QVERIFY(!replay.notice()->detail().isEmpty());
    QVERIFY(!replay.bar()->isEnabled());
    shoot(u"replay-broken"_s, &replay);
}

void DesktopPageTest::screenshotTellsWhereItIsFrom()
{
    startStack();
    makePage();
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    waitFor(ViewerMode::Live);
    const QString file = m_folder->filePath(u"shot.png"_s);
    QVERIFY(m_page->screenshot().save(file));
    const QImage read(file);
    QCOMPARE(read.text(u"Title"_s), u"demo"_s);
    QCOMPARE(read.text(u"Source"_s), u"local 127.0.0.1:%1"_s.arg(m_stack->webPort()));
    QVERIFY(read.text(u"Software"_s).startsWith(u"Portlight "_s));
    QCOMPARE(read.text(u"Description"_s), u"1280x800"_s);
    QVERIFY(QDateTime::fromString(read.text(u"Creation Time"_s), Qt::ISODate).isValid());
    m_page->actions()->action(Act::CopyScreenshot)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1280, 800));
}

void DesktopPageTest::clipboardGoesBothWays()
{
    if (QStandardPaths::findExecutable(u"xclip"_s).isEmpty()) {
        if (qEnvironmentVariableIsSet("CI"))
            QFAIL("xclip is not installed.");
        QSKIP("xclip is not installed.");
    }
    startStack();
    makePage();
    m_page->setVm(vmAt(m_stack->webPort()), m_host);
    waitFor(ViewerMode::Live);
    m_page->canvas()->setFocus();
    QTRY_VERIFY(m_page->canvas()->hasFocus());
    const QString there = m_folder->filePath(u"there"_s);
    QGuiApplication::clipboard()->setText(u"from here: äöü"_s);
    const auto arrived = [&] {
        const bool asked =
            m_stack->run(u"sh"_s, {u"-c"_s, u"timeout 2 xclip -selection clipboard -o > %1"_s.arg(there)}, true);
        return asked && everythingIn(m_folder->path()).contains("from here: äöü");
    };
    QTRY_VERIFY_WITH_TIMEOUT(arrived(), 15'000);
    QVERIFY(m_stack->run(u"sh"_s, {u"-c"_s, u"printf 'from there: ß' | xclip -selection clipboard -i"_s}, false));
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), u"from there: ß"_s, 15'000);
    // Switched off, nothing comes.
    m_page->actions()->action(Act::FromGuest)->trigger();
    QVERIFY(!m_page->connection()->options().clipboardFromGuest);
}

QTEST_MAIN(DesktopPageTest)
#include "DesktopPageTest.moc"
