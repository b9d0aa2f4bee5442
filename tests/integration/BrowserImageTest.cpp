// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageBuilder.h"
#include "images/ImageStore.h"
#include "integration/TestGuest.h"
#include "integration/TestHome.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

namespace {

/// Chromium's window fills most of the screen with its page: the share of the most frequent bright colour.
double brightShare(const QImage &image)
{
    QHash<QRgb, int> counts;
    int most = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qGray(pixel) > 200)
                most = std::max(most, ++counts[pixel]);
        }
    }
    return double(most) / (double(image.width()) * image.height());
}

} // namespace

/// The image `browser` boots into Chromium.
class BrowserImageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        PORTLIGHT_NEED_GUESTS();
        useTestHome();
        if (ImageStore(m_host).find(u"browser"_s, {}))
            return;
        Progress progress;
        const auto recipe = Recipe::load(u"browser"_s);
        QVERIFY(recipe);
        const auto image = ImageBuilder::build(m_host, *recipe, {}, progress);
        QVERIFY2(image, image ? "" : qPrintable(image.error().text() + u'\n' + image.error().detail));
    }

    void chromiumIsSeen()
    {
        TestGuest guest(u"browser"_s, 2048);
        QVERIFY2(guest.ok(), qPrintable(guest.problem()));
        QVERIFY2(guest.start(), qPrintable(guest.problem()));
        const auto verified = guest.verify(6min);
        QVERIFY(verified);
        QVERIFY2(verified->isVerified(), qPrintable(verified->sentence()));
        QTemporaryDir folder;
        const QString picture = folder.filePath(u"browser.png"_s);
        // Emulated, Chromium takes a while to paint its first page.
        const QDeadlineTimer deadline(6min);
        double share = 0;
        while (share < 0.3 && !deadline.hasExpired()) {
            QFile::remove(picture);
            const auto report = guest.verify(60s, picture);
            QVERIFY(report);
            share = brightShare(QImage(picture));
        }
        QVERIFY2(share >= 0.3, qPrintable(QString::number(share)));
        QCOMPARE(guest.run("pgrep -u user -f /chromium >/dev/null"), 0);
    }

private:
    HostPointer m_host = std::make_shared<LocalHost>();
};

QTEST_GUILESS_MAIN(BrowserImageTest)
#include "BrowserImageTest.moc"
