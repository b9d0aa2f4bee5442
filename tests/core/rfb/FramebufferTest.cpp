// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Framebuffer.h"
#include "rfb/Coverage.h"

#include <QRandomGenerator>
#include <QTest>

using namespace portlight::rfb;

namespace {

QRect randomRect(QRandomGenerator &random, QSize size)
{
    const int x = random.bounded(size.width());
    const int y = random.bounded(size.height());
    return QRect(x, y, 1 + random.bounded(size.width() - x), 1 + random.bounded(size.height() - y));
}

QPoint randomSource(QRandomGenerator &random, QSize size, const QRect &target)
{
    return QPoint(random.bounded(size.width() - target.width() + 1),
                  random.bounded(size.height() - target.height() + 1));
}

} // namespace

class FramebufferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsLimits();
    void keepsPixelsWhenResized();
    void copiesLikeAModel();
    void coversLikeAModel();
    void coversNothingWhenEmpty();
};

void FramebufferTest::keepsLimits()
{
    Limits limits;
    QVERIFY(Framebuffer::isAllowed({16384, 16384}, limits));
    QVERIFY(!Framebuffer::isAllowed({16385, 1}, limits));
    QVERIFY(!Framebuffer::isAllowed({1, 16385}, limits));
    QVERIFY(!Framebuffer::isAllowed({0, 1}, limits));
    limits.maximumFramebufferBytes = 4000;
    QVERIFY(Framebuffer::isAllowed({100, 10}, limits));
    QVERIFY(!Framebuffer::isAllowed({100, 11}, limits));
}

void FramebufferTest::keepsPixelsWhenResized()
{
    Framebuffer framebuffer;
    QVERIFY(framebuffer.isEmpty());
    QVERIFY(framebuffer.resize({4, 3}));
    QCOMPARE(framebuffer.stride(), 16);
    framebuffer.fill(framebuffer.bounds(), 7);
    QVERIFY(framebuffer.resize({6, 2}));
    QCOMPARE(framebuffer.pixel(3, 1), 7U);
    QCOMPARE(framebuffer.pixel(4, 1), 0U);
    QVERIFY(framebuffer.resize({2, 5}));
    QCOMPARE(framebuffer.pixel(1, 1), 7U);
    QCOMPARE(framebuffer.pixel(1, 2), 0U);
}

void FramebufferTest::copiesLikeAModel()
{
    const QSize size(37, 23);
    QRandomGenerator random(1);
    Framebuffer framebuffer;
    QVERIFY(framebuffer.resize(size));
    for (int round = 0; round < 300; ++round) {
        const QRect target = randomRect(random, size);
        if (round % 3 == 0) {
            framebuffer.fill(target, random.generate());
            continue;
        }
        QList<quint32> model(framebuffer.row(0), framebuffer.row(0) + size.width() * size.height());
        const QList<quint32> before = model;
        const QPoint source = randomSource(random, size, target);
        for (int y = 0; y < target.height(); ++y) {
            for (int x = 0; x < target.width(); ++x)
                model[(target.y() + y) * size.width() + target.x() + x] =
                    before[(source.y() + y) * size.width() + source.x() + x];
        }
        framebuffer.copyRect(target, source);
        QCOMPARE(QList<quint32>(framebuffer.row(0), framebuffer.row(0) + model.size()), model);
    }
}

void FramebufferTest::coversLikeAModel()
{
    QRandomGenerator random(2);
    int completed = 0;
    for (int round = 0; round < 60; ++round) {
        const QSize size(1 + random.bounded(150), 1 + random.bounded(6));
        Coverage coverage;
        coverage.reset(size);
        QList<bool> model(size.width() * size.height(), false);
        for (int step = 0; step < 25; ++step) {
            const bool everything = round % 3 == 0 && step == 20;
            const QRect target = everything ? QRect(QPoint(0, 0), size) : randomRect(random, size);
            const QPoint source = randomSource(random, size, target);
            const bool copy = !everything && random.bounded(4) == 0;
            const QList<bool> before = model;
            for (int y = 0; y < target.height(); ++y) {
                for (int x = 0; x < target.width(); ++x)
                    model[(target.y() + y) * size.width() + target.x() + x] =
                        !copy || before[(source.y() + y) * size.width() + source.x() + x];
            }
            if (copy)
                coverage.copy(target, source);
            else
                coverage.add(target);
            QCOMPARE(coverage.share(), double(model.count(true)) / double(model.size()));
            QCOMPARE(coverage.isComplete(), !model.contains(false));
        }
        completed += coverage.isComplete();
    }
    QVERIFY(completed > 5); // the model saw both ends
    QVERIFY(completed < 60);
}

void FramebufferTest::coversNothingWhenEmpty()
{
    Coverage coverage;
    QVERIFY(!coverage.isComplete());
    coverage.reset({10, 10});
    coverage.add({0, 0, 10, 10});
    QVERIFY(coverage.isComplete());
    coverage.reset({10, 11});
    QVERIFY(!coverage.isComplete());
    QCOMPARE(coverage.share(), 0.0);
}

QTEST_GUILESS_MAIN(FramebufferTest)
#include "FramebufferTest.moc"
