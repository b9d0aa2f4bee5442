// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LogReceiver for a file that somebody writes over from its beginning.
#include "console/LogReceiver.h"

#include <algorithm>

namespace portlight {

namespace {

constexpr qint64 PieceBytes = 256 * 1024;
constexpr qint64 ReferenceBytes = 1024 * 1024;
/// Where nothing was written for a while, the last line is believed to end as it stands there.
constexpr qint64 RestPause = 800;
constexpr qint64 LongestLineEnd = 4096;
/// Over a network only every so many looks search far behind the place for a difference.
constexpr int ThoroughEvery = 4;

} // namespace

void LogReceiver::takeTouched(FollowedFile &file)
{
    m_looked.start();
    if (m_rewritten >= 0) {
        advanceRewrite(file);
        return;
    }
    switch (m_rewrites.look(file, m_offset)) {
    case RewriteWatch::Verdict::Same:
        break;
    case RewriteWatch::Verdict::Rewritten:
        beginRewrite(file);
        break;
    case RewriteWatch::Verdict::Anew:
        beginAnew(LineMark::Kind::Truncated, SerialNews::Kind::Truncated);
        file.goOnFrom(0);
        break;
    }
}

void LogReceiver::beginRewrite(FollowedFile &file)
{
    noteRewrite();
    advanceRewrite(file);
}

void LogReceiver::noteRewrite()
{
    m_rewritten = m_sure = 0;
    m_looks = 0;
    m_moved.invalidate();
    m_live = true;
    mark({LineMark::Kind::Rewritten, 0, 0});
    m_news.tell(SerialNews::Kind::Rewritten);
}

void LogReceiver::advanceRewrite(FollowedFile &file)
{
    if (m_sure > 0 && m_rewrites.hasBegunAgain(file, m_sure))
        noteRewrite();
    // A line whose end was believed to be in the file may have got another one.
    if (hasGuessFailed(file))
        m_rewritten = m_sure;
    const bool isAtRest = m_moved.isValid() && m_moved.elapsed() >= RestPause;
    const bool thorough = m_looks % ThoroughEvery == 0 || isAtRest || file.descriptor() >= 0;
    const auto take = [&](qint64 offset, const QByteArray &bytes) {
        deliver(offset, bytes);
        return true;
    };
    const auto scan = m_rewrites.scan(file, m_rewritten, m_offset, thorough, take);
    if (scan.uncertain) {
        // More may be new than can be compared: all of it is read.
        beginAnew(LineMark::Kind::Truncated, SerialNews::Kind::Truncated);
        file.goOnFrom(0);
        return;
    }
    if (scan.end > m_rewritten) {
        m_rewritten = m_sure = scan.end;
        m_looks = 0;
        m_moved.start();
    } else {
        ++m_looks;
        if (isAtRest && !scan.beganAgain && m_rewritten == m_sure && m_sure > 0)
            extendToLineEnd(file);
    }
    const qint64 known = m_text.read(m_rewritten, PieceBytes).size();
    if (known < std::min(PieceBytes, m_offset - m_rewritten) && file.descriptor() >= 0)
        keepReference(file, m_rewritten, std::min(ReferenceBytes, m_offset - m_rewritten));
}

void LogReceiver::extendToLineEnd(FollowedFile &file)
{
    if (m_text.read(m_sure - 1, 1) == "\n")
        return;
    const auto bytes = file.read({{m_sure, std::min(LongestLineEnd, m_offset - m_sure)}});
    if (!bytes || bytes->isEmpty())
        return;
    const qsizetype feed = bytes->first().indexOf('\n');
    if (feed < 0 || bytes->first().first(feed + 1) != m_text.read(m_sure, feed + 1))
        return;
    deliver(m_sure, bytes->first().first(feed + 1));
    m_rewritten = m_sure + feed + 1;
}

bool LogReceiver::hasGuessFailed(FollowedFile &file) const
{
    if (m_rewritten <= m_sure)
        return false;
    const qint64 size = m_rewritten - m_sure;
    const auto bytes = file.read({{m_sure, size}});
    return bytes && !bytes->isEmpty() && bytes->first() != m_text.read(m_sure, size);
}

bool LogReceiver::finishRewrite(FollowedFile &file, qint64 end)
{
    if (hasGuessFailed(file))
        m_rewritten = m_sure;
    for (qint64 at = m_rewritten; at < end;) {
        const auto bytes = file.read({{at, std::min(PieceBytes, end - at)}});
        // Looked at after the piece was read: these bytes may be those of somebody who began once more.
        if (m_sure > 0 && m_rewrites.hasBegunAgain(file, m_sure))
            return false;
        if (!bytes || bytes->isEmpty() || bytes->first().isEmpty()) {
            mark({LineMark::Kind::Lost, 0, end - at});
            break;
        }
        deliver(at, bytes->first());
        at += bytes->first().size();
    }
    m_rewritten = -1;
    m_last.clear();
    return true;
}

} // namespace portlight
