// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/RewriteWatch.h"

#include <algorithm>

namespace portlight {

namespace {

constexpr qint64 SampleBytes = 32;
constexpr qint64 TailBytes = 64;
/// On this machine, where reading costs nothing, the whole beginning is compared: two boots of the same guest are
/// equal in their first few thousand bytes.
constexpr qint64 LocalBytes = 64 * 1024;
/// An equal stretch of this length behind a difference is taken for the old text.
constexpr qint64 ThoroughBytes = 64 * 1024;
constexpr qint64 QuickBytes = 256;
constexpr qint64 LargestPiece = 256 * 1024;

bool isOnlyNuls(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

/// A hole says nothing about who wrote: somebody took the text away.
bool differs(QByteArrayView now, QByteArrayView known)
{
    const qsizetype common = std::min(now.size(), known.size());
    return common > 0 && now.first(common) != known.first(common) && !isOnlyNuls(now.first(common));
}

/// Behind the last difference; 0 when there is none.
qsizetype endOfDifference(QByteArrayView now, QByteArrayView known)
{
    qsizetype at = std::min(now.size(), known.size());
    while (at > 0 && now[at - 1] == known[at - 1])
        --at;
    return at;
}

} // namespace

QList<FollowedFile::Piece> RewriteWatch::samples(const FollowedFile &file, qint64 end) const
{
    QList<FollowedFile::Piece> pieces;
    const auto add = [&](qint64 offset, qint64 size) {
        if (offset < end)
            pieces.append({offset, std::min(size, end - offset)});
    };
    add(0, file.descriptor() >= 0 ? LocalBytes : SampleBytes);
    for (qint64 offset = 1024; offset < 1024 * 1024; offset *= 2)
        add(offset, SampleBytes);
    return pieces;
}

bool RewriteWatch::differ(const QList<FollowedFile::Piece> &pieces, const QList<QByteArray> &now) const
{
    for (qsizetype i = 0; i < pieces.size() && i < now.size(); ++i) {
        if (differs(now[i], m_text.read(pieces[i].offset, pieces[i].size)))
            return true;
    }
    return false;
}

RewriteWatch::Verdict RewriteWatch::look(FollowedFile &file, qint64 end) const
{
    const QList<FollowedFile::Piece> pieces = samples(file, end);
    const FollowedFile::Piece tail{end - std::min(end, TailBytes), std::min(end, TailBytes)};
    const auto now = file.read(pieces + QList{tail});
    if (!now || now->size() != pieces.size() + 1 || now->last().size() != tail.size)
        return Verdict::Same; // The file has become shorter, or the link is gone: that is told in its own way.
    // The new text may end within the last bytes: as long as the very last one is old, so may be what stands before it.
    const bool isNewAtEnd = differ({tail}, {now->last()});
    if (isNewAtEnd && endOfDifference(now->last(), m_text.read(tail.offset, tail.size)) == tail.size)
        return Verdict::Anew;
    return isNewAtEnd || differ(pieces, *now) ? Verdict::Rewritten : Verdict::Same;
}

bool RewriteWatch::hasBegunAgain(FollowedFile &file, qint64 end) const
{
    const QList<FollowedFile::Piece> pieces = samples(file, end);
    const auto now = file.read(pieces);
    return now && differ(pieces, *now);
}

RewriteWatch::Scan RewriteWatch::scan(FollowedFile &file, qint64 from, qint64 to, bool thorough, const Take &take) const
{
    Scan result{from};
    qint64 pieceSize = file.descriptor() >= 0 ? ThoroughBytes : QuickBytes;
    for (qint64 at = from; at < to;) {
        const qint64 enough = thorough || result.end > from ? ThoroughBytes : QuickBytes;
        if (at - result.end >= enough)
            break;
        // The beginning is read after the piece: as long as it is the same, nobody has written over this text again.
        const QList<FollowedFile::Piece> beginning = samples(file, result.end);
        const auto now = file.read(QList{FollowedFile::Piece{at, std::min(pieceSize, to - at)}} + beginning);
        if (!now || now->isEmpty() || now->first().isEmpty() || isOnlyNuls(now->first()))
            break;
        if (differ(beginning, now->sliced(1))) {
            result.beganAgain = true;
            break;
        }
        const QByteArray bytes = now->first();
        const QByteArray known = m_text.read(at, bytes.size());
        const qsizetype end = endOfDifference(bytes, known);
        if (end > 0 && at > result.end) {
            // What was equal before may have been written over since: read anew, in one piece with the difference.
            pieceSize = at + bytes.size() - result.end;
            at = result.end;
            continue;
        }
        if (end > 0) {
            if (!take(at, bytes.first(end)))
                return result;
            result.end = at + end;
        }
        if (known.size() < bytes.size()) {
            result.uncertain = result.end > from && at + known.size() - result.end < QuickBytes;
            break;
        }
        at += bytes.size();
        pieceSize = std::min(LargestPiece, 4 * pieceSize);
    }
    return result;
}

} // namespace portlight
