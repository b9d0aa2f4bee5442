// SPDX-License-Identifier: GPL-3.0-or-later
// What the Console tab says when its host is gone, and when there is no room to save a log.
#include "serial/ConsolePage.h"

#include "serial/ConsoleView.h"
#include "settings/Settings.h"
#include "settings/Theme.h"

#include "../../core/console/ScriptedHost.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

/// As on a full disk: no file of this process may become larger.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

void saveAs(ConsolePage &page, const QString &path)
{
    page.save(false);
    auto *dialog = page.findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

} // namespace

class ConsoleTroubleTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void aLostConnectionIsToldUntilItIsBack()
    {
        constexpr int patience = 20'000;
        const QString path = m_folder.filePath(u"followed.log"_s);
        append(path, "one\ntwo\n");
        auto host = std::make_shared<ScriptedHost>();
        ConsolePage page;
        page.resize(1000, 600);
        page.setLog(host, path);
        page.show();
        QTRY_COMPARE(page.view()->rowCount(), 2);
        QVERIFY(page.statusText().startsWith(u"Line 2 of 2"));
        host->down = true;
        append(path, "three\n");
        QTRY_VERIFY_WITH_TIMEOUT(page.statusText().contains(u"Not readable since "), patience);
        QVERIFY(page.statusText().startsWith(u"Line 2 of 2"));
        QVERIFY(!page.noteText().isEmpty());
        // What is there can still be read and searched.
        QCOMPARE(page.view()->rowCount(), 2);
        host->down = false;
        QTRY_VERIFY_WITH_TIMEOUT(!page.statusText().contains(u"Not readable"), patience);
        QTRY_VERIFY(page.noteText().isEmpty());
        // The new line, and a mark for the gap before it.
        QTRY_COMPARE(page.view()->rowCount(), 4);
        QVERIFY(page.statusText().startsWith(u"Line 3 of 3"));
    }

    void aFullDiskIsToldAndLeavesNothing()
    {
        const QString path = m_folder.filePath(u"saved.log"_s);
        append(path, "older\n");
        auto store = std::make_shared<LineStore>();
        store->append(QByteArray("a line of the log\n").repeated(100'000), QDateTime());
        ConsolePage page;
        page.resize(1000, 600);
        page.setStore(store);
        page.show();
        {
            const FileSizeLimit limit(64 * 1024);
            saveAs(page, path);
            QTRY_VERIFY(page.noteText().startsWith(u"The log could not be saved to "_s + path));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("older\n"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"saved*"_s}), QStringList{u"saved.log"_s});
        // With room again it can be saved.
        saveAs(page, path);
        QTRY_COMPARE(page.noteText(), u"The log was saved to %1."_s.arg(path));
        QCOMPARE(QFile(path).size(), store->byteCount());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Theme theme(application);
    ConsoleTroubleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ConsoleTroubleTest.moc"
