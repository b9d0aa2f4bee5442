// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"
#include "integration/TestHome.h"
#include "vms/VmStore.h"

#include <QDir>
#include <QImage>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// `portlight demo` as people run it.
class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        PORTLIGHT_NEED_GUESTS();
        useTestHome();
    }

    void verifiesAndLeavesNothing()
    {
        QTemporaryDir folder;
        const QString picture = folder.filePath(u"demo.png"_s);
        QProcess demo;
        demo.start(portlightProgram(), {u"demo"_s, u"--json"_s, u"--screenshot"_s, picture});
        QVERIFY(demo.waitForFinished(400'000));
        const QByteArray errors = demo.readAllStandardError();
        QVERIFY2(demo.exitCode() == 0, errors.constData());
        const QJsonObject answer = QJsonDocument::fromJson(demo.readAllStandardOutput()).object();
        QCOMPARE(answer.value(u"verify").toObject().value(u"verdict"), u"verified"_s);
        QCOMPARE(answer.value(u"vm").toObject().value(u"name"), u"demo"_s);
        QCOMPARE(QImage(picture).size(), QSize(1280, 800));
        expectNothingLeft();
    }

    void aCreateThatCannotStartLeavesNothing()
    {
        QProcess create;
        create.start(portlightProgram(),
                     {u"vm"_s, u"create"_s, u"huge"_s, u"--start"_s, u"--memory"_s, u"1000000"_s, u"--json"_s});
        QVERIFY(create.waitForFinished(60'000));
        QVERIFY2(create.exitCode() == 3, create.readAllStandardError().constData());
        const QJsonObject answer = QJsonDocument::fromJson(create.readAllStandardOutput()).object();
        QCOMPARE(answer.value(u"error").toObject().value(u"id"), u"engine.no-memory"_s);
        expectNothingLeft();
    }

    void ctrlCEndsItCleanly()
    {
        QProcess demo;
        demo.start(portlightProgram(), {u"demo"_s, u"--no-window"_s});
        QVERIFY(demo.waitForStarted());
        // Interrupted while the guest boots: its VM is there by then.
        QTRY_VERIFY_WITH_TIMEOUT(!VmStore(m_host).list({})->isEmpty(), 30'000);
        QCOMPARE(kill(static_cast<pid_t>(demo.processId()), SIGINT), 0);
        QVERIFY(demo.waitForFinished(60'000));
        QCOMPARE(demo.exitCode(), 130);
        expectNothingLeft();
    }

private:
    void expectNothingLeft()
    {
        QCOMPARE(VmStore(m_host).list({})->size(), 0);
        QCOMPARE(VmStore(m_host).trash({})->size(), 0);
        const auto folders = m_host->folders({});
        QCOMPARE(QDir(folders->runtime).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    }

    HostPointer m_host = std::make_shared<LocalHost>();
};

QTEST_GUILESS_MAIN(DemoTest)
#include "DemoTest.moc"
