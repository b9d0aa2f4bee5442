// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealServer.h"
#include "Viewer.h"
#include "desktop/DesktopSession.h"
#include "desktop/RecordingPlayer.h"
#include "desktop/ReplayDecoder.h"
#include "desktop/SessionRecorder.h"
#include "desktop/TargetParser.h"
#include "hosts/LocalHost.h"
#include "support/TestTools.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace portlight;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using rfb::Encoding;

namespace {

constexpr QSize screenSize(640, 400);
constexpr int firstDisplay = 80;
constexpr int places = 20;

QImage picture(const rfb::Framebuffer &framebuffer)
{
    return QImage(framebuffer.bytes(), framebuffer.width(), framebuffer.height(), framebuffer.stride(),
                  QImage::Format_RGB32)
        .copy();
}

bool never()
{
    return false;
}

} // namespace

/// A session with a real server is recorded from its middle on, played back, and looked at in any place.
class RecordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void endsWithTheSamePicture_data();
    void endsWithTheSamePicture();
    void showsTheSameAfterSeeking();
    void playsInTheRightTime();
    void aSessionTellsWhatItRecords();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name + u".plrec"_s); }
    /// Records while the xterm scrolls; the picture at the end.
    void record(quint16 port, const rfb::ClientSettings &settings, const QString &name, QImage *end);

    QTemporaryDir m_folder;
    std::unique_ptr<RealServer> m_server;
    quint16 m_x11vncPort = 0;
};

void RecordingTest::initTestCase()
{
    PORTLIGHT_NEED_ALL(notInstalled({u"Xvnc"_s, u"x11vnc"_s, u"xterm"_s, u"xwud"_s, u"xwd"_s}));
    m_server = std::make_unique<RealServer>();
    const QString problem = m_server->start(screenSize, firstDisplay);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_server->showPicture(XwdImage::variedPicture({240, 200}), {390, 20}));
    // Scrolls for ever, with colours.
    m_server->run(u"xterm"_s, {u"-geometry"_s, u"60x24+0+0"_s, u"-e"_s, u"sh"_s, u"-c"_s,
                               u"i=0; while :; do i=$((i+1)); printf '\\033[3%dm%d %s\\n' $((i%8)) $i "
                               "'the quick brown fox'; sleep 0.02; done"_s});
    m_x11vncPort = m_server->startX11vnc();
    QVERIFY(m_x11vncPort != 0);
}

void RecordingTest::cleanupTestCase()
{
    m_server.reset();
}

void RecordingTest::record(quint16 port, const rfb::ClientSettings &settings, const QString &name, QImage *end)
{
    Viewer viewer(port, settings);
    QString problem = viewer.pumpUntil([&] { return viewer.client().isComplete(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    viewer.takePointer({300, 390});
    const quint64 before = viewer.client().updateCount();
    problem = viewer.pumpUntil([&] { return viewer.client().updateCount() > before + 5; });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));

    auto recorder = SessionRecorder::start(file(name), viewer.client(), {200ms, 1'000'000, 1});
    QVERIFY2(recorder.has_value(), recorder ? "" : qPrintable(recorder.error().text()));
    QSignalSpy finished(recorder->get(), &SessionRecorder::finished);
    QElapsedTimer clock;
    clock.start();
    // Long enough for several keyframes, and the last word is a whole message's.
    quint64 updates = viewer.client().updateCount();
    problem = viewer.pumpUntil([&] {
        const bool isWhole = viewer.client().updateCount() != updates;
        updates = viewer.client().updateCount();
        return clock.elapsed() > 800 && isWhole;
    });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    *end = picture(viewer.client().framebuffer());
    (*recorder)->stop();
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().toString(), QString());
    for (const Encoding encoding : settings.encodings) {
        if (qint32(encoding) >= 0)
            QVERIFY2(viewer.encodings().contains(encoding), qPrintable(rfb::encodingName(qint32(encoding))));
    }
}

void RecordingTest::endsWithTheSamePicture_data()
{
    QTest::addColumn<bool>("x11vnc");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("bits");
    for (const Encoding encoding : {Encoding::Raw, Encoding::Hextile, Encoding::Tight, Encoding::Zrle}) {
        for (const int bits : {32, 16, 8})
            QTest::addRow("Xvnc, %s, %d", qPrintable(rfb::encodingName(qint32(encoding))), bits)
                << false << int(encoding) << bits;
    }
    for (const Encoding encoding : {Encoding::Zlib, Encoding::Tight, Encoding::Zrle})
        QTest::addRow("x11vnc, %s", qPrintable(rfb::encodingName(qint32(encoding)))) << true << int(encoding) << 32;
}

