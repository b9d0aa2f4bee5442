// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/RecordingPlayer.h"
#include "desktop/ReplayDecoder.h"
#include "desktop/SessionRecorder.h"
#include "rfb/RecordingWriter.h"
#include "support/TestTools.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace Format = rfb::RecordingFormat;

namespace {

constexpr QSize size(40, 30);

rfb::Keyframe keyframe(quint32 colour)
{
    rfb::Keyframe result;
    result.size = size;
    result.name = u"a desktop"_s;
    result.isComplete = true;
    const QList<quint32> pixels(size.width() * size.height(), colour);
    result.pixels = QByteArray(reinterpret_cast<const char *>(pixels.constData()), pixels.size() * 4);
    return result;
}

/// An update of one solid Raw pixel row at the top, in the framebuffer's own format.
QByteArray update(quint32 colour)
{
    QByteArray bytes("\0\0\0\1\0\0\0\0", 8);
    char number[2];
    for (const int value : {size.width(), 1}) {
        qToBigEndian(quint16(value), number);
        bytes.append(number, 2);
    }
    bytes.append(4, '\0');
    char pixel[4];
    qToLittleEndian(colour, pixel);
    for (int x = 0; x < size.width(); ++x)
        bytes.append(pixel, 4);
    return bytes;
}

constexpr quint32 red = 0xffff0000;
constexpr quint32 green = 0xff00ff00;
constexpr quint32 blue = 0xff0000ff;
constexpr quint32 white = 0xffffffff;

/// Red; a row of green at 1 s; from 2 s on blue; a row of white at 3 s; 4 s long.
struct Sample
{
    QByteArray bytes;
    QList<qsizetype> blocks; ///< Where each begins.

    Sample()
    {
        rfb::RecordingWriter writer;
        bytes = rfb::RecordingWriter::begin(1'700'000'000'000);
        add(writer.keyframe(0s, Format::packKeyframe(keyframe(red))));
        add(writer.data(1s, update(green)));
        add(writer.keyframe(2s, Format::packKeyframe(keyframe(blue))));
        add(writer.data(3s, update(white)));
        add(writer.end(4s));
    }
    void add(const QByteArray &block)
    {
        blocks.append(bytes.size());
        bytes += block;
    }
};

/// What a Framebuffer of a running client holds; here a client that was never connected.
struct IdleClient
{
    rfb::ClientObserver observer;
    rfb::Client client{observer};
    IdleClient() { client.resume(keyframe(red)); }
};

bool never()
{
    return false;
}

} // namespace

/// Files of recordings: whole, cut off, damaged, foreign; and making them where it does not work.
class RecordingFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsSample();
    void playsUntilItWasCutOff_data();
    void playsUntilItWasCutOff();
    void everyCutIsToldAndHarmless();
    void damageIsToldAndPlayedAround();
    void damagedHeadersEndIt();
    void saysWhatIsNoRecording_data();
    void saysWhatIsNoRecording();
    void overwritesNothing();
    void saysWhereNothingCanBeWritten();
    void aFullDiskEndsIt();
    void recordsADesktopAtRest();
    void leavesClipboardTextsOut();

