// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecoderTesting.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ClientSettings smallSettings()
{
    ClientSettings settings = serverFormatSettings();
    settings.limits.maximumWidth = 600;
    settings.limits.maximumHeight = 600;
    return settings;
}

} // namespace

/// However the network splits the bytes, the result is the same: on the fuzzers' inputs, what they once found among
/// them.
class SplitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameInAllPieces_data();
    void sameInAllPieces();
    void decodesTheCorpus();
};

void SplitTest::sameInAllPieces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QDir sessions(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/fuzz/corpus/rfb"));
    for (const QString &name : sessions.entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << contents(sessions.filePath(name)).sliced(1);
    const QDir messages(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/fuzz/corpus/rfb-decoder"));
    for (const QString &name : messages.entryList(QDir::Files)) {
        const QByteArray input = contents(messages.filePath(name));
        const QSize size(quint8(input.at(1)) + 1, quint8(input.at(2)) + 1);
        QTest::newRow(qPrintable(name)) << WireBytes().handshake(size, {}).bytes(input.sliced(4)).take();
    }
}

void SplitTest::sameInAllPieces()
{
    QFETCH(QByteArray, bytes);
    const Playback whole = playBothWays(bytes, smallSettings(), true);
    for (quint32 seed = 0; seed < 30; ++seed) {
        QRandomGenerator random(seed);
        const int largest = 2 << random.bounded(10);
        const Playback split = play(
            bytes, smallSettings(), [&](qsizetype) { return 1 + random.bounded(largest); }, true);
        QVERIFY2(split == whole, qPrintable(u"seed %1: %2, whole: %3"_s.arg(seed).arg(split.text(), whole.text())));
    }
}

/// The session with every encoding in it is a good one: it must reach its end.
void SplitTest::decodesTheCorpus()
{
    const QByteArray bytes =
        contents(QStringLiteral(PORTLIGHT_SOURCE_DIR "/tests/fuzz/corpus/rfb/everything")).sliced(1);
    const Playback playback = playBothWays(bytes);
    QVERIFY2(playback.failureId.isEmpty(), qPrintable(playback.text()));
    QVERIFY(playback.events.count(u"update"_s) > 20);
    QVERIFY(playback.events.contains(u"name name"_s));
}

QTEST_GUILESS_MAIN(SplitTest)
#include "SplitTest.moc"
