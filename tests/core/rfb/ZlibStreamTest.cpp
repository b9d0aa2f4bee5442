// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/ZlibStream.h"
#include "Deflater.h"

#include <QRandomGenerator>
#include <QTest>

#include <memory>

using namespace portlight::rfb;
using namespace portlight::rfb::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

using Inflater = std::unique_ptr<RawInflater> (*)();

/// Repeats and noise: all kinds of blocks and distances up to the window's size.
QByteArray material(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes;
    while (bytes.size() < size) {
        if (bytes.size() > 100 && random.bounded(3) > 0) {
            const qsizetype distance = 1 + random.bounded(int(std::min<qsizetype>(bytes.size(), 32768)));
            const qsizetype count = 3 + random.bounded(400);
            for (qsizetype i = 0; i < count; ++i)
                bytes += bytes.at(bytes.size() - distance);
        } else {
            for (int i = random.bounded(300); i >= 0; --i)
                bytes += char(random.bounded(random.bounded(2) ? 256 : 4));
        }
    }
    return bytes;
}

struct Unpacked
{
    QByteArray bytes;
    bool valid = true;
    bool operator==(const Unpacked &) const = default;
};

/// In pieces of at most so many bytes in and out.
Unpacked unpack(RawInflater &inflater, QByteArrayView packed, qsizetype in, qsizetype out)
{
    Unpacked result;
    QByteArray room(out, Qt::Uninitialized);
    for (qsizetype at = 0; result.valid;) {
        const qsizetype count = std::min(in, packed.size() - at);
        const auto step = inflater.inflate(packed.sliced(at, count), reinterpret_cast<uchar *>(room.data()), out);
        result.bytes += room.first(step.produced);
        result.valid = step.valid;
        at += step.used;
        if (at == packed.size() && step.produced < out)
            break;
        if (step.used == 0 && step.produced == 0 && count > 0)
            break;
    }
    return result;
}

} // namespace

/// Both ways to inflate do the same, in all pieces, and go on from a dictionary.
class ZlibStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacks_data();
    void unpacks();
    void goesOnFromADictionary_data() { unpacks_data(); }
    void goesOnFromADictionary();
    void hasNoDictionaryWithinABlock_data() { unpacks_data(); }
    void hasNoDictionaryWithinABlock();
    void findsDamageInAllPieces_data() { unpacks_data(); }
    void findsDamageInAllPieces();
    void checksHeaders();
    void endsOnce();
};

void ZlibStreamTest::unpacks_data()
{
    QTest::addColumn<Inflater>("create");
    QTest::newRow("zlib") << Inflater(RawInflater::withZlib);
    if (RawInflater::withIsal())
        QTest::newRow("ISA-L") << Inflater(RawInflater::withIsal);
}

