// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says on a WebSocket, from the HTTP answer on or from the first frame on (first byte: which, and the
// size of the pieces): however it is cut, the same bytes and the same end come out.
#include "desktop/WebSocketReader.h"
#include "desktop/WebSocketUpgrade.h"

#include <QByteArray>
#include <QUrl>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portlight;
using Kind = WebSocketReader::Piece::Kind;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// All that came out, as one text to compare.
QByteArray frames(QByteArrayView bytes, qsizetype step)
{
    WebSocketReader reader;
    QByteArray binary;
    QByteArray others;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        QByteArrayView piece = bytes.sliced(at, std::min(step, bytes.size() - at));
        while (const std::optional<WebSocketReader::Piece> next = reader.next(piece)) {
            require(next->bytes.size() <= bytes.size());
            if (next->kind == Kind::Binary)
                binary += next->bytes;
            else if (next->kind == Kind::Text)
                others += next->bytes;
            else
                others += '\n' + QByteArray::number(int(next->kind)) + ' ' + QByteArray::number(next->code) + ' ' +
                          next->reason.toUtf8() + next->bytes + '\n';
            if (next->kind == Kind::Close || next->kind == Kind::Broken)
                return binary + others;
        }
        require(piece.isEmpty());
    }
    return binary + others;
}

QByteArray upgrade(const QByteArray &bytes, qsizetype step)
{
    const QByteArray key(16, 'k');
    WebSocketUpgrade upgrade(QUrl(QStringLiteral("ws://a/b")), {}, key);
    auto state = WebSocketUpgrade::State::Waiting;
    for (qsizetype at = 0; at < bytes.size() && state == WebSocketUpgrade::State::Waiting; at += step)
        state = upgrade.add(bytes.mid(at, step));
    return QByteArray::number(int(state));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const qsizetype step = 1 + (data[0] >> 1);
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    if ((data[0] & 1) == 0)
        require(frames(bytes, step) == frames(bytes, std::max<qsizetype>(1, bytes.size())));
    else
        upgrade(bytes, step);
    return 0;
}