private:
    QString write(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"%1.plrec"_s.arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void RecordingFileTest::playsSample()
{
    const auto framebuffer = std::make_shared<SharedFramebuffer>();
    ReplayDecoder decoder(framebuffer);
    QVERIFY(decoder.openFile(write(Sample().bytes)));
    QCOMPARE(decoder.open(false), ReplayDecoder::Problem::None);
    QCOMPARE(decoder.duration(), ReplayDecoder::Time(4s));
    QCOMPARE(decoder.startedMilliseconds(), 1'700'000'000'000);
    const auto top = [&] {
        return framebuffer->copy().pixel(0, 0);
    };
    const auto rest = [&] {
        return framebuffer->copy().pixel(0, 1);
    };
    QCOMPARE(top(), red);
    QVERIFY(decoder.seek(1500ms, never));
    QCOMPARE(top(), green);
    QCOMPARE(rest(), red);
    // Played on, keyframes change nothing; jumped to, they are what is seen. A real one is both.
    QVERIFY(decoder.seek(3500ms, never));
    QCOMPARE(top(), white);
    QCOMPARE(rest(), blue);
    QVERIFY(decoder.seek(0s, never));
    QCOMPARE(top(), red);
    const ReplayDecoder::Changes changes = decoder.takeChanges();
    QCOMPARE(changes.size, std::optional(size));
    QCOMPARE(changes.name, std::optional(u"a desktop"_s));
    QCOMPARE(changes.area, QRect(QPoint(), size));
}

void RecordingFileTest::playsUntilItWasCutOff_data()
{
    QTest::addColumn<int>("block");
    QTest::addColumn<int>("more");
    QTest::addColumn<int>("seconds");
    QTest::newRow("without its end") << 4 << 0 << 3;
    QTest::newRow("in the end") << 4 << 10 << 3;
    QTest::newRow("in data") << 3 << 30 << 2;
    QTest::newRow("in a keyframe") << 2 << 40 << 1;
    QTest::newRow("after the first keyframe") << 1 << 0 << 0;
}

void RecordingFileTest::playsUntilItWasCutOff()
{
    QFETCH(int, block);
    QFETCH(int, more);
    QFETCH(int, seconds);
    const Sample sample;
    RecordingPlayer player;
    QSignalSpy failed(&player, &RecordingPlayer::failed);
    player.open(write(sample.bytes.first(sample.blocks.at(block) + more)));
    QTRY_COMPARE(player.state(), RecordingPlayer::State::Paused);
    QCOMPARE(player.duration(), seconds * 1000);
    QCOMPARE(player.damage(), u"The recording was cut off; it plays until 0:0%1."_s.arg(seconds));
    player.setSpeed(64);
    player.play();
    QTRY_COMPARE(player.state(), RecordingPlayer::State::Finished);
    QVERIFY(failed.isEmpty());
}

void RecordingFileTest::everyCutIsToldAndHarmless()
{
    const Sample sample;
    for (qsizetype length = 0; length < sample.bytes.size(); ++length) {
        ReplayDecoder decoder(std::make_shared<SharedFramebuffer>());
        QVERIFY(decoder.openFile(write(sample.bytes.first(length))));
        const ReplayDecoder::Problem problem = decoder.open(false);
        if (length < Format::headerSize)
            QCOMPARE(problem, ReplayDecoder::Problem::NotARecording);
        else if (length < sample.blocks.at(1))
            QCOMPARE(problem, ReplayDecoder::Problem::NothingInIt);
        else
            QCOMPARE(problem, ReplayDecoder::Problem::CutOff);
        if (problem == ReplayDecoder::Problem::CutOff)
            QVERIFY(decoder.advance(decoder.duration(), never));
        QFile::remove(m_folder.filePath(u"%1.plrec"_s.arg(m_files)));
    }
}

void RecordingFileTest::damageIsToldAndPlayedAround()
{
    Sample sample;
    sample.bytes[sample.blocks.at(1) + Format::blockHeaderSize + 3] ^= 1; // in the data of second 1
    RecordingPlayer player;
    player.open(write(sample.bytes));
    QTRY_COMPARE(player.state(), RecordingPlayer::State::Paused);
    QCOMPARE(player.damage(), QString());
    player.seek(1500);
    QTRY_COMPARE(player.position(), 1500);
    QCOMPARE(player.damage(), u"The recording is damaged at 0:01; something is missing there."_s);
    QCOMPARE(player.framebuffer()->copy().pixel(0, 0), red);
    player.setSpeed(64);
    player.play();
    QTRY_COMPARE(player.state(), RecordingPlayer::State::Finished);
    QCOMPARE(player.framebuffer()->copy().pixel(0, 0), white);
    QCOMPARE(player.framebuffer()->copy().pixel(0, 1), blue);
}

void RecordingFileTest::damagedHeadersEndIt()
{
    Sample sample;
    sample.bytes[sample.blocks.at(3) + 5] ^= 1;
    ReplayDecoder decoder(std::make_shared<SharedFramebuffer>());
    QVERIFY(decoder.openFile(write(sample.bytes)));
    QCOMPARE(decoder.open(false), ReplayDecoder::Problem::Damaged);
    QCOMPARE(decoder.duration(), ReplayDecoder::Time(2s));
}

void RecordingFileTest::saysWhatIsNoRecording_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const Sample sample;
    QByteArray newer = sample.bytes;
    newer[11] = 2;
    QTest::newRow("empty") << QByteArray() << u"%1 is no recording of a desktop."_s;
    QTest::newRow("other file") << QByteArray("\x89PNG\r\n\x1a\n and so on and so on and so on")
                                << u"%1 is no recording of a desktop."_s;
    QTest::newRow("newer") << newer << u"%1 was recorded by a newer version of Portlight."_s;
    QTest::newRow("only begun") << sample.bytes.first(sample.blocks.at(1) - 1)
                                << u"The recording %1 ends before its first picture."_s;
}

