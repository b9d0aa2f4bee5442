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
#include "serial/RuleLibrary.h"
#include "serial/RulesDialog.h"
#include "serial/SearchField.h"
#include "settings/Theme.h"
#include "settings/Translations.h"
#include "window/BadgeLabel.h"
#include "window/MainWindow.h"
#include "window/TrashDialog.h"
#include "window/VmHeader.h"
#include "window/VmPage.h"

#include "FakeVmService.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QHash>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray corpus(const QString &name)
{
    QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/corpus/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How far two colours are from each other in the channel in which they differ most.
int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// At most 256 colours such that each of `all`, the most frequent first, is near one of them.
QList<QRgb> fewColours(const QList<QRgb> &all)
{
    constexpr qsizetype most = 256;
    for (int near = 1;; ++near) {
        QList<QRgb> few;
        for (const QRgb colour : all) {
            const auto isNear = [=](QRgb other) {
                return distance(colour, other) < near;
            };
            if (few.size() <= most && std::ranges::none_of(few, isNear))
                few.append(colour);
        }
        if (few.size() <= most)
            return few;
    }
}

/// With 256 colours a picture of a window looks the same and takes a third of the room.
bool save(const QImage &picture, const QString &path)
{
    const QImage exact = picture.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, qint64> counts;
    for (int y = 0; y < exact.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(exact.constScanLine(y));
        for (int x = 0; x < exact.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> colours = counts.keys();
    std::ranges::sort(colours, [&](QRgb a, QRgb b) { return std::pair(counts[b], a) < std::pair(counts[a], b); });
    QImage small = exact.convertToFormat(QImage::Format_Indexed8, fewColours(colours), Qt::ThresholdDither);
    small.setDevicePixelRatio(picture.devicePixelRatio());
    return small.save(path, "PNG", 0);
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
    void logsInTheTrash();
    void rulesDialog();

private:
    /// The window with a VM whose log holds these bytes, on its Console tab.
    ConsolePage *open(const QByteArray &log);
    void shoot(const QString &name);
    /// The same for a dialog.
    void shoot(QDialog &dialog, const QString &name);
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
    Translations::install(*qApp, QLocale(QLocale::English));
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
        const QString theme = choice == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
        QVERIFY(save(picture.toImage(), u"%1/%2-%3%4.png"_s.arg(folder, name, theme, scale)));
    }
    m_theme->setChoice(ThemeChoice::Light);
}

void ConsoleScreenshots::shoot(QDialog &dialog, const QString &name)
{
    dialog.show();
    const QString folder = qEnvironmentVariable("PORTLIGHT_SCREENSHOTS");
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        m_theme->setChoice(choice);
        QTest::qWait(50);
        for (const QPushButton *button : dialog.findChildren<QPushButton *>())
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        const QString theme = choice == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
        if (!folder.isEmpty())
            QVERIFY(save(dialog.grab().toImage(), u"%1/%2-%3.png"_s.arg(folder, name, theme)));
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

void ConsoleScreenshots::logsInTheTrash()
{
    TrashedVm vm;
    vm.spec = m_service->vms.first().spec;
    vm.destroyed = QDateTime::currentDateTimeUtc().addSecs(-7200);
    vm.expires = vm.destroyed.addDays(3);
    vm.consoleLog = u"/nowhere/serial-console-1.log"_s;
    TrashDialog dialog({u"demo"_s});
    dialog.setTrash({vm});
    shoot(dialog, u"trash"_s);
}

void ConsoleScreenshots::rulesDialog()
{
    RuleLibrary library(*m_settings);
    QVERIFY(library.makeFolder());
    QFile wrong(library.folder() + u"/mine.json"_s);
    QVERIFY(wrong.open(QIODevice::WriteOnly));
    wrong.write("{\"rules\": [{]}");
    wrong.close();
    library.reload();
    RulesDialog dialog(library);
    QTRY_VERIFY(dialog.problemText().contains(u"mine.json"_s));
    dialog.list()->setCurrentRow(0);
    shoot(dialog, u"rules"_s);
    // Who changes the theme can still read what is wrong.
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    const auto problem = std::ranges::find(labels, dialog.problemText(), &QLabel::text);
    QVERIFY(problem != labels.end());
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        m_theme->setChoice(choice);
        const ThemeColors &colors = choice == ThemeChoice::Dark ? ThemeColors::darkColors() : ThemeColors::light();
        QTRY_COMPARE((*problem)->palette().color(QPalette::WindowText), colors.failing);
    }
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ConsoleScreenshots test;
    return QTest::qExec(&test, argc, argv);
}

#include "ConsoleScreenshots.moc"
