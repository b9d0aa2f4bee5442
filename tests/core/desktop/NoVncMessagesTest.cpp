// SPDX-License-Identifier: GPL-3.0-or-later
#include "PictureDifference.h"
#include "StrictProgram.h"
#include "Viewer.h"
#include "support/FakeRfbServer.h"
#include "support/NoVncPage.h"
#include "support/StrictSession.h"
#include "support/TestTools.h"

#include <QImage>
#include <QTest>

using namespace portlight;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

using rfb::Encoding;

namespace {

constexpr quint16 httpPort = 5987;
constexpr int patience = 20'000; // milliseconds
constexpr int patches = 3;       // TightPNG, Raw, JPEG, after the whole picture in JPEG
constexpr double jpegLoss = 3;   // of a component, in the mean

/// What the strict server shows after that many keys.
QImage changedDesktop(int changes)
{
    QImage desktop = FakeRfbServer::desktop().convertToFormat(QImage::Format_RGB32);
    for (int number = 1; number <= changes; ++number)
        (void)StrictSession::paintPatch(desktop, number);
    return desktop;
}

QImage shownBy(const Viewer &viewer)
{
    const rfb::Framebuffer &framebuffer = viewer.client().framebuffer();
    const QSize size = framebuffer.size();
    return QImage(reinterpret_cast<const uchar *>(framebuffer.row(0)), size.width(), size.height(), size.width() * 4,
                  QImage::Format_RGB32)
        .copy();
}

/// Empty when it is the desktop after all patches: those in TightPNG and Raw to the pixel, the rest but for JPEG's
/// loss.
QString faultOf(const QImage &shown)
{
    const QImage truth = changedDesktop(patches);
    const double loss = meanDifference(shown, truth);
    if (loss > jpegLoss)
        return u"%1 off in the mean"_s.arg(loss);
    QImage scratch = truth;
    for (int number = 1; number <= patches; ++number) {
        const QRect patch = StrictSession::paintPatch(scratch, number);
        const double off = meanDifference(shown.copy(patch), truth.copy(patch));
        if (off > (number < patches ? 0 : jpegLoss))
            return u"patch %1 is %2 off"_s.arg(number).arg(off);
    }
    return {};
}

auto messageOf(const QString &kind, const QString &field, const QJsonValue &value)
{
    return [=](const QJsonObject &message) {
        return message[u"message"_s] == kind && message[field] == value;
    };
}

} // namespace

/// The messages and pictures that no server of Debian's speaks: noVNC's current release in a browser and our client
/// get along with the strict server, and show what it has.
class NoVncMessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void browserGetsAlong();
    void weGetAlong();

private:
    QImage m_theirs;
};

void NoVncMessagesTest::initTestCase()
{
    PORTLIGHT_NEED_ALL(NoVncPage::missingParts());
}

void NoVncMessagesTest::browserGetsAlong()
{
    StrictProgram server;
    const quint16 port = server.start({});
    QVERIFY(port != 0);
    NoVncPage page;
    const QString problem = page.open(NoVncPage::npmFolder(), httpPort, u"ws://127.0.0.1:%1"_s.arg(port));
    QVERIFY2(problem.isEmpty(), qPrintable(problem + u' ' + QString::fromUtf8(server.said())));
    Chromium &browser = page.browser();
    QVERIFY2(server.hears(messageOf(u"fence"_s, u"request"_s, false)), server.said().constData());
    QVERIFY2(server.hears(messageOf(u"continuous-updates"_s, u"on"_s, true)), server.said().constData());
    QCOMPARE(browser.waitFor(u"window.clipboard"_s, StrictSession::clipboardText()), QString());

    // Keys with their scan codes; each changes a patch of the picture.
    (void)browser.evaluate(u"for (const down of [true, false, true]) rfb.sendKey(0xffe4, 'ControlRight', down)"_s);
    QVERIFY2(server.hears(messageOf(u"key"_s, u"code"_s, 0x9d)), server.said().constData());
    QString fault;
    QElapsedTimer clock;
    clock.start();
    do {
        m_theirs = page.picture();
        fault = faultOf(m_theirs);
    } while (!fault.isEmpty() && clock.elapsed() < patience);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QCOMPARE(browser.evaluate(u"window.decoded.sort((one, other) => one - other).join()"_s).toString(), u"-260,0,21"_s);

    // Back is the eighth button, which the usual message has no bit for.
    (void)browser.evaluate(uR"((() => {
        const canvas = document.querySelector('canvas');
        const corner = canvas.getBoundingClientRect();
        for (const type of ['mousedown', 'mouseup'])
            canvas.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button: 3,
                buttons: type === 'mousedown' ? 8 : 0, clientX: corner.left + 20, clientY: corner.top + 30 }));
    })())"_s);
    const auto isBack = [](const QJsonObject &message) {
        return message == QJsonObject{{u"message"_s, u"pointer"_s}, {u"x"_s, 20}, {u"y"_s, 30}, {u"buttons"_s, 0x80}};
    };
    QVERIFY2(server.hears(isBack), server.said().constData());
    QVERIFY2(server.hears(messageOf(u"pointer"_s, u"buttons"_s, 0)), server.said().constData());

    const QString text = u"für den Gast €\n漢字"_s;
    (void)browser.evaluate(u"rfb.clipboardPasteFrom('für den Gast €\\n漢字')"_s);
    QVERIFY2(server.hears(messageOf(u"clipboard"_s, u"content"_s, text)), server.said().constData());
    const QByteArray said = server.stop();
    QVERIFY2(!said.contains("problem"), said.constData());
}

void NoVncMessagesTest::weGetAlong()
{
    StrictProgram server;
    const quint16 port = server.start({u"--tcp"_s});
    QVERIFY(port != 0);
    rfb::ClientSettings settings;
    settings.qualityLevel = 6;
    Viewer viewer(port, settings);
    QString problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const auto hears = [&](const auto &condition) {
        bool isHeard = false;
        problem = viewer.pumpUntil([&] { return isHeard = isHeard || server.hasHeard(condition); });
        return isHeard;
    };
    QVERIFY2(hears(messageOf(u"fence"_s, u"request"_s, false)), server.said().constData());
    QVERIFY2(hears(messageOf(u"continuous-updates"_s, u"on"_s, true)), server.said().constData());
    for (const bool down : {true, false, true})
        viewer.client().sendKey(0xffe4, 0xe01d, down);
    QVERIFY2(hears(messageOf(u"key"_s, u"code"_s, 0x9d)), server.said().constData());
    problem = viewer.pumpUntil([&] { return faultOf(shownBy(viewer)).isEmpty(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem + u' ' + faultOf(shownBy(viewer))));
    for (const Encoding encoding : {Encoding::Jpeg, Encoding::TightPng, Encoding::Raw})
        QVERIFY2(viewer.encodings().contains(encoding), qPrintable(QString::number(qint32(encoding))));
    // Two decoders may round differently, no more.
    QVERIFY2(meanDifference(shownBy(viewer), m_theirs) < 1,
             qPrintable(QString::number(meanDifference(shownBy(viewer), m_theirs))));
    viewer.client().sendPointer({20, 30}, 0x80);
    QVERIFY2(hears(messageOf(u"pointer"_s, u"buttons"_s, 0x80)), server.said().constData());
    const QByteArray said = server.stop();
    QVERIFY2(!said.contains("problem"), said.constData());
}

QTEST_GUILESS_MAIN(NoVncMessagesTest)
#include "NoVncMessagesTest.moc"
