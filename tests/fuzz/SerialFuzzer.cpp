// SPDX-License-Identifier: GPL-3.0-or-later
// A serial log as a hostile guest might write it: however it is cut, the same lines come out, and nothing of a line
// leaks out of it.
#include "serial/AnsiParser.h"
#include "serial/LineSplitter.h"
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

QList<LineExtent> split(QByteArrayView bytes, qsizetype step)
{
    LineSplitter splitter;
    QList<LineExtent> lines;
    const auto sink = [&](const LineExtent &line) {
        lines.append(line);
    };
    for (qsizetype at = 0; at < bytes.size(); at += step)
        splitter.feed(bytes.sliced(at, std::min(step, bytes.size() - at)), sink);
    if (splitter.openLine().length > 0)
        lines.append(splitter.openLine());
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

    const QList<LineExtent> whole = split(bytes, bytes.size() + 1);
    require(split(bytes, step) == whole);
    qint64 position = 0;
    for (const LineExtent &line : whole) {
        require(line.begin == position && line.length >= 0 && line.length <= LineSplitter::MostPieceBytes);
        position = line.begin + line.length + (line.continues ? 0 : 1);
        checkStyled(AnsiParser::parse(QByteArrayView(bytes).sliced(line.begin, line.length)));
    }

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
