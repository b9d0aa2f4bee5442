// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/PictureAnalysis.h"

#include <QElapsedTimer>
#include <QFont>
#include <QPainter>
#include <QRandomGenerator>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using Kind = PictureFinding::Kind;

namespace {

QImage filled(QColor color, QSize size = {1280, 800})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

/// X's root weave: rows 0x88, 0x22, 0x44, 0x11, least significant bit first.
QImage weave(QRgb dark, QRgb light, QSize size = {1280, 800})
{
    constexpr std::array<int, 4> rows{0x8, 0x2, 0x4, 0x1};
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, ((rows.at(std::size_t(y % 4)) >> (x % 4)) & 1) != 0 ? light : dark);
    }
    return image;
}

/// An arrow with an outline, as pointers are.
void drawPointer(QImage &image, QPoint tip, int size)
{
    QPainter painter(&image);
    QPolygon arrow;
    arrow << tip << tip + QPoint(0, size - 1) << tip + QPoint(size - 1, size - 1);
    painter.setBrush(Qt::black);
    painter.setPen(Qt::white);
    painter.drawPolygon(arrow);
}

/// A terminal's text, drawn without smoothing: two colours.
void drawText(QImage &image, QPoint place, const QString &text, QColor color = Qt::white)
{
    QPainter painter(&image);
    QFont font(u"monospace"_s);
    font.setPixelSize(13);
    font.setStyleStrategy(QFont::NoAntialias);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(place, text);
}

QImage photo(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int noise = int(random.bounded(12U));
            line[x] = qRgb((x * 255) / size.width(), (y * 243) / size.height() + noise, (x + y) % 240 + noise);
        }
    }
    return image;
}

QImage with16Bits(const QImage &image)
{
    return image.convertToFormat(QImage::Format_RGB16).convertToFormat(QImage::Format_RGB32);
}

} // namespace

class PictureAnalysisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void countsColors();
    void ignoresUpperByteAndStride();
    void knowsTheIds();
    void isFastAt4K();
};

void PictureAnalysisTest::judges_data()
{
    QTest::addColumn<QImage>("image");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const QImage &image, Kind kind) {
        QTest::newRow(name) << image << kind;
    };
    const auto pointerOn = [](QImage image, QPoint tip, int size) {
        drawPointer(image, tip, size);
        return image;
    };
    const auto rectOn = [](QImage image, const QRect &rect, QColor color) {
        QPainter(&image).fillRect(rect, color);
        return image;
    };

    row("black", filled(Qt::black), Kind::Blank);
    row("blue", filled(QColor(0x2e, 0x34, 0x60)), Kind::Blank);
    row("black 4K", filled(Qt::black, {3840, 2160}), Kind::Blank);
    row("pointer in the centre", pointerOn(filled(Qt::black), {640, 400}, 24), Kind::Blank);
    row("large pointer in the centre", pointerOn(filled(Qt::black), {620, 380}, 60), Kind::Blank);
    row("pointer elsewhere", pointerOn(filled(Qt::gray), {900, 90}, 30), Kind::Blank);
    row("pointer cut at the edge", pointerOn(filled(Qt::gray), {1270, 790}, 30), Kind::Blank);

    row("weave", weave(0xff000000, 0xffffffff), Kind::NoSession);
    row("weave 16 bits", with16Bits(weave(0xff101820, 0xffd0c8b0)), Kind::NoSession);
    row("weave odd size", weave(0xff000000, 0xffffffff, {1023, 767}), Kind::NoSession);
    row("weave, X cursor", pointerOn(weave(0xff000000, 0xffffffff), {640, 400}, 16), Kind::NoSession);
    row("weave, large cursor", pointerOn(weave(0xff000000, 0xffffffff), {100, 100}, 64), Kind::NoSession);
    row("weave, cursor in the corner", pointerOn(weave(0xff000000, 0xffffffff), {0, 0}, 24), Kind::NoSession);
    row("weave, cursor in the last corner", pointerOn(weave(0xff000000, 0xffffffff), {1250, 770}, 24), Kind::NoSession);
    row("weave, small dialog", rectOn(weave(0xff000000, 0xffffffff), {500, 300, 200, 90}, Qt::white), Kind::Desktop);
    row("weave, thin panel", rectOn(weave(0xff000000, 0xffffffff), {0, 798, 1280, 2}, Qt::darkGray), Kind::Desktop);

    row("320x240", filled(Qt::black, {320, 240}), Kind::TooSmall);
    row("639x480", photo({639, 480}), Kind::TooSmall);
    row("640x479", photo({640, 479}), Kind::TooSmall);
    row("one pixel", filled(Qt::red, {1, 1}), Kind::TooSmall);
    row("640x480 photo", photo({640, 480}), Kind::Desktop);

    QImage terminal = filled(Qt::black);
    drawText(terminal, {2, 12}, u"root@vm:~# "_s);
    row("full-screen terminal with a prompt", terminal, Kind::Desktop);
    QImage shortPrompt = filled(Qt::black);
    drawText(shortPrompt, {2, 12}, u"$"_s);
    row("full-screen terminal with a short prompt", shortPrompt, Kind::Desktop);
    row("short prompt with a block cursor", rectOn(shortPrompt, {16, 2, 7, 13}, Qt::white), Kind::Desktop);
    row("prompt in 16 bits", with16Bits(shortPrompt), Kind::Desktop);
    row("prompt and pointer", pointerOn(shortPrompt, {640, 400}, 16), Kind::Desktop);
    QImage white = filled(Qt::white);
    drawText(white, {4, 14}, u"%"_s, Qt::black);
    row("white terminal", white, Kind::Desktop);

    const QImage wallpaper = filled(QColor(0x24, 0x5a, 0x8c));
    row("wallpaper, panel of 24", rectOn(wallpaper, {0, 776, 1280, 24}, Qt::darkGray), Kind::Desktop);
    row("wallpaper, panel of 2", rectOn(wallpaper, {0, 798, 1280, 2}, Qt::darkGray), Kind::Desktop);
    row("wallpaper, panel of 1", rectOn(wallpaper, {0, 0, 1280, 1}, Qt::darkGray), Kind::Desktop);
    row("wallpaper, panel on the left", rectOn(wallpaper, {0, 0, 1, 800}, Qt::darkGray), Kind::Desktop);
    row("wallpaper, hidden panel's line", rectOn(wallpaper, {440, 799, 400, 1}, Qt::white), Kind::Desktop);
    row("wallpaper, small dialog", rectOn(wallpaper, {560, 370, 160, 70}, Qt::white), Kind::Desktop);
    row("two colours, side by side", rectOn(wallpaper, {640, 0, 640, 800}, Qt::white), Kind::Desktop);
    row("photo", photo({1280, 800}), Kind::Desktop);
    row("photo 16 bits", with16Bits(photo({1280, 800})), Kind::Desktop);
    row("photo 4K", photo({3840, 2160}), Kind::Desktop);
    row("4K wallpaper, panel of 1", rectOn(filled(Qt::black, {3840, 2160}), {0, 2159, 3840, 1}, Qt::white),
        Kind::Desktop);

    QImage gradient(1280, 800, QImage::Format_RGB32);
    for (int y = 0; y < 800; ++y)
        QPainter(&gradient).fillRect(0, y, 1280, 1, QColor(y * 255 / 800, 40, 90));
    row("gradient", gradient, Kind::Desktop);
    QImage fullOfText = filled(Qt::black);
    for (int y = 12; y < 800; y += 14)
        drawText(fullOfText, {0, y}, QString(300, u'y'));
    row("terminal full of y", fullOfText, Kind::Desktop);
}

