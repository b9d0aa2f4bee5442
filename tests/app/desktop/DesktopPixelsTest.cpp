// SPDX-License-Identifier: GPL-3.0-or-later
// What really stands in the window's pixels, at each device pixel ratio: the ratio is fixed when a program starts, so
// this one starts itself again for each.
#include "desktop/DesktopCanvas.h"

#include "rfb/Framebuffer.h"

#include "support/OwnDisplay.h"
#include "support/TestTools.h"

#include <QApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QScreen>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto insideVariable = "PORTLIGHT_PIXELS_INSIDE";
/// At 125 % and 150 % neither lies on a whole device pixel.
constexpr QPoint canvasPlace(13, 7);
constexpr QSize canvasSize(331, 243);

/// The largest of all channels of all pixels.
int difference(const QImage &a, const QImage &b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            most = std::max({most, std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                             std::abs(qBlue(one) - qBlue(other))});
        }
    }
    return most;
}

} // namespace

/// The checks, at the ratio of this process.
class PixelChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void originalIsExact_data();
    void originalIsExact();
    void integerIsExact();
    void fitOfTheSameSizeIsExact();
    void onlyWhatChangedIsPaintedAnew();
    void pointerIsOnThePixelBelowIt_data();
    void pointerIsOnThePixelBelowIt();
    void fittedPointerReachesTheCorners();

private:
    void show(QSize guest, ScaleMode mode);
    [[nodiscard]] QImage seen();
    [[nodiscard]] QPoint guestAt(QPoint devicePixel) const;
    [[nodiscard]] QPoint corner() const { return (QPointF(canvasPlace) * m_ratio).toPoint(); }
    [[nodiscard]] QSize deviceSize() const
    {
        const QPoint end = (QPointF(canvasPlace + QPoint(canvasSize.width(), canvasSize.height())) * m_ratio).toPoint();
        return {end.x() - corner().x(), end.y() - corner().y()};
    }
    /// Every pixel of the canvas that shows the picture shows the right one, enlarged `times`; the others none of it.
    void compare(int times);

    qreal m_ratio = 1;
    rfb::Framebuffer m_pixels;
    SharedFramebufferPointer m_framebuffer;
    std::unique_ptr<QWidget> m_window;
    DesktopCanvas *m_canvas = nullptr;
};

void PixelChecks::init()
{
    m_ratio = qEnvironmentVariable("QT_SCALE_FACTOR").toDouble();
    m_framebuffer = std::make_shared<SharedFramebuffer>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(400, 300);
    m_canvas = new DesktopCanvas(m_window.get());
    m_canvas->setGeometry(QRect(canvasPlace, canvasSize));
}

void PixelChecks::show(QSize guest, ScaleMode mode)
{
    m_pixels = {};
    QVERIFY(m_pixels.resize(guest));
    QRandomGenerator random(4711);
    for (int y = 0; y < guest.height(); ++y) {
        for (int x = 0; x < guest.width(); ++x)
            m_pixels.row(y)[x] = 0xff000000U | random.generate();
    }
    m_framebuffer->setSource(&m_pixels);
    m_canvas->setScaleMode(mode);
    m_canvas->setFramebuffer(m_framebuffer);
    m_canvas->setGuestSize(guest);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(m_canvas->devicePixelRatioF(), m_ratio);
}

/// The window's real pixels, as the window system got them.
QImage PixelChecks::seen()
{
    QCoreApplication::processEvents();
    QImage image =
        m_window->screen()->grabWindow(m_window->winId(), 0, 0, m_window->width(), m_window->height()).toImage();
    image.setDevicePixelRatio(1);
    return image.convertToFormat(QImage::Format_RGB32);
}

QPoint PixelChecks::guestAt(QPoint devicePixel) const
{
    // As Qt does it: the window system's whole number divided by the ratio, then made the widget's own.
    return m_canvas->transform().toGuest(QPointF(devicePixel) / m_ratio - QPointF(canvasPlace));
}

