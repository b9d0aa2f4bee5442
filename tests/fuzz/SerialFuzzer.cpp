// SPDX-License-Identifier: GPL-3.0-or-later
// A serial log as a hostile guest might write it: however it is cut, from memory or from a file, the same lines come
// out, and nothing of a line leaks out of it.
#include "serial/AnsiParser.h"
#include "serial/LineCutter.h"
#include "serial/LineStore.h"

#include <QByteArray>
#include <QList>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

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

/// What the views and the search see of a store.
struct Seen
{
    QList<SerialLine> lines;
    PlainBlock plain;
    std::vector<LineClass> classes;
};

Seen look(const LineStore &store)
{
    Seen seen;
    seen.lines = store.lines(0, store.lineCount());
    require(seen.lines.size() == store.lineCount());
    PlainBlock block;
    std::vector<LineClass> classes;
    for (qint64 line = 0; line < store.lineCount(); line += block.count()) {
        store.plainBlock(line, 512, block, classes);
        require(block.count() > 0 && block.first == line && classes.size() == block.ends.size());
        for (const quint32 end : block.ends)
            seen.plain.ends.push_back(end + quint32(seen.plain.text.size()));
        seen.plain.text += block.text.first(qsizetype(block.ends.back()) + 1);
        seen.classes.insert(seen.classes.end(), classes.begin(), classes.end());
    }
    return seen;
}

void checkEqual(const Seen &a, const Seen &b)
{
    require(a.lines.size() == b.lines.size() && a.plain.text == b.plain.text && a.plain.ends == b.plain.ends &&
            a.classes == b.classes);
    for (qsizetype i = 0; i < a.lines.size(); ++i) {
        const SerialLine &left = a.lines[i];
        const SerialLine &right = b.lines[i];
        require(left.text == right.text && left.spans == right.spans && left.lineClass == right.lineClass &&
                left.severity == right.severity && left.fileLine == right.fileLine &&
                left.continues == right.continues && left.continuation == right.continuation &&
                left.stitched == right.stitched && left.rewritten == right.rewritten && left.open == right.open &&
                left.mark.kind == right.mark.kind && left.mark.bytes == right.mark.bytes);
    }
}

/// The text for searches is the text on screen, and the classes are the same.
void checkPlain(const Seen &seen)
{
    require(seen.plain.count() == seen.lines.size());
    qsizetype begin = 0;
    for (qsizetype i = 0; i < seen.lines.size(); ++i) {
        const qsizetype end = seen.plain.ends[size_t(i)];
        const QByteArrayView text = QByteArrayView(seen.plain.text).sliced(begin, end - begin);
        require(seen.plain.text[end] == '\n' && !text.contains('\n') && text == seen.lines[i].text.toUtf8());
        require(seen.classes[size_t(i)] == seen.lines[i].lineClass);
        StyledText styled;
        styled.text = seen.lines[i].text;
        styled.spans = seen.lines[i].spans;
        checkStyled(styled);
        begin = end + 1;
    }
}

/// A file without a name that holds the bytes.
class MemoryFile
{
public:
    explicit MemoryFile(const QByteArray &bytes)
        : m_descriptor(memfd_create("log", 0))
    {
        require(m_descriptor >= 0 && write(m_descriptor, bytes.constData(), size_t(bytes.size())) == bytes.size());
    }
    ~MemoryFile() { close(m_descriptor); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype step = (1 + data[0] % 16) * (1 + data[0] / 16);
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
    const qsizetype piece = std::max(step, bytes.size() / 128);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        store.append(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)), {});
    require(store.rawBytes(0, bytes.size()) == bytes);
    const Seen seen = look(store);
    checkPlain(seen);
    qint64 failures = 0;
    for (const SerialLine &line : seen.lines)
        failures += line.lineClass == LineClass::Failure ? 1 : 0;
    require(failures == store.failureCount());

    LineStore atOnce;
    atOnce.append(bytes, {});
    checkEqual(seen, look(atOnce));

    const MemoryFile file(bytes);
    LineStore fromFile;
    const auto goOn = [](qint64, const LineStore::Change &) {
        return true;
    };
    require(fromFile.appendFile(file.descriptor(), 0, bytes.size(), 1, goOn).has_value());
    checkEqual(seen, look(fromFile));
    return 0;
}
