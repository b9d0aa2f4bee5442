// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineCutter.h"

#include <algorithm>
#include <cstring>

namespace portlight {

namespace {

bool isFollowing(char byte)
{
    return (uchar(byte) & 0xc0) == 0x80;
}

/// Whether the escape sequence that begins at `escape` ends before `cut`.
bool isFinished(QByteArrayView bytes, qsizetype escape, qsizetype cut)
{
    qsizetype at = escape + 1;
    if (at >= cut)
        return false;
    const char kind = bytes[at++];
    if (kind == '[') {
        while (at < cut && bytes[at] >= 0x20 && bytes[at] <= 0x3f)
            ++at;
        return at < cut;
    }
    if (kind == ']') {
        while (at < cut && bytes[at] != '\a')
            ++at;
        return at < cut;
    }
    return kind < 0x20 || kind > 0x2f || at < cut;
}

/// Where a line that is at least one byte too long is to be cut.
qsizetype pieceEnd(QByteArrayView bytes)
{
    constexpr auto Latest = qsizetype(LineCutter::MostPieceBytes);
    qsizetype cut = Latest;
    while (Latest - cut < 3 && isFollowing(bytes[cut]))
        --cut;
    if (isFollowing(bytes[cut]))
        cut = Latest; // No character is that long: not UTF-8.
    for (qsizetype at = Latest - 1; at >= Latest - LineCutter::MostBackstep; --at) {
        if (bytes[at] == '\x1b')
            return isFinished(bytes, at, cut) ? cut : at;
    }
    return cut;
}

/// The beginning of the first run of `least` NULs; -1 where there is none.
qsizetype longRunOfNuls(QByteArrayView bytes, qsizetype least)
{
    qsizetype at = 0;
    while (at + least <= bytes.size()) {
        // A run that covers [at, at + least) covers its last byte; from there one can look back.
        qsizetype first = at + least;
        while (first > at && bytes[first - 1] == 0)
            --first;
        if (first == at)
            return at;
        const void *nul = std::memchr(bytes.data() + first, 0, size_t(bytes.size() - first));
        if (!nul)
            return -1;
        at = static_cast<const char *>(nul) - bytes.data();
    }
    return -1;
}

qsizetype lengthOfNuls(QByteArrayView bytes)
{
    constexpr char zeros[256] = {};
    qsizetype at = 0;
    while (at + qsizetype(sizeof zeros) <= bytes.size() && std::memcmp(bytes.data() + at, zeros, sizeof zeros) == 0)
        at += sizeof zeros;
    while (at < bytes.size() && bytes[at] == 0)
        ++at;
    return at;
}

} // namespace

LineCut LineCutter::next(QByteArrayView bytes)
{
    const QByteArrayView window = bytes.first(std::min<qsizetype>(bytes.size(), MostPieceBytes + 1));
    const void *feed = std::memchr(window.data(), '\n', size_t(window.size()));
    const qsizetype length = feed ? static_cast<const char *>(feed) - window.data() : window.size();
    // Whichever comes first: a line feed, one byte too many, or the last of so many NULs.
    const qsizetype nuls = longRunOfNuls(window.first(length), qsizetype(LeastNuls));
    if (nuls == 0)
        return {LineCut::Kind::Nuls, lengthOfNuls(bytes)};
    if (nuls > 0)
        return {LineCut::Kind::Part, nuls};
    if (feed)
        return {LineCut::Kind::Line, length + 1};
    if (length > MostPieceBytes)
        return {LineCut::Kind::Piece, pieceEnd(window)};
    return {LineCut::Kind::Open, length};
}

} // namespace portlight
