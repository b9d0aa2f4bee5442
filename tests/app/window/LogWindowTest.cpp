// SPDX-License-Identifier: GPL-3.0-or-later
// Logs that belong to no VM: dropped, packed, refused.
#include "window/LogWindow.h"

#include "serial/ConsolePage.h"
#include "serial/ConsoleView.h"
#include "settings/Theme.h"
#include "window/LogOpener.h"
#include "window/MainWindow.h"

#include "FakeVmService.h"

#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class LogWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init();
    void cleanup();
    void opensALogThatIsDropped();
    void followsWhatIsWritten();
    void aLogThatIsOpenComesToTheFront();
    void saysWhyALogCannotBeOpened();
    void binaryFilesCanBeOpenedNevertheless();

private:
    QString write(const QString &name, const QByteArray &bytes, bool append = false)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(append ? QIODevice::Append : QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no test file");
        return file.fileName();
    }
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &dropped);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void LogWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"portlight.ini"_s));
    m_window = std::make_unique<MainWindow>(std::make_shared<FakeVmService>(), *m_settings, *m_theme);
    m_window->show();
}

void LogWindowTest::cleanup()
{
    const QList<LogWindow *> windows = m_window->logs()->windows();
    const QPointer<LogWindow> last(windows.isEmpty() ? nullptr : windows.last());
    m_window.reset();
    QTRY_VERIFY(last.isNull()); // The windows of logs go with the window that opened them.
}

void LogWindowTest::opensALogThatIsDropped()
{
    drop(write(u"a b & c.log"_s, "one\n[FAILED] Failed to start x\n"));
    QCOMPARE(m_window->logs()->windows().size(), 1);
    LogWindow *window = m_window->logs()->windows().first();
    QVERIFY(window->isVisible());
    QVERIFY(window->windowTitle().startsWith(u"a b & c.log"_s));
    QTRY_COMPARE(window->console()->view()->rowCount(), 2);
    QCOMPARE(window->console()->failureCount(), 1);
    QCOMPARE(m_settings->recentLogs(), QStringList{m_folder->filePath(u"a b & c.log"_s)});
    QCOMPARE(m_settings->logFolder(), m_folder->path());
    window->close();
    QTRY_VERIFY(m_window->logs()->windows().isEmpty());
}

void LogWindowTest::followsWhatIsWritten()
{
    m_window->logs()->open(write(u"growing.log"_s, {}));
    LogWindow *window = m_window->logs()->windows().first();
    QTest::qWait(50);
    QCOMPARE(window->console()->view()->rowCount(), 0);
    write(u"growing.log"_s, "one\ntwo\n", true);
    QTRY_COMPARE(window->console()->view()->rowCount(), 2);
}

void LogWindowTest::aLogThatIsOpenComesToTheFront()
{
    const QString path = write(u"a.log"_s, "one\n");
    m_window->logs()->open(path);
    m_window->logs()->open(m_folder->path() + u"/./a.log"_s);
    m_window->logs()->open(path);
    QCOMPARE(m_window->logs()->windows().size(), 1);
    QCOMPARE(m_settings->recentLogs().size(), 1);
}

void LogWindowTest::saysWhyALogCannotBeOpened()
{
    m_window->logs()->open(m_folder->filePath(u"none.log"_s));
    QVERIFY(m_window->logs()->refusal());
    QVERIFY(m_window->logs()->refusal()->text().contains(u"none.log"_s));
    m_window->logs()->open(m_folder->path());
    QVERIFY(m_window->logs()->refusal()->text().contains(u"folder"_s));
    QVERIFY(m_window->logs()->windows().isEmpty());
    QVERIFY(m_settings->recentLogs().isEmpty());
}

void LogWindowTest::binaryFilesCanBeOpenedNevertheless()
{
    m_window->logs()->open(write(u"program"_s, QByteArray("\x7f"
                                                          "ELF\x02\x01\x01\n",
                                                          8)));
    QMessageBox *refusal = m_window->logs()->refusal();
    QVERIFY(refusal && m_window->logs()->windows().isEmpty());
    QPushButton *anyway = nullptr;
    for (QAbstractButton *button : refusal->buttons()) {
        if (refusal->buttonRole(button) == QMessageBox::AcceptRole)
            anyway = qobject_cast<QPushButton *>(button);
    }
    QVERIFY(anyway);
    anyway->click();
    QCOMPARE(m_window->logs()->windows().size(), 1);
}

QTEST_MAIN(LogWindowTest)
#include "LogWindowTest.moc"
