// SPDX-License-Identifier: GPL-3.0-or-later
// Desktops by address and recordings, in windows of their own.
#include "window/ViewerWindow.h"
#include "desktop/DesktopConnection.h"
#include "desktop/DesktopPage.h"
#include "desktop/ReplayPage.h"
#include "desktop/TargetParser.h"
#include "desktop/ViewerActions.h"
#include "desktop/ViewerNotice.h"
#include "settings/Theme.h"
#include "support/HostileServer.h"
#include "window/AddressDialog.h"
#include "window/MainWindow.h"

#include "FakeVmService.h"

#include <QAction>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class ViewerWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init();
    void addressIsCheckedInTheDialog();
    void opensADesktopByAddress();
    void pagesOwnSettingsCount();
    void opensARecordingThatIsDropped();
    void mainWindowHasADesktopMenu();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

void ViewerWindowTest::init()
{
    m_settings.reset(); // writes into its folder once more
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"portlight.ini"_s));
}

void ViewerWindowTest::addressIsCheckedInTheDialog()
{
    AddressDialog dialog;
    dialog.show();
    QVERIFY(!dialog.openButton()->isEnabled());
    dialog.address()->setText(u"ftp://somewhere"_s);
    QVERIFY(dialog.openButton()->isEnabled());
    QTest::mouseClick(dialog.openButton(), Qt::LeftButton);
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.problem().isEmpty());
    dialog.address()->setText(u" wss://desk.example:8443/websockify?token=a "_s);
    QVERIFY(dialog.problem().isEmpty());
    QTest::mouseClick(dialog.openButton(), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.target().endpoint(), u"desk.example:8443"_s);
    QVERIFY(dialog.target().isSecure());
    QVERIFY(dialog.address()->text().isEmpty());
}

void ViewerWindowTest::opensADesktopByAddress()
{
    // Port 1 refuses at once.
    const auto target = TargetParser::parse(u"vnc://127.0.0.1:1"_s);
    QVERIFY(target);
    auto *window = new ViewerWindow(*target, std::make_shared<LocalHost>(), *m_settings);
    const QPointer<ViewerWindow> watched(window);
    window->show();
    QVERIFY(window->windowTitle().contains(u"127.0.0.1:1"_s));
    DesktopPage *page = window->desktop();
    QCOMPARE(page->mode(), ViewerMode::Waiting);
    QTRY_VERIFY(page->notice()->detail().contains(u"next try"_s));
    QVERIFY(page->notice()->button()->isVisible());
    // Whoever ends it is left alone.
    page->actions()->action(ViewerActions::Command::Disconnect)->trigger();
    QCOMPARE(page->mode(), ViewerMode::Ended);
    QVERIFY(page->connection()->untilNextTry().count() < 0);
    QTest::mouseClick(page->notice()->button(), Qt::LeftButton);
    QCOMPARE(page->mode(), ViewerMode::Waiting);
    page->actions()->action(ViewerActions::Command::FullScreen)->trigger();
    QVERIFY(window->isFullScreen());
    QVERIFY(!window->menuBar()->isVisible());
    page->actions()->action(ViewerActions::Command::FullScreen)->trigger();
    QVERIFY(!window->isFullScreen());
    window->close();
    QTRY_VERIFY(watched.isNull());
}

void ViewerWindowTest::pagesOwnSettingsCount()
{
    HostileServer server([](ServerConnection &connection) {
        if (connection.readRequest().startsWith("GET /mandatory.json "))
            connection.respond("200 OK", R"({"view_only": true, "path": "elsewhere"})");
        else
            connection.respond("404 Not Found");
    });
    const auto target = TargetParser::parse(server.url(u"http"_s).section(u'/', 0, 2) + u"/vnc.html"_s);
    QVERIFY(target);
    QCOMPARE(target->url.path(), u"/websockify"_s);
    auto *window = new ViewerWindow(*target, std::make_shared<LocalHost>(), *m_settings);
    const QPointer<ViewerWindow> watched(window);
    window->show();
    QTRY_COMPARE(window->desktop()->connection()->target().url.path(), u"/elsewhere"_s);
    QVERIFY(window->desktop()->connection()->target().viewOnly);
    window->close();
    QTRY_VERIFY(watched.isNull());
}

void ViewerWindowTest::opensARecordingThatIsDropped()
{
    const QString file = m_folder->filePath(u"evening.plrec"_s);
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("nothing of the kind");
    broken.close();
    MainWindow window(std::make_shared<FakeVmService>(), *m_settings, *m_theme);
    window.show();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file), QUrl(u"https://elsewhere/x.plrec"_s)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    ViewerWindow *viewer = nullptr;
    int count = 0;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<ViewerWindow *>(widget)) {
            viewer = found;
            ++count;
        }
    }
    QCOMPARE(count, 1);
    QVERIFY(viewer->windowTitle().startsWith(u"evening"_s));
    QTRY_VERIFY(viewer->replay()->notice()->isVisible() && !viewer->replay()->notice()->detail().isEmpty());
    delete viewer;
}

void ViewerWindowTest::mainWindowHasADesktopMenu()
{
    MainWindow window(std::make_shared<FakeVmService>(), *m_settings, *m_theme);
    const QMenu *desktop = nullptr;
    for (const QAction *action : window.menuBar()->actions()) {
        if (action->text() == u"&Desktop")
            desktop = action->menu();
    }
    QVERIFY(desktop != nullptr);
    QVERIFY(desktop->actions().size() > 10);
    // Without a VM there is nothing to do.
    for (const QAction *action : desktop->actions()) {
        const bool always = action->isSeparator() || action->isCheckable() || action->shortcut() == Qt::Key_F11;
        QVERIFY2(always || !action->isEnabled() || action->menu() != nullptr, qPrintable(action->text()));
    }
}

QTEST_MAIN(ViewerWindowTest)
#include "ViewerWindowTest.moc"
