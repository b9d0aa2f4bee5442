// SPDX-License-Identifier: GPL-3.0-or-later
// A serial log as a hostile guest might write it: however it is cut, the same lines come out, and nothing of a line
// leaks out of it.
#include "serial/AnsiParser.h"
#include "serial/LineCutter.h"
#include "serial/LineStore.h"

#include <QByteArray>
#include <QList>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portlight;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// The lines of some bytes; a store must have the same, however they come.
QList<LineCut> split(QByteArrayView bytes)
{
    QList<LineCut> lines;
    while (!bytes.isEmpty()) {
        lines.append(LineCutter::next(bytes));
        require(lines.last().bytes > 0 && lines.last().bytes <= bytes.size());
        bytes = bytes.sliced(lines.last().bytes);
    }
    return lines;
}

void checkStyled(const StyledText &styled)
{
    int end = 0;
    for (const TextSpan &span : styled.spans) {
        require(span.start >= end && span.length > 0);
        end = span.start + span.length;
    }
    require(end <= styled.text.size());
    for (const QChar character : styled.text) {
        const bool control = character.unicode() < 0x20 || (character.unicode() >= 0x7f && character.unicode() < 0xa0);
        require(!control && character.unicode() != 0x202e && character.unicode() != 0x2028);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype step = 1 + data[0];
    // A long run of one byte brings the input to the places where long lines are cut.
    QByteArray bytes(qsizetype(data[1]) * 128, 'x');
    bytes.append(reinterpret_cast<const char *>(data) + 2, qsizetype(size - 2));

    const QList<LineCut> whole = split(bytes);
    qint64 position = 0;
    for (const LineCut &line : whole) {
        checkStyled(AnsiParser::parse(QByteArrayView(bytes).sliced(position, line.bytes)));
        position += line.bytes;
    }
    require(position == bytes.size());

    LineStore store;
    for (qsizetype at = 0; at < bytes.size(); at += step * 16)
        store.append(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(step * 16, bytes.size() - at)), {});
    require(store.lineCount() == whole.size());
    require(store.rawBytes(0, bytes.size()) == bytes);
    qint64 failures = 0;
    for (const SerialLine &line : store.lines(0, store.lineCount()))
        failures += line.lineClass == LineClass::Failure ? 1 : 0;
    require(failures == store.failureCount());
    return 0;
}
