// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/VmSpec.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

VmSpec spec()
{
    VmSpec spec;
    spec.id = u"3f9c0a1b77de"_s;
    spec.name = u"dämo"_s;
    spec.engine = u"qemu"_s;
    spec.image = u"desktop"_s;
    spec.imageVersion = 3;
    spec.rootDisk = u"/i/rootfs.ext4"_s;
    spec.kernel = u"/i/vmlinuz"_s;
    spec.initrd = u"/i/initrd"_s;
    spec.bootArguments = u"console=ttyS0"_s;
    spec.memoryMiB = 512;
    spec.processors = 1;
    spec.debugBoot = true;
    spec.created = QDateTime(QDate(2026, 11, 23), QTime(1, 2, 3, 4), Qt::UTC);
    spec.creating = true;
    spec.wanted = true;
    spec.boots = 7;
    return spec;
}

} // namespace

class VmSpecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesTheWayThroughJson()
    {
        const QByteArray json = QJsonDocument(spec().toJson()).toJson();
        const auto back = VmSpec::fromJson(json, u"vm.json"_s);
        QVERIFY(back);
        QCOMPARE(QJsonDocument(back->toJson()).toJson(), json);
        QCOMPARE(back->created, spec().created);
        QCOMPARE(back->name, spec().name);
    }

    void refusesDamage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QJsonDocument(spec().toJson()).toJson().left(100);
        QTest::newRow("an array") << QByteArray("[]");
        for (const QString &field : {u"id"_s, u"name"_s, u"engine"_s, u"root_disk"_s, u"kernel"_s, u"memory_mib"_s}) {
            QJsonObject object = spec().toJson();
            object.remove(field);
            QTest::newRow(qPrintable(u"without "_s + field)) << QJsonDocument(object).toJson();
        }
        QJsonObject wrongType = spec().toJson();
        wrongType.insert(u"memory_mib"_s, u"much"_s);
        QTest::newRow("memory as text") << QJsonDocument(wrongType).toJson();
    }
    void refusesDamage()
    {
        QFETCH(QByteArray, json);
        const auto read = VmSpec::fromJson(json, u"/x/vm.json"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().id, u"vm.damaged"_s);
        QVERIFY(read.error().summary.contains(u"/x/vm.json"_s));
    }
};

QTEST_GUILESS_MAIN(VmSpecTest)
#include "VmSpecTest.moc"
