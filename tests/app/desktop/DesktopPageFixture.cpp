// SPDX-License-Identifier: GPL-3.0-or-later
#include "DesktopPageFixture.h"

#include "app/window/FakeVmService.h"
#include "support/TestTools.h"

#include <QDirIterator>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int display = 90;

} // namespace

Vm DesktopPageFixture::vmAt(quint16 port)
{
    Vm vm = FakeVmService::makeVm(u"a"_s, u"demo"_s, VmState::Running);
    vm.machine.port = port;
    return vm;
}

QByteArray DesktopPageFixture::everythingIn(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void DesktopPageFixture::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    PORTLIGHT_NEED_ALL(DesktopStack::missingPrograms());
}

void DesktopPageFixture::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("HOME", m_folder->path().toUtf8());
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(u"config"_s).toUtf8());
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"portlight.ini"_s));
    m_stack = std::make_unique<DesktopStack>();
}

void DesktopPageFixture::cleanup()
{
    m_page.reset();
    m_stack.reset();
    m_settings.reset(); // writes into the folder once more
    m_folder.reset();
}

void DesktopPageFixture::makePage()
{
    m_page = std::make_unique<DesktopPage>(*m_settings);
    m_page->resize(1000, 640);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void DesktopPageFixture::startStack(const QByteArray &password, const QStringList &xvncArguments)
{
    DesktopStack::Options options;
    options.display = display;
    options.password = password;
    options.xvncArguments = xvncArguments;
    QCOMPARE(m_stack->start(options), QString());
}

void DesktopPageFixture::waitFor(ViewerMode mode)
{
    QTRY_COMPARE_WITH_TIMEOUT(m_page->mode(), mode, 20'000);
}

void DesktopPageFixture::shoot(const QString &name, QWidget *widget)
{
    const QString folder = qEnvironmentVariable("PORTLIGHT_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    if (widget == nullptr)
        widget = m_page.get();
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        m_theme->setChoice(choice);
        QTest::qWait(300);
        const QString theme = choice == ThemeChoice::Light ? u"light"_s : u"dark"_s;
        QVERIFY(widget->grab().save(u"%1/viewer-%2-%3.png"_s.arg(folder, name, theme)));
    }
}

} // namespace portlight