/// Recorded from the middle on: the zlib streams are taken up where they were.
void RecordingTest::endsWithTheSamePicture()
{
    QFETCH(bool, x11vnc);
    QFETCH(int, encoding);
    QFETCH(int, bits);
    rfb::ClientSettings settings;
    settings.encodings = {Encoding(encoding), Encoding::Cursor, Encoding::LastRect};
    settings.pixelFormat = bits == 32   ? rfb::PixelFormat::native()
                           : bits == 16 ? rfb::PixelFormat::rgb565()
                                        : rfb::PixelFormat::bgr233();
    const QString name = u"end-%1-%2-%3"_s.arg(x11vnc).arg(encoding).arg(bits);
    QImage end;
    record(x11vnc ? m_x11vncPort : m_server->port(), settings, name, &end);
    if (QTest::currentTestFailed())
        return;

    const auto framebuffer = std::make_shared<SharedFramebuffer>();
    ReplayDecoder decoder(framebuffer);
    QVERIFY(decoder.openFile(file(name)));
    QCOMPARE(decoder.open(false), ReplayDecoder::Problem::None);
    QVERIFY(framebuffer->copy() != end); // the recording's beginning is another picture
    QVERIFY(decoder.advance(decoder.duration(), never));
    QCOMPARE(framebuffer->copy(), end);
    QVERIFY(!decoder.damage());
    // Taken up at the last keyframe.
    ReplayDecoder late(framebuffer);
    QVERIFY(late.openFile(file(name)));
    QCOMPARE(late.open(false), ReplayDecoder::Problem::None);
    QVERIFY(late.seek(late.duration(), never));
    QCOMPARE(framebuffer->copy(), end);
}

void RecordingTest::showsTheSameAfterSeeking()
{
    rfb::ClientSettings settings;
    settings.encodings = {Encoding::CopyRect, Encoding::Tight,  Encoding::Zrle,
                          Encoding::Hextile,  Encoding::Cursor, Encoding::LastRect};
    settings.encodings.removeOne(Encoding::Zrle); // Xvnc uses the first that it knows
    settings.encodings.removeOne(Encoding::Hextile);
    QImage end;
    record(m_server->port(), settings, u"seek"_s, &end);
    if (QTest::currentTestFailed())
        return;

    const auto framebuffer = std::make_shared<SharedFramebuffer>();
    ReplayDecoder straight(framebuffer);
    QVERIFY(straight.openFile(file(u"seek"_s)));
    QCOMPARE(straight.open(false), ReplayDecoder::Problem::None);
    QMap<qint64, QImage> pictures;
    for (int i = 0; i <= places; ++i) {
        const auto time = straight.duration() * i / places;
        QVERIFY(straight.advance(time, never));
        pictures.insert(time.count(), framebuffer->copy());
    }
    QVERIFY(pictures.first() != pictures.last());

    const auto other = std::make_shared<SharedFramebuffer>();
    ReplayDecoder seeking(other);
    QVERIFY(seeking.openFile(file(u"seek"_s)));
    QCOMPARE(seeking.open(false), ReplayDecoder::Problem::None);
    QList<qint64> times = pictures.keys();
    QRandomGenerator random(4);
    std::shuffle(times.begin(), times.end(), random);
    for (const qint64 time : times) {
        QVERIFY(seeking.seek(std::chrono::microseconds(time), never));
        QVERIFY2(other->copy() == pictures.value(time), qPrintable(QString::number(time)));
    }
    // Somebody loses interest on the way: the picture stays what it was.
    QVERIFY(seeking.seek(seeking.duration(), never));
    int asked = 0;
    QVERIFY(!seeking.seek(seeking.duration() / 2, [&asked] { return ++asked > 1; }));
    QCOMPARE(other->copy(), end);
    QVERIFY(seeking.seek(std::chrono::microseconds(pictures.firstKey()), never));
    QCOMPARE(other->copy(), pictures.first());
}

