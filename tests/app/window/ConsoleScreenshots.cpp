// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at the Console tab in the whole window: a healthy boot, one that failed, a log of a size that nobody scrolls
// through. With PORTLIGHT_SCREENSHOTS set to a folder it writes what it saw as PNGs; PORTLIGHT_LOG_BYTES says how
// large the large log is (packaging/screenshots.sh: 1 GiB).
#include "serial/ConsoleActions.h"
#include "serial/ConsoleBar.h"
#include "serial/ConsolePage.h"
#include "serial/ConsoleSearch.h"
#include "serial/ConsoleView.h"
#include "serial/FilterPane.h"
#include "serial/SearchField.h"
#include "settings/Theme.h"
#include "window/BadgeLabel.h"
#include "window/MainWindow.h"
#include "window/VmHeader.h"
#include "window/VmPage.h"

#include "FakeVmService.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray corpus(const QString &name)
{
    QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr int patience = 60'000; ///< Milliseconds for a gibibyte on a machine that has other things to do.

} // namespace

class ConsoleScreenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void healthyBoot();
    void failingBoot();
    void largeLog();
    void nothingYet();

private:
    /// The window with a VM whose log holds these bytes, on its Console tab.
    ConsolePage *open(const QByteArray &log);
    void shoot(const QString &name);
    void checkNothingIsClipped() const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::shared_ptr<FakeVmService> m_service;
    std::unique_ptr<MainWindow> m_window;
};

void ConsoleScreenshots::initTestCase()
{
    qputenv("XDG_CURRENT_DESKTOP", "");
    m_theme = std::make_unique<Theme>(*qApp);
}

void ConsoleScreenshots::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"portlight.ini"_s));
    m_service = std::make_shared<FakeVmService>();
    m_service->facts.engineFound = true;
    m_service->vms = {FakeVmService::makeVm(u"00000000000a"_s, u"demo"_s, VmState::Running),
                      FakeVmService::makeVm(u"00000000000b"_s, u"chromium-test"_s, VmState::Running),
                      FakeVmService::makeVm(u"00000000000d"_s, u"old-image"_s, VmState::Stopped)};
    m_service->onProbe = [](const QString &id, const ProbeOptions &, Progress &) -> Result<VerifyReport> {
        if (id.endsWith(u'b'))
            return FakeVmService::failedReport(
                Verdict::Failing, Stage::Websocket, u"websocket.closed"_s,
                u"The connection was closed before the upgrade: nobody may be listening in the guest."_s);
        return FakeVmService::verifiedReport();
    };
}

void ConsoleScreenshots::cleanup()
{
    m_window.reset();
    m_service.reset();
}

ConsolePage *ConsoleScreenshots::open(const QByteArray &log)
{
    const QString path = m_folder->filePath(u"serial-console-1.log"_s);
    if (!log.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no log");
        const qint64 wanted = qMax(log.size(), qEnvironmentVariable("PORTLIGHT_LOG_BYTES").toLongLong());
        const bool isLarge = QLatin1StringView(QTest::currentTestFunction()) == "largeLog"_L1;
        for (qint64 size = 0; size < (isLarge ? wanted : log.size()); size += log.size())
            file.write(log);
    }
    const bool isFailing = QLatin1StringView(QTest::currentTestFunction()) == "failingBoot"_L1;
    for (Vm &vm : m_service->vms) {
        vm.machine.consoleLog = path;
        if (vm.state == VmState::Running)
            vm.machine.consoleSocket = m_folder->filePath(u"console.sock"_s);
    }
    m_window = std::make_unique<MainWindow>(m_service, *m_settings, *m_theme);
    m_window->resize(1360, 850);
    m_window->show();
    m_window->start();
    m_window->showVm(isFailing ? u"00000000000b"_s : u"00000000000a"_s);
    if (!QTest::qWaitFor([this] { return m_window->vmPage()->isVisible(); }))
        qFatal("no page");
    m_window->vmPage()->showTab(VmHeader::ConsoleTab);
    return m_window->vmPage()->console();
}

void ConsoleScreenshots::shoot(const QString &name)
{
    const QString folder = qEnvironmentVariable("PORTLIGHT_SCREENSHOTS");
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        m_theme->setChoice(choice);
        QTest::qWait(50);
        checkNothingIsClipped();
        if (folder.isEmpty())
            continue;
        QDir().mkpath(folder);
        const QPixmap picture = m_window->grab();
        const QString scale = picture.devicePixelRatio() > 1 ? u"-200"_s : QString();
        QVERIFY(picture.save(
            u"%1/%2-%3%4.png"_s.arg(folder, name, choice == ThemeChoice::Dark ? u"dark"_s : u"light"_s, scale)));
    }
    m_theme->setChoice(ThemeChoice::Light);
}

void ConsoleScreenshots::checkNothingIsClipped() const
{
    const ConsolePage *console = m_window->vmPage()->console();
    for (const QPushButton *button : console->findChildren<QPushButton *>()) {
        if (button->isVisibleTo(console))
            QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                     qPrintable(u"too narrow: "_s + button->text()));
    }
}

void ConsoleScreenshots::healthyBoot()
{
    ConsolePage *console = open(corpus(u"healthy.log"_s));
    QTRY_VERIFY(console->view()->rowCount() > 100);
    QTRY_COMPARE(m_window->vmPage()->header()->badge()->badge(), VmBadge::Verified);
    QCOMPARE(console->failureCount(), 0);
    QVERIFY(console->view()->isFollowing());
    shoot(u"console-healthy"_s);
}

void ConsoleScreenshots::failingBoot()
{
    ConsolePage *console = open(corpus(u"missing-library-journal.log"_s));
    QTRY_VERIFY(console->view()->rowCount() > 100);
    QTRY_COMPARE(m_window->vmPage()->header()->badge()->badge(), VmBadge::Failing);
    QVERIFY(console->failureCount() > 3);
    console->goToFailure(1);
    const qint64 first = console->view()->currentLine();
    QVERIFY(first > 0);
    shoot(u"console-failing"_s);
    console->actions()->filter()->setChecked(true);
    console->bar()->search()->setText(u"xvnc and not \"systemd[1]\""_s);
    QTRY_VERIFY(console->search()->isFinished());
    QTRY_VERIFY(console->filterPane()->view()->rowCount() > 0);
    shoot(u"console-search"_s);
    m_window->resize(900, 600);
    shoot(u"console-narrow"_s);
}

void ConsoleScreenshots::largeLog()
{
    const QByteArray boots = corpus(u"healthy.log"_s) + corpus(u"missing-library-journal.log"_s);
    ConsolePage *console = open(boots);
    const qint64 size = QFileInfo(m_folder->filePath(u"serial-console-1.log"_s)).size();
    QTRY_VERIFY_WITH_TIMEOUT(console->view()->store() && console->view()->store()->byteCount() >= size, patience);
    QTRY_VERIFY(console->view()->isFollowing());
    QTRY_COMPARE(console->view()->lastVisibleLine(), console->view()->store()->lineCount() - 1);
    QTRY_VERIFY_WITH_TIMEOUT(console->noteText().isEmpty(), patience);
    shoot(u"console-large"_s);
}

void ConsoleScreenshots::nothingYet()
{
    ConsolePage *console = open({});
    QTRY_VERIFY(console->isVisible());
    QCOMPARE(console->view()->rowCount(), 0);
    shoot(u"console-empty"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ConsoleScreenshots test;
    return QTest::qExec(&test, argc, argv);
}

#include "ConsoleScreenshots.moc"
