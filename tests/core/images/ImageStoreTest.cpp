// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageStore.h"

#include "hosts/LocalHost.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class ImageStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PORTLIGHT_HOME", m_folder->path().toUtf8());
    }
    void cleanup() { m_folder.reset(); }

    void listsNewestFirst()
    {
        for (const auto &[name, version] : {std::pair{u"desktop"_s, 2}, {u"browser"_s, 1}, {u"desktop"_s, 10}})
            make(name, version);
        QStringList references;
        const auto images = m_store.list({});
        QVERIFY(images.has_value());
        for (const Image &image : *images)
            references.append(image.reference());
        QCOMPARE(references, QStringList({u"browser@1"_s, u"desktop@10"_s, u"desktop@2"_s}));
    }

    void nothingThereIsNoError()
    {
        QCOMPARE(m_store.list({}).value().size(), 0);
        const auto image = m_store.find(u"desktop"_s, {});
        QCOMPARE(image.error().id, u"image.unknown"_s);
        QCOMPARE(image.error().kind, ErrorKind::Usage);
    }

    void findsByNameAndVersion_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("found");
        QTest::newRow("newest") << u"desktop"_s << u"desktop@2"_s;
        QTest::newRow("at") << u"desktop@1"_s << u"desktop@1"_s;
        QTest::newRow("dash") << u"desktop-v2"_s << u"desktop@2"_s;
        QTest::newRow("no such version") << u"desktop@3"_s << QString();
        QTest::newRow("no such name") << u"desk"_s << QString();
        QTest::newRow("path") << u"../desktop@1"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void findsByNameAndVersion()
    {
        QFETCH(QString, reference);
        QFETCH(QString, found);
        make(u"desktop"_s, 1);
        make(u"desktop"_s, 2);
        const auto image = m_store.find(reference, {});
        QCOMPARE(image.has_value(), !found.isEmpty());
        if (image)
            QCOMPARE(image->reference(), found);
        else
            QCOMPARE(image.error().id, u"image.unknown"_s);
    }

    void leavesOutWhatIsNotWhole()
    {
        make(u"desktop"_s, 1);
        make(u"desktop"_s, 2);
        make(u"desktop"_s, 3);
        QVERIFY(QFile::remove(path(u"desktop"_s, 2) + u"/vmlinuz"_s));
        write(path(u"desktop"_s, 3) + u"/image.json"_s, "{\"name\":");
        QVERIFY(QDir().mkpath(m_folder->path() + u"/data/images/desktop/building"_s));
        QVERIFY(QDir().mkpath(m_folder->path() + u"/data/images/Odd Name/v1"_s));
        QCOMPARE(m_store.list({}).value().size(), 1);
        QCOMPARE(m_store.find(u"desktop"_s, {}).value().version, 1);
        QCOMPARE(m_store.find(u"desktop@2"_s, {}).error().id, u"image.damaged"_s);
    }

    void movedFolderStillWorks()
    {
        make(u"desktop"_s, 1);
        QVERIFY(QDir().rename(m_folder->path() + u"/data"_s, m_folder->path() + u"/elsewhere"_s));
        QVERIFY(QDir().rename(m_folder->path() + u"/elsewhere"_s, m_folder->path() + u"/data"_s));
        QCOMPARE(m_store.find(u"desktop"_s, {}).value().rootDisk, path(u"desktop"_s, 1) + u"/rootfs.ext4"_s);
    }

    void removesOneVersion()
    {
        make(u"desktop"_s, 1);
        make(u"desktop"_s, 2);
        const Image image = m_store.find(u"desktop@1"_s, {}).value();
        QVERIFY(m_store.remove(image, {}, {}).has_value());
        QVERIFY(!QDir(path(u"desktop"_s, 1)).exists());
        QCOMPARE(m_store.list({}).value().size(), 1);
        QCOMPARE(QDir(m_folder->path() + u"/data/images/desktop"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList({u"v2"_s}));
    }

    void keepsWhatIsInUse()
    {
        make(u"desktop"_s, 1);
        const Image image = m_store.find(u"desktop"_s, {}).value();
        const auto removed = m_store.remove(image, {u"demo"_s, u"other"_s}, {});
        QCOMPARE(removed.error().id, u"image.in-use"_s);
        QCOMPARE(removed.error().kind, ErrorKind::Failed);
        QVERIFY(removed.error().summary.contains(u"demo, other"_s));
        QVERIFY(m_store.find(u"desktop"_s, {}).has_value());
    }

    void names()
    {
        QVERIFY(ImageStore::isName(u"desktop"_s));
        QVERIFY(ImageStore::isName(u"my-image2"_s));
        for (const QString &bad : {u""_s, u"-a"_s, u"a-"_s, u"A"_s, u"a/b"_s, u".."_s, u"a-v1"_s, QString(41, u'a')})
            QVERIFY2(!ImageStore::isName(bad), qPrintable(bad));
    }

private:
    QString path(const QString &name, int version) const
    {
        return u"%1/data/images/%2/v%3"_s.arg(m_folder->path(), name).arg(version);
    }

    static void write(const QString &file, const QByteArray &bytes)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    void make(const QString &name, int version)
    {
        const QString folder = path(name, version);
        QVERIFY(QDir().mkpath(folder));
        Image image;
        image.name = name;
        image.version = version;
        image.suite = u"bookworm"_s;
        for (const QString &file : {u"rootfs.ext4"_s, u"vmlinuz"_s, u"initrd.img"_s})
            write(folder + u'/' + file, "x");
        write(folder + u"/image.json"_s, QJsonDocument(image.toJson()).toJson());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ImageStore m_store{std::make_shared<LocalHost>()};
};

QTEST_GUILESS_MAIN(ImageStoreTest)
#include "ImageStoreTest.moc"