void ZlibStreamTest::unpacks()
{
    QFETCH(Inflater, create);
    for (const int level : {0, 1, 6, 9}) {
        Deflater deflater(level);
        const QByteArray bytes = material(300'000, quint32(level));
        const QByteArray packed = deflater.pack(bytes).sliced(2);
        for (const auto &[in, out] :
             {std::pair{1 << 20, 1 << 20}, {1, 1 << 20}, {1 << 20, 1}, {7, 13}, {5000, 70'000}}) {
            const auto inflater = create();
            QVERIFY(inflater && inflater->restart({}));
            const Unpacked result = unpack(*inflater, packed, in, out);
            QVERIFY(result.valid);
            QVERIFY(result.bytes == bytes);
        }
    }
}

void ZlibStreamTest::goesOnFromADictionary()
{
    QFETCH(Inflater, create);
    Deflater deflater;
    const auto whole = create();
    const auto reference = RawInflater::withZlib();
    QVERIFY(whole->restart({}) && reference->restart({}));
    for (quint32 i = 0; i < 12; ++i) {
        const QByteArray bytes = material(i % 3 == 0 ? 90'000 : 500 * qsizetype(i), i / 2);
        const QByteArray packed = deflater.pack(bytes).sliced(i == 0 ? 2 : 0);
        std::optional<QByteArray> dictionary;
        if (i > 0) {
            dictionary = whole->dictionary();
            QVERIFY(dictionary && *dictionary == reference->dictionary());
            const auto resumed = create();
            QVERIFY(resumed->restart(*dictionary));
            QVERIFY(unpack(*resumed, packed, 1 << 20, 1 << 20).bytes == bytes);
        }
        QVERIFY(unpack(*whole, packed, 1 + qsizetype(i) * 777, 1 + qsizetype(i) * 999).bytes == bytes);
        QVERIFY(unpack(*reference, packed, 1 << 20, 1 << 20).bytes == bytes);
    }
}

void ZlibStreamTest::hasNoDictionaryWithinABlock()
{
    QFETCH(Inflater, create);
    Deflater deflater;
    const QByteArray packed = deflater.pack(material(50'000, 3)).sliced(2);
    const auto inflater = create();
    QVERIFY(inflater->restart({}));
    QVERIFY(unpack(*inflater, packed.first(packed.size() / 2), 1 << 20, 1 << 20).valid);
    QVERIFY(!inflater->dictionary());
}

/// Whatever is wrong with the data, the same comes out of any pieces.
void ZlibStreamTest::findsDamageInAllPieces()
{
    QFETCH(Inflater, create);
    Deflater deflater;
    // One that damage makes refer to what was before the beginning, and one in which it goes beyond the window.
    const QByteArray packed[] = {deflater.pack(material(9'000, 9)).sliced(2),
                                 Deflater().pack(material(120'000, 10)).sliced(2)};
    QRandomGenerator random(1);
    int damaged = 0;
    for (int round = 0; round < 300; ++round) {
        QByteArray broken = packed[round % 8 == 0];
        for (int i = random.bounded(3); i >= 0; --i)
            broken[random.bounded(int(broken.size()))] = char(random.bounded(256));
        QList<Unpacked> results;
        for (const auto &[in, out] : {std::pair{1 << 20, 1 << 20}, {1, 1 << 20}, {100, 50}}) {
            const auto inflater = create();
            QVERIFY(inflater->restart({}));
            results.append(unpack(*inflater, broken, in, out));
        }
        damaged += results.first().valid ? 0 : 1;
        for (const Unpacked &result : results) {
            QCOMPARE(result.valid, results.first().valid);
            QCOMPARE(result.bytes.size(), results.first().bytes.size());
            QVERIFY2(result == results.first(), qPrintable(u"round %1"_s.arg(round)));
        }
    }
    QVERIFY(damaged > 50);
}

void ZlibStreamTest::checksHeaders()
{
    for (const auto &[header, valid] : {std::pair{"789c", true},
                                        {"7801", true},
                                        {"789d", false},
                                        {"799b", false},
                                        {"8819", false},
                                        {"78bb", false}}) {
        const QByteArray bytes = QByteArray::fromHex(header);
        ZlibStream stream;
        ByteReader in(bytes);
        qsizetype limit = 2;
        uchar room = 0;
        QCOMPARE(stream.inflate(in, limit, &room, 1).valid, valid);
        QCOMPARE(stream.isUsed(), true);
    }
}

/// The check sum is skipped; what comes after it is wrong.
void ZlibStreamTest::endsOnce()
{
    const QByteArray packed = qCompress("abc", 3).sliced(4) + '!';
    for (const qsizetype size : {packed.size() - 1, packed.size()}) {
        ZlibStream stream;
        ByteReader in(QByteArrayView(packed).first(size));
        qsizetype limit = size;
        uchar room[10];
        const ZlibStream::Step step = stream.inflate(in, limit, room, sizeof room);
        QCOMPARE(step.produced, 3);
        QCOMPARE(step.valid, size == packed.size() - 1);
        QVERIFY(!stream.dictionary());
    }
}

QTEST_GUILESS_MAIN(ZlibStreamTest)
#include "ZlibStreamTest.moc"
