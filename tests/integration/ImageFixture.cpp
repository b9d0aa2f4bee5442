// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/LocalHost.h"
#include "images/ImageBuilder.h"
#include "images/ImageCheck.h"
#include "images/ImageStore.h"
#include "integration/TestHome.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// Builds the image that the other integration tests boot, unless it is there and its recipe has not changed.
class ImageFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        PORTLIGHT_NEED_GUESTS();
        m_home = useTestHome();
    }

    void desktopIsBuilt()
    {
        const QString stampPath = m_home + u"/recipe-stamp"_s;
        QFile stamp(stampPath);
        const bool known = stamp.open(QIODevice::ReadOnly) && stamp.readAll() == recipeStamp();
        stamp.close();
        if (known && ImageStore(m_host).find(u"desktop"_s, {}))
            return;
        const auto recipe = Recipe::load(u"desktop"_s);
        QVERIFY(recipe);
        QElapsedTimer timer;
        timer.start();
        Progress progress([](const Progress::Report &report) {
            if (report.detail.isEmpty())
                qInfo("%d/%d %s", report.step, report.steps, qPrintable(report.title));
        });
        const auto image = ImageBuilder::build(m_host, *recipe, {}, progress);
        QVERIFY2(image, image ? "" : qPrintable(image.error().text() + u'\n' + image.error().detail));
        qInfo("desktop built in %.0f s, %lld MB on disk", double(timer.elapsed()) / 1000,
              static_cast<long long>(image->diskUsage / 1'000'000));
        QVERIFY(m_host->writeFile(stampPath, recipeStamp(), 0600, {}));
    }

    void takesWhatWasPromised()
    {
        const auto image = ImageStore(m_host).find(u"desktop"_s, {});
        QVERIFY(image);
        QVERIFY2(image->diskUsage <= 900'000'000, qPrintable(QString::number(image->diskUsage)));
        QVERIFY(image->diskUsage > 100'000'000);
        QVERIFY(!image->kernelVersion.isEmpty());
        const auto root = m_host->status(image->rootDisk, {});
        QVERIFY(root);
        QVERIFY(root->allocated < root->size); // sparse
    }

private:
    QString m_home;
    HostPointer m_host = std::make_shared<LocalHost>();
};

QTEST_GUILESS_MAIN(ImageFixture)
#include "ImageFixture.moc"
