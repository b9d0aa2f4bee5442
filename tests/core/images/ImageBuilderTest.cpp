// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedHost.h"

#include "images/ImageBuilder.h"
#include "images/ImageStore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class ImageBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PORTLIGHT_HOME", m_folder->path().toUtf8());
        m_host = std::make_shared<ScriptedHost>();
    }
    void cleanup() { m_folder.reset(); }

    void buildsVersions()
    {
        const auto first = build();
        QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().text()));
        QCOMPARE(first->reference(), u"desktop@1"_s);
        QCOMPARE(first->kernelVersion, u"6.1.0-1-cloud-amd64"_s);
        QCOMPARE(first->packages, QStringList({u"udev 252"_s}));
        QCOMPARE(first->size, 4);
        QCOMPARE(build()->version, 2);
        QCOMPARE(entries(), QStringList({u"v1"_s, u"v2"_s}));
        QCOMPARE(QDir(folder() + u"/v1"_s).entryList(QDir::Files),
                 QStringList({u"build.log"_s, u"image.json"_s, u"initrd.img"_s, u"rootfs.ext4"_s, u"vmlinuz"_s}));
        // What a later Portlight reads is what the builder returned.
        const auto found = ImageStore(m_host).find(u"desktop@1"_s, {});
        QVERIFY(found.has_value());
        QCOMPARE(found->toJson(), first->toJson());
        checkScratchIsGone();
    }

    void tellsHowFarItIs()
    {
        m_host->mmdebstrapSays = "I: running apt-get update...\nI: downloading packages with apt...\n"
                                 "0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.\n"
                                 "I: installing remaining packages inside the chroot...\n"
                                 "0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.\n"
                                 "Unpacking openbox (3.6) ...\nI: cleaning package lists and apt cache...\n";
        QVERIFY(build().has_value());
        int step = 0;
        double percent = 0;
        QStringList details;
        for (const Progress::Report &report : m_reports) {
            QVERIFY(report.step == step || report.step == step + 1);
            QVERIFY(report.percent >= percent);
            step = report.step;
            percent = report.percent;
            details.append(report.detail);
        }
        QCOMPARE(percent, 100.0);
        QCOMPARE(step, m_reports.last().steps);
        QVERIFY(details.contains(u"openbox"_s));
        QVERIFY2(details.first().contains(u"MB"_s) || details.value(1).contains(u"MB"_s), "the need is told first");
    }

    void nothingIsLeftWhereverItFails_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("call fails") << static_cast<int>(ScriptedHost::Fault::Error);
        QTest::newRow("tool fails") << static_cast<int>(ScriptedHost::Fault::ToolFails);
        QTest::newRow("cancelled") << static_cast<int>(ScriptedHost::Fault::Cancel);
    }
    /// Every single call to the host is made to fail once, also those of cleaning up.
    void nothingIsLeftWhereverItFails()
    {
        QFETCH(int, fault);
        QVERIFY(build().has_value());
        const int callsOfOne = m_host->calls;
        QVERIFY(callsOfOne > 25);
        int failures = 0;
        for (int call = 1; call <= callsOfOne; ++call) {
            init();
            m_host->fault = static_cast<ScriptedHost::Fault>(fault);
            m_host->faultAt = call;
            const auto image = build();
            failures += image ? 0 : 1;
            const QByteArray where = QByteArray::number(call);
            const QStringList left = entries();
            const bool isWhole = image && left == QStringList{u"v1"_s};
            const bool isNothing = !image && (left.isEmpty() || left == QStringList{u"build-failed.log"_s});
            QVERIFY2(isWhole || isNothing, (where + ": " + left.join(u' ').toUtf8()).constData());
            checkScratchIsGone();
        }
        QVERIFY(failures > (fault == static_cast<int>(ScriptedHost::Fault::ToolFails) ? 5 : 25));
    }

    void nextBuildRemovesWhatAKilledOneLeft()
    {
        QVERIFY(QDir().mkpath(folder() + u"/building"_s));
        QTemporaryDir scratch(u"/var/tmp/portlight-image-XXXXXXXXXX"_s.replace(u"XXXXXXXXXX"_s, u"aaaaXXXXXX"_s));
        scratch.setAutoRemove(false);
        QFile note(folder() + u"/building/scratch"_s);
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write(scratch.path().toUtf8());
        note.close();
        QVERIFY(build().has_value());
        QVERIFY(!QDir(scratch.path()).exists());
        QCOMPARE(entries(), QStringList({u"v1"_s}));
    }

    void removesNothingButScratchFolders()
    {
        QTemporaryDir precious;
        QVERIFY(QDir().mkpath(folder() + u"/building"_s));
        QFile note(folder() + u"/building/scratch"_s);
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write("/var/tmp/portlight-image-../.." + precious.path().toUtf8());
        note.close();
        QVERIFY(build().has_value());
        QVERIFY(QDir(precious.path()).exists());
        for (const QStringList &words : std::as_const(m_host->commands))
            QVERIFY(!words.contains(u"rm"_s) || m_host->scratchFolders.contains(words.last()));
    }

    void failureKeepsTheLog()
    {
        m_host->mmdebstrapSays = "Setting up tint2 (17) ...\ndpkg: error processing package tint2 (--configure)\n";
        m_host->mmdebstrapExits = 1;
        const auto image = build();
        QCOMPARE(image.error().id, u"image.build-failed"_s);
        QVERIFY(image.error().hint.contains(folder() + u"/build-failed.log"_s));
        QVERIFY(image.error().detail.contains(u"error processing package tint2"_s));
        QFile log(folder() + u"/build-failed.log"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("error processing package tint2"));
        // A build that works takes the old log away.
        m_host->mmdebstrapExits = 0;
        QVERIFY(build().has_value());
        QCOMPARE(entries(), QStringList({u"v1"_s}));
    }

    void namesNetworkAndRoom_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QString>("id");
        QTest::newRow("network") << QByteArray("Err:1 http://x\n  Temporary failure resolving 'x'\n")
                                 << u"network.unreachable"_s;
        QTest::newRow("room") << QByteArray("tar: x: Cannot write: No space left on device\n") << u"disk.full"_s;
    }
    void namesNetworkAndRoom()
    {
        QFETCH(QByteArray, says);
        QFETCH(QString, id);
        m_host->mmdebstrapSays = says;
        m_host->mmdebstrapExits = 1;
        const auto image = build();
        QCOMPARE(image.error().id, id);
        QCOMPARE(image.error().kind, ErrorKind::Unreachable);
    }

    void checksBeforeItStarts_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("mentions");
        QTest::newRow("tool") << u"tool"_s << u"tool.missing"_s << u"apt install mmdebstrap e2fsprogs"_s;
        QTest::newRow("namespaces") << u"namespaces"_s << u"namespaces.missing"_s << u"root"_s;
        QTest::newRow("room") << u"room"_s << u"disk.full"_s << u"MB"_s;
        QTest::newRow("name") << u"name"_s << u"image.bad-name"_s << u"a-z"_s;
    }
    void checksBeforeItStarts()
    {
        QFETCH(QString, what);
        QFETCH(QString, id);
        QFETCH(QString, mentions);
        if (what == u"tool"_s)
            m_host->missingTools = {u"mmdebstrap"_s, u"mke2fs"_s};
        m_host->namespacesWork = what != u"namespaces"_s;
        if (what == u"room"_s)
            m_host->room = 1'000'000'000;
        const auto image = build(what == u"name"_s ? u"../evil"_s : QString());
        QCOMPARE(image.error().id, id);
        QVERIFY2(image.error().text().contains(mentions), qPrintable(image.error().text()));
        QVERIFY(!QDir(m_folder->path() + u"/data"_s).exists());
        QVERIFY(m_host->scratchFolders.isEmpty());
    }

    void oneBuildAtATime()
    {
        QVERIFY(QDir().mkpath(m_folder->path() + u"/data/images"_s));
        LocalHost other;
        const auto lock = other.lock(m_folder->path() + u"/data/images/.desktop.lock"_s, QDeadlineTimer(1000), {});
        QVERIFY(lock.has_value());
        QCOMPARE(build().error().id, u"image.build-running"_s);
        QCOMPARE(build(u"another"_s)->name, u"another"_s);
    }

    void rootNeedsNoNamespace()
    {
        m_host->isRoot = true;
        QVERIFY(build().has_value());
        for (const QStringList &words : std::as_const(m_host->commands)) {
            QVERIFY(!words.contains(u"--map-root-user"_s));
            QVERIFY(!words.contains(u"--mode=unshare"_s));
        }
    }

private:
    QString folder() const { return m_folder->path() + u"/data/images/desktop"_s; }
    QStringList entries() const
    {
        return QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    void checkScratchIsGone() const
    {
        for (const QString &path : std::as_const(m_host->scratchFolders))
            QVERIFY2(!QDir(path).exists(), qPrintable(path));
    }

    /// Like "desktop", with fewer files: every call of a build is made to fail once.
    static Recipe smallRecipe()
    {
        Recipe recipe = Recipe::load(u"desktop"_s).value();
        recipe.files = recipe.files.first(1);
        return recipe;
    }

    Result<Image> build(const QString &name = {})
    {
        m_reports.clear();
        Progress progress([this](const Progress::Report &report) { m_reports.append(report); }, m_host->cancellation);
        ImageBuilder::Options options;
        options.name = name;
        return ImageBuilder::build(m_host, smallRecipe(), options, progress);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<ScriptedHost> m_host;
    QList<Progress::Report> m_reports;
};

QTEST_GUILESS_MAIN(ImageBuilderTest)
#include "ImageBuilderTest.moc"
