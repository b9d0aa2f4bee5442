// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/AnsiParser.h"

#include "serial/CellLine.h"
#include "serial/SgrStyle.h"
#include "serial/Utf8Reader.h"

#include <algorithm>

namespace portlight {

namespace {

constexpr char Escape = '\x1b';
/// A control string (OSC, DCS, ...) that does not end within so many bytes is taken for text: nothing may hide a line.
constexpr qsizetype MostControlString = 1024;

/// Walks through the bytes of one line.
class Interpreter
{
public:
    explicit Interpreter(QByteArrayView bytes)
        : m_bytes(bytes)
        , m_line(bytes.size())
    {
    }

    StyledText run()
    {
        while (m_at < m_bytes.size()) {
            const auto byte = uchar(m_bytes[m_at]);
            if (byte == uchar(Escape))
                escapeSequence();
            else if (byte < 0x20 || byte == 0x7f)
                control(byte);
            else
                character();
        }
        return m_line.take();
    }

private:
    void control(uchar byte)
    {
        ++m_at;
        if (byte == '\r')
            m_line.carriageReturn();
        else if (byte == '\b')
            m_line.backspace();
        else if (byte == '\t')
            m_line.tab(m_style);
        else if (byte == 0)
            nulRun();
    }

    void nulRun()
    {
        while (m_at < m_bytes.size() && m_bytes[m_at] == 0)
            ++m_at;
        m_line.put(0x2400, m_style);
    }

    void character()
    {
        const char32_t value = Utf8Reader::next(m_bytes, m_at);
        if (value >= 0x80 && value < 0xa0)
            return;
        if (value == 0x2028 || value == 0x2029)
            m_line.put(U' ', m_style);
        else
            m_line.put(changesDirection(value) ? char32_t(0xfffd) : value, m_style);
    }

    static bool changesDirection(char32_t value)
    {
        return value == 0x061c || value == 0x200e || value == 0x200f || (value >= 0x202a && value <= 0x202e) ||
               (value >= 0x2066 && value <= 0x2069);
    }

    void escapeSequence()
    {
        ++m_at;
        if (m_at >= m_bytes.size())
            return;
        const char kind = m_bytes[m_at];
        if (kind == '[') {
            ++m_at;
            controlSequence();
        } else if (kind == ']' || kind == 'P' || kind == '_' || kind == '^' || kind == 'X') {
            ++m_at;
            skipControlString();
        } else if (kind >= 0x20 && kind <= 0x2f) {
            while (m_at < m_bytes.size() && m_bytes[m_at] >= 0x20 && m_bytes[m_at] <= 0x2f)
                ++m_at;
            skipFinal(0x30);
        } else {
            skipFinal(0x30);
        }
    }

    /// Skips one byte where it can end a sequence; anything else is looked at anew.
    void skipFinal(char lowest)
    {
        if (m_at < m_bytes.size() && m_bytes[m_at] >= lowest && m_bytes[m_at] <= 0x7e)
            ++m_at;
    }

    void skipControlString()
    {
        const qsizetype last = std::min(m_bytes.size(), m_at + MostControlString);
        for (qsizetype at = m_at; at < last; ++at) {
            if (m_bytes[at] == '\a') {
                m_at = at + 1;
                return;
            }
            if (m_bytes[at] == Escape && at + 1 < m_bytes.size() && m_bytes[at + 1] == '\\') {
                m_at = at + 2;
                return;
            }
        }
    }

    void controlSequence()
    {
        const qsizetype first = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] >= 0x20 && m_bytes[m_at] <= 0x3f)
            ++m_at;
        const QByteArrayView parameters = m_bytes.sliced(first, m_at - first);
        if (m_at >= m_bytes.size() || m_bytes[m_at] < 0x40 || m_bytes[m_at] > 0x7e)
            return;
        const char final = m_bytes[m_at++];
        if (final == 'm')
            SgrStyle::apply(parameters, m_style);
        else
            moveOrErase(final, parameters);
    }

    void moveOrErase(char final, QByteArrayView parameters)
    {
        bool isNumber = true;
        qint64 value = 0;
        for (const char byte : parameters) {
            isNumber = isNumber && byte >= '0' && byte <= '9';
            value = std::min<qint64>(value * 10 + (byte - '0'), 1'000'000);
        }
        if (!isNumber)
            return;
        const qint64 count = std::max<qint64>(1, value);
        if (final == 'C')
            m_line.moveBy(count, AnsiParser::MostColumnsByMovement);
        else if (final == 'D')
            m_line.moveBy(-count, AnsiParser::MostColumnsByMovement);
        else if (final == 'G')
            m_line.moveTo(count - 1, AnsiParser::MostColumnsByMovement);
        else if (final == 'K')
            m_line.erase(int(value));
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    CellLine m_line;
    TextStyle m_style;
};

QByteArrayView withoutReturns(QByteArrayView line)
{
    while (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

bool AnsiParser::isPlain(QByteArrayView line)
{
    const QByteArrayView bytes = withoutReturns(line);
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte >= 0x20 && byte < 0x7f; });
}

StyledText AnsiParser::parse(QByteArrayView line)
{
    const QByteArrayView bytes = withoutReturns(line);
    if (isPlain(bytes))
        return {QString::fromLatin1(bytes), {}, false};
    return Interpreter(bytes).run();
}

QByteArray AnsiParser::plainUtf8(QByteArrayView line)
{
    const QByteArrayView bytes = withoutReturns(line);
    if (isPlain(bytes))
        return bytes.toByteArray();
    return Interpreter(bytes).run().text.toUtf8();
}

} // namespace portlight