void RecordingFileTest::saysWhatIsNoRecording()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const QString path = write(bytes);
    RecordingPlayer player;
    QSignalSpy failed(&player, &RecordingPlayer::failed);
    player.open(path);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().toString(), sentence.arg(path));
    QCOMPARE(player.state(), RecordingPlayer::State::Failed);
    // And the player is good for another one.
    player.open(write(Sample().bytes));
    QTRY_COMPARE(player.state(), RecordingPlayer::State::Paused);
    player.open(m_folder.filePath(u"not-there.plrec"_s));
    QTRY_COMPARE(player.state(), RecordingPlayer::State::Failed);
    QVERIFY(failed.last().first().toString().startsWith(u"The recording "_s));
}

void RecordingFileTest::overwritesNothing()
{
    IdleClient idle;
    const QString path = write("precious");
    const auto recorder = SessionRecorder::start(path, idle.client);
    QVERIFY(!recorder);
    QCOMPARE(recorder.error().id, u"recording.exists"_s);
    QCOMPARE(recorder.error().summary, u"There is a file %1 already."_s.arg(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void RecordingFileTest::saysWhereNothingCanBeWritten()
{
    IdleClient idle;
    const QString path = m_folder.filePath(u"no/such/folder.plrec"_s);
    const auto recorder = SessionRecorder::start(path, idle.client);
    QVERIFY(!recorder);
    QCOMPARE(recorder.error().id, u"recording.unwritable"_s);
    QVERIFY2(recorder.error().summary.contains(path), qPrintable(recorder.error().summary));
}

/// Writes to /dev/full always fail for want of room, as on a full disk.
void RecordingFileTest::aFullDiskEndsIt()
{
    auto full = std::make_unique<QFile>(u"/dev/full"_s);
    if (!full->open(QIODevice::WriteOnly | QIODevice::Unbuffered | QIODevice::ExistingOnly))
        PORTLIGHT_SKIP(u"There is no /dev/full here."_s);
    IdleClient idle;
    SessionRecorder recorder(idle.client, {}, std::move(full));
    QSignalSpy finished(&recorder, &SessionRecorder::finished);
    QVERIFY(finished.wait());
    const QString problem = finished.first().first().toString();
    QCOMPARE(problem, u"The recording ended because /dev/full cannot be written: No space left on device."_s);
    recorder.stop();
    idle.client.receive(update(green)); // nobody listens any more
}

void RecordingFileTest::recordsADesktopAtRest()
{
    IdleClient idle;
    const QString path = m_folder.filePath(u"rest.plrec"_s);
    {
        auto recorder = SessionRecorder::start(path, idle.client);
        QVERIFY(recorder);
        QTest::qWait(100);
    }
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto framebuffer = std::make_shared<SharedFramebuffer>();
    ReplayDecoder decoder(framebuffer);
    QVERIFY(decoder.openFile(path));
    QCOMPARE(decoder.open(false), ReplayDecoder::Problem::None);
    QVERIFY(decoder.duration() >= 100ms);
    QCOMPARE(framebuffer->copy().pixel(0, 0), red);
}

/// In whatever pieces they come.
void RecordingFileTest::leavesClipboardTextsOut()
{
    const QByteArray secret = "correct horse battery staple";
    const QByteArray message = QByteArray("\3\0\0\0\0\0\0", 7) + char(secret.size()) + secret;
    for (const int piece : {1, 5, 1000}) {
        IdleClient idle;
        const QString path = m_folder.filePath(u"clipboard-%1.plrec"_s.arg(piece));
        {
            auto recorder = SessionRecorder::start(path, idle.client);
            QVERIFY(recorder);
            const QByteArray stream = update(green) + message + update(blue) + message + update(white);
            for (qsizetype at = 0; at < stream.size(); at += piece)
                idle.client.receive(QByteArrayView(stream).sliced(at, std::min<qsizetype>(piece, stream.size() - at)));
            QVERIFY(!idle.client.failure());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains(update(white).last(16)));
        QVERIFY(!bytes.contains(secret.first(7)));
        QVERIFY(!bytes.contains(secret.last(7)));
        const auto framebuffer = std::make_shared<SharedFramebuffer>();
        ReplayDecoder decoder(framebuffer);
        QVERIFY(decoder.openFile(path));
        QCOMPARE(decoder.open(false), ReplayDecoder::Problem::None);
        QVERIFY(decoder.advance(decoder.duration(), never));
        QVERIFY(!decoder.damage());
        QCOMPARE(framebuffer->copy().pixel(0, 0), white);
    }
}

QTEST_MAIN(RecordingFileTest)
#include "RecordingFileTest.moc"
