// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzedClient.h"
#include "FuzzedFormats.h"

#include <cstddef>
#include <cstdint>

using namespace portlight::rfb;

namespace {

/// What the input's first bytes choose.
struct Choices
{
    static constexpr size_t size = 4;

    explicit Choices(const uint8_t *data)
        : format(data[0])
        , width(data[1])
        , height(data[2])
        , pieces(data[3])
    {
    }

    uint8_t format;
    uint8_t width;
    uint8_t height;
    uint8_t pieces;
};

void append(QByteArray &bytes, quint32 value, int size)
{
    for (int i = size - 1; i >= 0; --i)
        bytes.append(char(value >> (8 * i) & 255));
}

/// A canned handshake up to Running.
QByteArray handshake(const Choices &choices)
{
    const PixelFormat format = fuzzing::chosenFormat(choices.format);
    QByteArray bytes("RFB 003.008\n\1\1\0\0\0\0", 18);
    append(bytes, 1U + choices.width, 2);
    append(bytes, 1U + choices.height, 2);
    for (const int value : {int(format.bitsPerPixel), int(format.depth), int(format.bigEndian), int(format.trueColour)})
        append(bytes, quint32(value), 1);
    for (const quint16 max : {format.redMax, format.greenMax, format.blueMax})
        append(bytes, max, 2);
    for (const quint8 shift : {format.redShift, format.greenShift, format.blueShift})
        append(bytes, shift, 1);
    append(bytes, 0, 3);
    append(bytes, 0, 4);
    return bytes;
}

} // namespace

/// The decoders: after a canned handshake with the pixel format and size the input's first bytes choose, the rest are
/// the server's messages. Whole and in pieces the client must end the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < Choices::size || size > 200000)
        return 0;
    const Choices choices(data);
    const QByteArray bytes =
        handshake(choices) +
        QByteArray::fromRawData(reinterpret_cast<const char *>(data) + Choices::size, qsizetype(size - Choices::size));
    ClientSettings settings = fuzzing::smallSettings();
    settings.pixelFormat.reset();
    quint32 state = choices.pieces;
    const auto pseudoRandomPiece = [&state] {
        state = state * 1664525U + 1013904223U;
        return qsizetype(1) << (state >> 24) % 9;
    };
    const fuzzing::Outcome whole = fuzzing::play(bytes, settings, [&] { return bytes.size(); });
    const fuzzing::Outcome split = fuzzing::play(bytes, settings, pseudoRandomPiece);
    fuzzing::Checker::check(whole == split);
    settings.decodeThreads = 1;
    settings.threadsAreWorth = {};
    const fuzzing::Outcome parallel = fuzzing::play(bytes, settings, pseudoRandomPiece);
    // Another thread gets a Tight rectangle when all of it is there: what breaks inside one that is cut off shows
    // later.
    const bool isCutOff = whole.state == ClientState::Failed && parallel.state == ClientState::Running &&
                          whole.where.contains(QLatin1StringView("Tight rectangle"));
    fuzzing::Checker::check(isCutOff || (whole.state == parallel.state && whole.where == parallel.where &&
                                         whole.output == parallel.output));
    return 0;
}
