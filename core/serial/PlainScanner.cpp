// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/PlainScanner.h"

#include "serial/AnsiParser.h"
#include "serial/LineCutter.h"
#include "serial/PlainCharacters.h"
#include "serial/VmmStamp.h"

#include <algorithm>
#include <limits>

namespace portlight {

namespace {

/// A part of a guest's line that is longer is no part but a line of its own.
constexpr qsizetype MostPartBytes = 4096;

class Scan
{
public:
    Scan(QByteArrayView raw, PlainScanner::End end, ScanState &state, ScannedText &out)
        : m_raw(raw)
        , m_isFinal(end == PlainScanner::End::Final)
        , m_state(state)
        , m_out(out)
        , m_at(raw.begin())
        , m_end(raw.end())
    {
        m_stamp = VmmStamp::find(raw);
        grow(raw.size());
    }

    void run()
    {
        bool goOn = true;
        while (goOn && m_at < m_end) {
            if (isOrdinary())
                ordinaryLines();
            goOn = m_at < m_end && oddLine();
        }
        m_out.consumed = m_at - m_raw.begin();
        m_out.block.text.truncate(m_to - m_base);
    }

private:
    [[nodiscard]] bool isOrdinary() const { return !m_state.continuation && m_state.carried.isEmpty(); }
    [[nodiscard]] qsizetype offset(const char *at) const { return at - m_raw.begin(); }

    /// Makes room for `bytes` more bytes of text.
    void grow(qsizetype bytes)
    {
        const qsizetype used = m_base ? m_to - m_base : 0;
        QByteArray &text = m_out.block.text;
        const qsizetype wanted = used + bytes + PlainCharacters::Slack;
        if (!m_base || text.size() < wanted) {
            text.resize(std::max(wanted, m_base ? text.size() + text.size() / 2 : wanted));
            m_base = text.data();
            m_to = m_base + used;
            m_limit = m_base + text.size() - PlainCharacters::Slack;
        }
    }

    void endLine(const char *begin)
    {
        m_out.begins.push_back(quint32(offset(begin)));
        m_out.block.ends.push_back(quint32(m_to - m_base));
        *m_to++ = '\n';
    }

    /// Lines without anything unusual, up to the first other one. Keeps its places in local variables: what is written
    /// through a pointer to char could change any member.
    void ordinaryLines()
    {
        constexpr int Most = 128;
        quint32 begins[Most];
        quint32 ends[Most];
        int count = 0;
        const auto flush = [&] {
            m_out.begins.insert(m_out.begins.end(), begins, begins + count);
            m_out.block.ends.insert(m_out.block.ends.end(), ends, ends + count);
            count = 0;
        };
        const char *line = m_at;
        char *to = m_to;
        while (line < m_end) {
            char *const begin = to;
            const char *const end = ordinaryLine(line, to);
            if (!end) {
                to = begin;
                break;
            }
            begins[count] = quint32(offset(line));
            ends[count] = quint32(to - m_base);
            *to++ = '\n';
            line = end;
            if (++count == Most)
                flush();
        }
        flush();
        m_at = line;
        m_to = to;
    }

    /// Behind its line feed; null when there is something unusual about it.
    const char *ordinaryLine(const char *line, char *&target) const
    {
        const char *const limit = line + std::min<qsizetype>(m_end - line, LineCutter::MostPieceBytes + 1);
        const char *from = line;
        char *to = target;
        char *const begin = to;
        qsizetype following = 0; // Bytes that take no column.
        for (;;) {
            PlainCharacters::copyRun(from, limit, to);
            if (from == limit)
                return nullptr;
            if (*from == '\r' && limit - from > 1 && from[1] == '\n')
                ++from; // As most lines end.
            const char byte = *from;
            if (byte == '\n') {
                target = to;
                return m_stamp >= 0 && m_stamp < offset(from) ? nullptr : from + 1;
            }
            bool isDone = false;
            if (byte == '\r')
                isDone = skipReturns(from, limit, to == begin);
            else if (byte == '\x1b')
                isDone = skipSequence(from, limit);
            else if (byte == '\t')
                isDone = tab(from, to, to - begin - following);
            else if (byte < 0)
                isDone = character(from, limit, to, following);
            else if (byte != 0 && byte != '\b') {
                ++from;
                isDone = true;
            }
            if (!isDone)
                return nullptr;
        }
    }

    static bool skipReturns(const char *&from, const char *limit, bool isAtBegin)
    {
        const char *at = from;
        while (at < limit && *at == '\r')
            ++at;
        if (at == limit || (*at != '\n' && !isAtBegin))
            return false;
        from = at;
        return true;
    }

    /// Escape sequences that neither move nor erase.
    static bool skipSequence(const char *&from, const char *limit)
    {
        const char *at = from + 1;
        if (at == limit)
            return false;
        const char kind = *at;
        if (kind == '[') {
            const char *const parameters = ++at;
            while (at < limit && *at >= 0x20 && *at <= 0x3f)
                ++at;
            if (at == limit)
                return false;
            if (*at >= 0x40 && *at <= 0x7e) {
                const char final = *at++;
                const bool isErase =
                    final == 'K' && (at - 1 == parameters || (at - 2 == parameters && *parameters == '0'));
                if (final == 'C' || final == 'D' || final == 'G' || (final == 'K' && !isErase))
                    return false;
            }
        } else if (kind == ']' || kind == 'P' || kind == '_' || kind == '^' || kind == 'X') {
            return false;
        } else {
            while (at < limit && *at >= 0x20 && *at <= 0x2f)
                ++at;
            if (at == limit)
                return false;
            if (*at >= 0x30 && *at <= 0x7e)
                ++at;
        }
        from = at;
        return true;
    }

