// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/KvmCheck.h"
#include "hosts/LocalHost.h"
#include "images/ImageStore.h"
#include "integration/TestHome.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// KVM is only used where a guest really boots with it; the answer is found by trying, once until the machine restarts.
class KvmCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        PORTLIGHT_NEED_GUESTS();
        useTestHome();
        const auto image = ImageStore(std::make_shared<LocalHost>()).find(u"desktop"_s, {});
        QVERIFY(image);
        m_kernel = image->kernel;
    }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("PORTLIGHT_HOME", m_home->path().toUtf8());
        qunsetenv("PORTLIGHT_ACCELERATOR");
    }

    void decidesAndSaysWhy()
    {
        const auto chosen = chooseAccelerator(m_host, m_kernel, {});
        QVERIFY(chosen);
        QVERIFY(chosen->id == u"kvm" || chosen->id == u"tcg");
        QCOMPARE(chosen->note.isEmpty(), chosen->id == u"kvm");
    }

    void remembersUntilTheNextRestart()
    {
        const QString path = m_home->filePath(u"cache/kvm.json"_s);
        const Command mayOpen{.program = u"test"_s,
                              .arguments = {u"-r"_s, u"/dev/kvm"_s, u"-a"_s, u"-w"_s, u"/dev/kvm"_s}};
        if (!m_host.run(mayOpen, {})->succeeded()) {
            // That may change any time, so it is looked at each time and nothing is kept.
            QCOMPARE(chooseAccelerator(m_host, m_kernel, {})->id, u"tcg"_s);
            QVERIFY(!m_host.status(path, {}));
            return;
        }
        const auto first = chooseAccelerator(m_host, m_kernel, {});
        QVERIFY(first);
        QJsonObject kept = QJsonDocument::fromJson(m_host.readFile(path, 0, 4096, {}).value()).object();
        QCOMPARE(kept.value(u"guest_boots").toBool(), first->id == u"kvm");

        // Another answer in the file is believed for this boot of the machine ...
        kept.insert(u"guest_boots"_s, first->id != u"kvm");
        QVERIFY(m_host.writeFile(path, QJsonDocument(kept).toJson(), 0600, {}));
        QVERIFY(chooseAccelerator(m_host, m_kernel, {})->id != first->id);
        // ... and not for another one.
        kept.insert(u"boot_id"_s, u"an older boot"_s);
        QVERIFY(m_host.writeFile(path, QJsonDocument(kept).toJson(), 0600, {}));
        QCOMPARE(chooseAccelerator(m_host, m_kernel, {})->id, first->id);
    }

    void aKernelThatDoesNotBootMeansEmulation()
    {
        const QString junk = m_home->filePath(u"vmlinuz"_s);
        QVERIFY(m_host.writeFile(junk, QByteArray(100'000, 'x'), 0600, {}));
        QCOMPARE(chooseAccelerator(m_host, junk, {})->id, u"tcg"_s);
    }

    void theEnvironmentDecides()
    {
        for (const QByteArray &word : {QByteArray("kvm"), QByteArray("tcg")}) {
            qputenv("PORTLIGHT_ACCELERATOR", word);
            QCOMPARE(chooseAccelerator(m_host, m_kernel, {})->id, QString::fromLatin1(word));
        }
        qputenv("PORTLIGHT_ACCELERATOR", "warp");
        QVERIFY(chooseAccelerator(m_host, m_kernel, {})->id != u"warp");
    }

private:
    LocalHost m_host;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_kernel;
};

QTEST_GUILESS_MAIN(KvmCheckTest)
#include "KvmCheckTest.moc"