void PixelChecks::compare(int times)
{
    const QImage image = seen();
    QCOMPARE(image.size(), (QSizeF(m_window->size()) * m_ratio).toSize());
    const QRect target = m_canvas->transform().target().translated(corner());
    QCOMPARE(target.size(), m_pixels.size() * times);
    // Qt may cut a widget's last row and column where they end between two pixels.
    const QRect visible = QRect(corner(), deviceSize()).adjusted(1, 1, -1, -1);
    int compared = 0;
    for (int y = visible.top(); y <= visible.bottom(); ++y) {
        for (int x = visible.left(); x <= visible.right(); ++x) {
            if (!target.contains(x, y))
                continue;
            const QPoint guest((x - target.x()) / times, (y - target.y()) / times);
            if (image.pixel(x, y) != m_pixels.pixel(guest.x(), guest.y()))
                QFAIL(qPrintable(u"Pixel %1, %2 is %3 and not %4 of the guest's %5, %6."_s.arg(x)
                                     .arg(y)
                                     .arg(image.pixel(x, y), 0, 16)
                                     .arg(m_pixels.pixel(guest.x(), guest.y()), 0, 16)
                                     .arg(guest.x())
                                     .arg(guest.y())));
            ++compared;
        }
    }
    QVERIFY(compared > 10'000);
}

void PixelChecks::originalIsExact_data()
{
    QTest::addColumn<QSize>("guest");
    QTest::newRow("smaller") << QSize(200, 151);
    QTest::newRow("larger") << QSize(1000, 801);
    QTest::newRow("only wider") << QSize(1000, 151);
}

void PixelChecks::originalIsExact()
{
    QFETCH(QSize, guest);
    show(guest, ScaleMode::Original);
    compare(1);
}

void PixelChecks::integerIsExact()
{
    show({97, 71}, ScaleMode::Integer);
    const int times = std::min(deviceSize().width() / 97, deviceSize().height() / 71);
    QVERIFY(times >= 3);
    compare(times);
}

void PixelChecks::fitOfTheSameSizeIsExact()
{
    show(deviceSize(), ScaleMode::Fit);
    compare(1);
}

void PixelChecks::onlyWhatChangedIsPaintedAnew()
{
    for (const ScaleMode mode : {ScaleMode::Original, ScaleMode::Integer, ScaleMode::Fit}) {
        show({151, 101}, mode);
        const QImage before = seen();
        // Two pixels change, but only one is told: the other must not be painted.
        m_pixels.row(50)[60] ^= 0xffffff;
        m_pixels.row(90)[140] ^= 0xffffff;
        m_canvas->markChanged({60, 50, 1, 1});
        const QImage after = seen();
        const QRect target = m_canvas->transform().target().translated(corner());
        const double scale = m_canvas->transform().scale();
        const auto middle = [&](int x, int y) {
            return target.topLeft() + QPoint(int((x + 0.5) * scale), int((y + 0.5) * scale));
        };
        QVERIFY(before.pixel(middle(60, 50)) != after.pixel(middle(60, 50)));
        QCOMPARE(after.pixel(middle(140, 90)), before.pixel(middle(140, 90)));
        // What was painted in part is what is painted as a whole.
        m_pixels.row(90)[140] ^= 0xffffff;
        m_canvas->update();
        // Smoothed, a rounding apart at the rim of the part.
        QVERIFY(difference(seen(), after) <= (mode == ScaleMode::Fit ? 1 : 0));
    }
}

void PixelChecks::pointerIsOnThePixelBelowIt_data()
{
    QTest::addColumn<QSize>("guest");
    QTest::addColumn<ScaleMode>("mode");
    QTest::newRow("original, smaller") << QSize(200, 151) << ScaleMode::Original;
    QTest::newRow("original, larger") << QSize(1000, 801) << ScaleMode::Original;
    QTest::newRow("integer") << QSize(97, 71) << ScaleMode::Integer;
}

void PixelChecks::pointerIsOnThePixelBelowIt()
{
    QFETCH(QSize, guest);
    QFETCH(ScaleMode, mode);
    show(guest, mode);
    const QImage image = seen();
    const QRect visible = QRect(corner(), deviceSize()).adjusted(1, 1, -1, -1);
    const QRect target = m_canvas->transform().target().translated(corner()) & visible;
    for (int y = target.top(); y <= target.bottom(); ++y) {
        for (int x = target.left(); x <= target.right(); ++x) {
            const QPoint position = guestAt({x, y});
            if (m_pixels.pixel(position.x(), position.y()) != image.pixel(x, y))
                QFAIL(qPrintable(u"Over pixel %1, %2 the pointer is at the guest's %3, %4."_s.arg(x)
                                     .arg(y)
                                     .arg(position.x())
                                     .arg(position.y())));
        }
    }
}

void PixelChecks::fittedPointerReachesTheCorners()
{
    show({1920, 1080}, ScaleMode::Fit);
    const QRect target = m_canvas->transform().target().translated(corner());
    QCOMPARE(guestAt(target.topLeft()), QPoint(0, 0));
    QCOMPARE(guestAt(target.bottomRight()), QPoint(1919, 1079));
    for (int x = target.left(); x <= target.right(); ++x) {
        // Within what this pixel shows of the guest, or next to it.
        const double first = double(x - target.left()) * 1920 / target.width();
        const double behind = double(x + 1 - target.left()) * 1920 / target.width();
        const int position = guestAt({x, target.top()}).x();
        QVERIFY(position >= int(first) && position <= int(behind));
    }
}

class DesktopPixelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ratio_data();
    void ratio();
};

void DesktopPixelsTest::initTestCase()
{
    PORTLIGHT_NEED_PROGRAM(u"Xvfb"_s);
    QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
}

void DesktopPixelsTest::ratio_data()
{
    QTest::addColumn<QString>("ratio");
    for (const char *ratio : {"1", "1.25", "1.5", "1.75", "2"})
        QTest::newRow(ratio) << QString::fromLatin1(ratio);
}

void DesktopPixelsTest::ratio()
{
    QFETCH(QString, ratio);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(insideVariable), u"1"_s);
    environment.insert(u"QT_SCALE_FACTOR"_s, ratio);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), QStringList());
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray output = process.readAll();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, output.constData());
    QVERIFY2(output.contains(" passed, 0 failed"), output.constData());
}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsSet(insideVariable)) {
        QApplication application(argc, argv);
        PixelChecks checks;
        return QTest::qExec(&checks, argc, argv);
    }
    OwnDisplay display;
    display.start();
    QApplication application(argc, argv);
    DesktopPixelsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "DesktopPixelsTest.moc"
