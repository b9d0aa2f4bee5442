// SPDX-License-Identifier: GPL-3.0-or-later
// The viewer against a real Xvnc behind a real websockify: the picture, the mouse, the keys, a loss and the way back.
#include "desktop/DesktopPage.h"
#include "desktop/DesktopCanvas.h"
#include "desktop/ViewerNotice.h"
#include "hosts/LocalHost.h"

#include "app/window/FakeVmService.h"
#include "support/DesktopStack.h"

#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int display = 55;

Vm vmAt(quint16 port)
{
    Vm vm = FakeVmService::makeVm(u"a"_s, u"demo"_s, VmState::Running);
    vm.machine.port = port;
    return vm;
}

} // namespace

class DesktopPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsAndTypes();
    void asksForThePassword();
    void freezesWhenLostAndComesBack();
    void pausesAndStops();
    void keepsTheLastPictureOfADeadVm();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    HostPointer m_host = std::make_shared<LocalHost>();
};

void DesktopPageTest::initTestCase()
{
    const QStringList missing = DesktopStack::missingPrograms();
    if (missing.isEmpty())
        return;
    const QString sentence = u"Not installed: %1."_s.arg(missing.join(u", "_s));
    if (qEnvironmentVariableIsSet("CI"))
        QFAIL(qPrintable(sentence));
    QSKIP(qPrintable(sentence));
}

void DesktopPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"portlight.ini"_s));
}

