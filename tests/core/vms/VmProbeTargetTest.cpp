// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/VmProbeTarget.h"
#include "hosts/LocalHost.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class VmProbeTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bootingUntilTheReportHasEnded_data()
    {
        QTest::addColumn<QByteArray>("console");
        QTest::addColumn<int>("age");
        QTest::addColumn<bool>("booting");
        const QByteArray kernel = "[    0.000000] Linux version 6.1\n";
        QTest::newRow("nothing yet") << QByteArray() << 1 << true;
        QTest::newRow("kernel") << kernel << 10 << true;
        QTest::newRow("prompt, port not yet bound") << kernel + "browser-vm login: " << 20 << true;
        QTest::newRow("prompt long ago, no report in this image") << kernel + "browser-vm login: " << 100 << false;
        QTest::newRow("report") << kernel + "VM HEALTH REPORT\n...\nEND REPORT\n" << 20 << false;
        QTest::newRow("far too long") << kernel << 200 << false;
    }
    void bootingUntilTheReportHasEnded()
    {
        QFETCH(QByteArray, console);
        QFETCH(int, age);
        QFETCH(bool, booting);
        QTemporaryDir folder;
        Vm vm;
        vm.state = VmState::Running;
        vm.machine.consoleLog = folder.filePath(u"log"_s);
        vm.machine.started = QDateTime::currentDateTimeUtc().addSecs(-age);
        QFile file(vm.machine.consoleLog);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(console);
        file.close();
        LocalHost host;
        QCOMPARE(VmProbeTarget::isBooting(host, vm, {}), booting);
        vm.state = VmState::Stopped;
        QVERIFY(!VmProbeTarget::isBooting(host, vm, {}));
    }
};

QTEST_GUILESS_MAIN(VmProbeTargetTest)
#include "VmProbeTargetTest.moc"