void RecordingTest::playsInTheRightTime()
{
    rfb::ClientSettings settings;
    QImage end;
    settings.encodings = {Encoding::Zrle, Encoding::Cursor, Encoding::DesktopName};
    record(m_server->port(), settings, u"play"_s, &end);
    if (QTest::currentTestFailed())
        return;

    using State = RecordingPlayer::State;
    RecordingPlayer player;
    QSignalSpy states(&player, &RecordingPlayer::stateChanged);
    QSignalSpy positions(&player, &RecordingPlayer::positionChanged);
    QSignalSpy sizes(&player, &RecordingPlayer::resized);
    QSignalSpy names(&player, &RecordingPlayer::nameChanged);
    QSignalSpy cursors(&player, &RecordingPlayer::cursorChanged);
    player.open(file(u"play"_s));
    QCOMPARE(player.state(), State::Opening);
    QTRY_COMPARE(player.state(), State::Paused);
    QVERIFY(player.duration() >= 800);
    QCOMPARE(player.damage(), QString());
    QVERIFY(std::abs(player.recordedAt().secsTo(QDateTime::currentDateTime())) < 60);
    QTRY_COMPARE(sizes.size(), 1);
    QCOMPARE(sizes.first().first().toSize(), screenSize);
    QCOMPARE(names.size(), 1);
    QCOMPARE(cursors.size(), 1);
    const QImage begin = player.framebuffer()->copy();
    QVERIFY(begin != end);

    QElapsedTimer clock;
    clock.start();
    player.setSpeed(2);
    player.play();
    QTRY_COMPARE(player.state(), State::Finished);
    QVERIFY2(clock.elapsed() >= player.duration() / 2 - 20, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(player.position(), player.duration());
    QVERIFY(positions.size() >= 5);
    QCOMPARE(player.framebuffer()->copy(), end);

    player.seek(0);
    QTRY_COMPARE(player.state(), State::Paused);
    QTRY_COMPARE(player.position(), 0);
    // Only the last of many orders counts, and each one is answered at once.
    for (int i = 0; i < 50; ++i)
        player.seek(i * 20);
    player.seek(player.duration() + 5000);
    QTRY_COMPARE(player.position(), player.duration());
    QCOMPARE(player.framebuffer()->copy(), end);

    player.seek(0);
    QTRY_COMPARE(player.position(), 0);
    player.setSpeed(1);
    player.play();
    QTRY_VERIFY(player.position() > 200);
    player.pause();
    QTRY_COMPARE(player.state(), State::Paused);
    const qint64 position = player.position();
    QVERIFY(position < player.duration());
    QTest::qWait(150);
    QCOMPARE(player.position(), position);
    player.close();
    QCOMPARE(player.state(), State::Closed);
    QTRY_VERIFY(player.framebuffer()->copy().isNull());
}

void RecordingTest::aSessionTellsWhatItRecords()
{
    DesktopSession session;
    QSignalSpy changes(&session, &DesktopSession::recordingChanged);
    session.startRecording(file(u"session"_s));
    QCOMPARE(changes.takeFirst(), QVariantList({QString(), u"The desktop is not connected; nothing is recorded."_s}));
    QVERIFY(!QFile::exists(file(u"session"_s)));

    const auto target = TargetParser::parse(u"vnc://127.0.0.1:%1"_s.arg(m_server->port()));
    QVERIFY(target);
    session.open(*target, std::make_shared<LocalHost>());
    QTRY_COMPARE(session.state(), DesktopSession::State::Live);
    session.startRecording(file(u"session"_s));
    QCOMPARE(changes.takeFirst(), QVariantList({file(u"session"_s), QString()}));
    QTest::qWait(400);
    session.stopRecording();
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.takeFirst(), QVariantList({QString(), QString()}));

    session.startRecording(file(u"session"_s));
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes.takeFirst().at(1).toString().startsWith(u"There is a file "_s));

    // The end of the connection is the end of the recording, which is whole then.
    session.startRecording(file(u"closed"_s));
    QCOMPARE(changes.takeFirst().first().toString(), file(u"closed"_s));
    QTest::qWait(200);
    session.close();
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.takeFirst(), QVariantList({QString(), QString()}));
    for (const QString &name : {u"session"_s, u"closed"_s}) {
        const auto framebuffer = std::make_shared<SharedFramebuffer>();
        ReplayDecoder decoder(framebuffer);
        QVERIFY(decoder.openFile(file(name)));
        QCOMPARE(decoder.open(false), ReplayDecoder::Problem::None);
        QVERIFY(decoder.advance(decoder.duration(), never));
        QVERIFY(!decoder.damage());
        QCOMPARE(framebuffer->copy().size(), screenSize);
    }
}

QTEST_MAIN(RecordingTest)
#include "RecordingTest.moc"