    bool tab(const char *&from, char *&to, qsizetype column) const
    {
        const qsizetype spaces = 8 - column % 8;
        if (m_limit - to < spaces + (m_end - from))
            return false;
        to = std::fill_n(to, spaces, ' ');
        ++from;
        return true;
    }

    static bool character(const char *&from, const char *limit, char *&to, qsizetype &following)
    {
        const int bytes = PlainCharacters::copyable(from, limit);
        to = std::copy_n(from, bytes, to);
        from += bytes;
        following += bytes - 1;
        return bytes > 0;
    }

    /// Any line, piece or run of NULs. False when it is open.
    bool oddLine()
    {
        const LineCut cut = LineCutter::next({m_at, m_end});
        const char *const begin = m_at;
        if (cut.kind == LineCut::Kind::Open && !m_isFinal)
            return false;
        QByteArrayView line(m_at, cut.bytes);
        m_at += cut.bytes;
        ScannedText::Odd odd;
        odd.line = qint32(m_out.count());
        if (cut.kind == LineCut::Kind::Nuls) {
            odd.nuls = cut.bytes;
            odd.cutsLine = m_state.continuation || m_wasPart;
            letGo();
            m_state.continuation = false;
        } else {
            if (cut.kind == LineCut::Kind::Line)
                line.chop(1);
            odd.continues = cut.kind == LineCut::Kind::Piece;
            lineOfText(line, odd);
        }
        m_wasPart = cut.kind == LineCut::Kind::Part;
        endLine(begin);
        odd.carriedAfter = m_state.carriedLines;
        const bool isOdd = odd.continuation || odd.continues || odd.isVmm || odd.stitchedOf > 0 || odd.nuls > 0;
        if (isOdd)
            m_out.odd.push_back(odd);
        return true;
    }

    void lineOfText(QByteArrayView line, ScannedText::Odd &odd)
    {
        odd.continuation = m_state.continuation;
        m_state.continuation = odd.continues;
        if (odd.continuation) {
            odd.isVmm = m_state.isVmm;
            odd.vmmAt = 0;
            countCarried(odd.isVmm);
            put(line);
            return;
        }
        const qsizetype stamp = stampIn(line);
        m_state.isVmm = odd.isVmm = stamp >= 0;
        if (odd.isVmm) {
            odd.vmmAt = qint32(stamp);
            m_state.carried.append(line.first(stamp));
            countCarried(true);
            put(line.sliced(stamp));
        } else if (m_state.carried.isEmpty()) {
            put(line);
        } else {
            odd.stitchedOf = m_state.carriedLines;
            m_state.carried.append(line);
            put(m_state.carried);
            m_state.carried.clear();
            m_state.carriedLines = 0;
        }
    }

    /// -1 where the line is the guest's.
    qsizetype stampIn(QByteArrayView line)
    {
        const qsizetype begin = offset(line.begin());
        while (m_stamp >= 0 && m_stamp < begin)
            m_stamp = VmmStamp::find(m_raw, begin);
        if (m_stamp < 0 || m_stamp >= offset(line.end()))
            return -1;
        const qsizetype part = m_stamp - begin;
        const bool isTooLong = part > MostPartBytes || m_state.carried.size() + part > LineCutter::MostPieceBytes;
        return isTooLong ? -1 : part;
    }

    void countCarried(bool isVmm)
    {
        if (!isVmm || m_state.carried.isEmpty())
            return;
        if (++m_state.carriedLines >= ScanState::MostCarriedLines)
            letGo(1);
    }

    /// The hypervisor's lines keep what they carried. `more`: lines that are about to be added.
    void letGo(qint64 more = 0)
    {
        if (!m_state.carried.isEmpty()) {
            const qint64 last = m_out.count() + more;
            m_out.letGo.push_back({last - m_state.carriedLines, last});
        }
        m_state.carried.clear();
        m_state.carriedLines = 0;
    }

    void put(QByteArrayView line)
    {
        const QByteArray text = AnsiParser::plainUtf8(line);
        grow(text.size() + 1 + (m_end - m_at));
        std::copy(text.begin(), text.end(), m_to);
        m_to += text.size();
    }

    QByteArrayView m_raw;
    bool m_isFinal;
    ScanState &m_state;
    ScannedText &m_out;
    const char *m_at;
    const char *m_end;
    qsizetype m_stamp = -1; ///< The next stamp of the hypervisor at or behind m_at; may stand before it.
    bool m_wasPart = false;
    char *m_base = nullptr;
    char *m_to = nullptr;
    const char *m_limit = nullptr;
};

} // namespace

void PlainScanner::scan(QByteArrayView raw, End end, ScanState &state, ScannedText &out)
{
    Scan(raw, end, state, out).run();
}

} // namespace portlight