void PictureAnalysisTest::judges()
{
    QFETCH(QImage, image);
    QTEST(analysePicture(PixelView::of(image)).kind, "kind");
}

void PictureAnalysisTest::countsColors()
{
    QCOMPARE(analysePicture(PixelView::of(filled(Qt::red))).distinctColors, 1);
    QCOMPARE(analysePicture(PixelView::of(weave(0xff000000, 0xffffffff))).distinctColors, 2);
    QImage many(1024, 640, QImage::Format_RGB32);
    for (int y = 0; y < 640; ++y) {
        for (int x = 0; x < 1024; ++x)
            many.setPixel(x, y, 0xff000000U + quint32(std::min(y * 1024 + x, 50'000 - 1)));
    }
    QCOMPARE(analysePicture(PixelView::of(many)).distinctColors, 50'000);
    for (int y = 0; y < 640; ++y) {
        for (int x = 0; x < 1024; ++x)
            many.setPixel(x, y, 0xff000000U + quint32(y * 1024 + x));
    }
    QCOMPARE(analysePicture(PixelView::of(many)).distinctColors, 65'536);
}

void PictureAnalysisTest::ignoresUpperByteAndStride()
{
    std::vector<quint32> pixels(700U * 500U, 0x00ffffffU);
    for (std::size_t y = 0; y < 500; ++y) {
        for (std::size_t x = 0; x < 640; ++x)
            pixels[y * 700 + x] = x % 2 == 0 ? 0xff102030U : 0x00102030U;
    }
    const PictureFinding finding = analysePicture({pixels.data(), 640, 500, 700});
    QCOMPARE(finding.kind, Kind::Blank);
    QCOMPARE(finding.distinctColors, 1);
    QCOMPARE(analysePicture({}).kind, Kind::TooSmall);
}

void PictureAnalysisTest::knowsTheIds()
{
    QCOMPARE(analysePicture(PixelView::of(filled(Qt::black))).failureId(), u"picture.blank"_s);
    QCOMPARE(analysePicture(PixelView::of(weave(0, 0xffffff))).failureId(), u"picture.no-session"_s);
    QCOMPARE(analysePicture(PixelView::of(filled(Qt::black, {8, 8}))).failureId(), u"picture.too-small"_s);
    QVERIFY(analysePicture(PixelView::of(photo({640, 480}))).failureId().isEmpty());
}

void PictureAnalysisTest::isFastAt4K()
{
    QImage fewColors = photo({3840, 2160}).convertToFormat(QImage::Format_RGB444).convertToFormat(QImage::Format_RGB32);
    for (const QImage &image : {filled(Qt::black, {3840, 2160}), weave(0xff000000, 0xffffffff, {3840, 2160}),
                                photo({3840, 2160}), fewColors}) {
        QElapsedTimer clock;
        clock.start();
        const PictureFinding finding = analysePicture(PixelView::of(image));
        qInfo("%d colours: %.1f ms", finding.distinctColors, double(clock.nsecsElapsed()) / 1e6);
        // Only a release build keeps 20 ms; this catches work that grows out of bounds.
        QVERIFY(clock.elapsed() < 2000);
    }
}

QTEST_MAIN(PictureAnalysisTest)
#include "PictureAnalysisTest.moc"