void DesktopPageTest::showsAndTypes()
{
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    QCOMPARE(stack.start(options), QString());
    QVERIFY(stack.run(u"xterm"_s,
                      {u"-geometry"_s, u"80x24+0+0"_s, u"-T"_s, u"typed"_s, u"-e"_s,
                       u"cat > %1"_s.arg(m_folder->filePath(u"typed"_s))},
                      false));
    QVERIFY(stack.waitForWindow(u"typed"_s));
    DesktopPage page(*m_settings);
    page.resize(900, 600);
    page.show();
    QSignalSpy live(&page, &DesktopPage::liveChanged);
    page.setVm(vmAt(stack.webPort()), m_host);
    QCOMPARE(page.mode(), ViewerMode::Waiting);
    QVERIFY(page.notice()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(page.mode(), ViewerMode::Live, 20'000);
    QCOMPARE(live.size(), 1);
    QVERIFY(!page.notice()->isVisible());
    QCOMPARE(page.canvas()->guestSize(), QSize(1280, 800));
    QCOMPARE(page.picture().size(), QSize(1280, 800));
    // Without a window manager the pointer's window gets the keys.
    const QPoint inside = page.canvas()->transform().toWidget(QRect(100, 100, 1, 1)).center();
    QTest::mouseMove(page.canvas(), inside);
    QTest::mouseClick(page.canvas(), Qt::LeftButton, {}, inside);
    for (const QChar letter : u"Hello"_s)
        QTest::keyClick(page.canvas(), letter.toLatin1());
    QTest::keyClick(page.canvas(), Qt::Key_Return);
    QFile typed(m_folder->filePath(u"typed"_s));
    QTRY_VERIFY_WITH_TIMEOUT(typed.size() > 0, 10'000);
    QVERIFY(typed.open(QIODevice::ReadOnly));
    QCOMPARE(typed.readAll().trimmed().toLower(), QByteArray("hello"));
}

void DesktopPageTest::asksForThePassword()
{
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    options.password = "secret";
    QCOMPARE(stack.start(options), QString());
    DesktopPage page(*m_settings);
    page.resize(900, 600);
    page.show();
    page.setVm(vmAt(stack.webPort()), m_host);
    QTRY_COMPARE_WITH_TIMEOUT(page.mode(), ViewerMode::Password, 20'000);
    QVERIFY(page.notice()->isPasswordAsked());
    Q_EMIT page.notice()->passwordGiven("wrong");
    QTRY_VERIFY_WITH_TIMEOUT(page.mode() == ViewerMode::Password && !page.notice()->detail().isEmpty(), 20'000);
    Q_EMIT page.notice()->passwordGiven("secret");
    QTRY_COMPARE_WITH_TIMEOUT(page.mode(), ViewerMode::Live, 20'000);
    QVERIFY(!page.notice()->isPasswordAsked());
}

void DesktopPageTest::freezesWhenLostAndComesBack()
{
    auto stack = std::make_unique<DesktopStack>();
    DesktopStack::Options options;
    options.display = display;
    QCOMPARE(stack->start(options), QString());
    DesktopPage page(*m_settings);
    page.resize(900, 600);
    page.show();
    page.setVm(vmAt(stack->webPort()), m_host);
    QTRY_COMPARE_WITH_TIMEOUT(page.mode(), ViewerMode::Live, 20'000);
    stack.reset();
    QTRY_COMPARE_WITH_TIMEOUT(page.mode(), ViewerMode::Lost, 10'000);
    QVERIFY(page.canvas()->hasPicture()); // the last one, greyed
    QVERIFY(page.canvas()->isFrozen());
    QTRY_VERIFY(page.notice()->isVisible());
    // The desktop is back, on another port as after a restart.
    stack = std::make_unique<DesktopStack>();
    QCOMPARE(stack->start(options), QString());
    page.setVm(vmAt(stack->webPort()), m_host);
    QTRY_COMPARE_WITH_TIMEOUT(page.mode(), ViewerMode::Live, 20'000);
    QVERIFY(!page.canvas()->isFrozen());
}

void DesktopPageTest::pausesAndStops()
{
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    QCOMPARE(stack.start(options), QString());
    DesktopPage page(*m_settings);
    page.resize(900, 600);
    page.show();
    Vm vm = vmAt(stack.webPort());
    page.setVm(vm, m_host);
    QTRY_COMPARE_WITH_TIMEOUT(page.mode(), ViewerMode::Live, 20'000);
    vm.state = VmState::Paused;
    page.setVm(vm, m_host);
    QCOMPARE(page.mode(), ViewerMode::Paused);
    QVERIFY(page.canvas()->isFrozen());
    QVERIFY(page.canvas()->hasPicture());
    vm.state = VmState::Running;
    page.setVm(vm, m_host);
    QCOMPARE(page.mode(), ViewerMode::Live);
    vm.state = VmState::Stopped;
    page.setVm(vm, m_host);
    QCOMPARE(page.mode(), ViewerMode::NotRunning);
    QVERIFY(!page.canvas()->hasPicture());
    QCOMPARE(page.notice()->title(), u"This VM is stopped."_s);
}

void DesktopPageTest::keepsTheLastPictureOfADeadVm()
{
    DesktopStack stack;
    DesktopStack::Options options;
    options.display = display;
    QCOMPARE(stack.start(options), QString());
    DesktopPage page(*m_settings);
    page.resize(900, 600);
    page.show();
    Vm vm = vmAt(stack.webPort());
    page.setVm(vm, m_host);
    QTRY_COMPARE_WITH_TIMEOUT(page.mode(), ViewerMode::Live, 20'000);
    // A machine that is gone has no address either.
    vm.state = VmState::Failed;
    vm.note = u"Its process ended with exit code 137."_s;
    vm.machine = {};
    page.setVm(vm, m_host);
    QCOMPARE(page.mode(), ViewerMode::NotRunning);
    QVERIFY(page.canvas()->hasPicture());
    QVERIFY(page.canvas()->isFrozen());
    QCOMPARE(page.notice()->detail(), vm.note);
    // The next boot begins without it.
    ++vm.spec.boots;
    vm.state = VmState::Starting;
    page.setVm(vm, m_host);
    QVERIFY(!page.canvas()->hasPicture());
}

QTEST_MAIN(DesktopPageTest)
#include "DesktopPageTest.moc"
