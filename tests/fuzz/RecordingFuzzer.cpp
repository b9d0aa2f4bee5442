// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzedClient.h"
#include "rfb/RecordingReader.h"
#include "rfb/RecordingWriter.h"

#include <QBuffer>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace portlight::rfb;

namespace {

constexpr int mostKeyframes = 4;

/// A keyframe's payload with this content.
QByteArray packed(QByteArrayView content)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(quint32(content.size()), bytes.data());
    uLongf size = compressBound(uLong(content.size()));
    bytes.resize(4 + qsizetype(size));
    compress2(reinterpret_cast<Bytef *>(bytes.data()) + 4, &size, reinterpret_cast<const Bytef *>(content.data()),
              uLong(content.size()), 1);
    bytes.truncate(4 + qsizetype(size));
    return bytes;
}

/// Check sums keep a fuzzer out; here its bytes become blocks that have the right ones: type, two bytes of length,
/// content, again and again.
QByteArray assembled(QByteArrayView input)
{
    RecordingWriter writer;
    QByteArray file = RecordingWriter::begin(0);
    for (int time = 0; input.size() >= 3; ++time) {
        const int type = input.at(0) & 3;
        const qsizetype length = std::min<qsizetype>(qFromBigEndian<quint16>(input.data() + 1), input.size() - 3);
        const QByteArrayView content = input.sliced(3, length);
        input = input.sliced(3 + length);
        const RecordingWriter::Time now(time);
        file += type == 0   ? writer.end(now)
                : type == 1 ? writer.keyframe(now, packed(content))
                : type == 2 ? writer.keyframe(now, content)
                            : writer.data(now, content);
    }
    return file;
}

ClientSettings settings()
{
    ClientSettings result = fuzzing::smallSettings();
    result.automaticUpdates = false;
    return result;
}

/// Plays on from one keyframe to the end.
void play(RecordingReader &reader, int index)
{
    const auto keyframe = reader.keyframeAt(reader.keyframes().at(index).offset);
    if (!keyframe)
        return;
    // What is read can be written, and is the same again.
    const auto again = RecordingFormat::unpackKeyframe(RecordingFormat::packKeyframe(*keyframe));
    fuzzing::Checker::check(again && again->pixels == keyframe->pixels && again->name == keyframe->name &&
                            again->memories == keyframe->memories && again->colours == keyframe->colours);
    ClientObserver silent;
    Client client(silent, settings());
    if (!client.resume(*keyframe))
        return;
    reader.seek(index);
    while (const auto block = reader.next()) {
        if (block->isIntact)
            client.receive(block->payload);
    }
}

} // namespace

/// Files of recordings: as they are (first byte even) or assembled from blocks with right check sums (odd).
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1 || size > 200000)
        return 0;
    const QByteArray input = QByteArray::fromRawData(reinterpret_cast<const char *>(data) + 1, qsizetype(size - 1));
    QByteArray file = data[0] & 1 ? assembled(input) : input;
    QBuffer device(&file);
    device.open(QIODevice::ReadOnly);
    RecordingReader reader(device);
    reader.open();
    for (int i = 0; i < std::min<qsizetype>(reader.keyframes().size(), mostKeyframes); ++i)
        play(reader, i);
    return 0;
}
