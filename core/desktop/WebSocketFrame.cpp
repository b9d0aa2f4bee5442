// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/WebSocketFrame.h"

#include <QtEndian>

namespace portlight::websocket {

namespace {

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    char place[sizeof(Number)];
    qToBigEndian(number, place);
    bytes.append(place, sizeof place);
}

} // namespace

QByteArray maskedFrame(int opcode, const QByteArray &payload, quint32 mask)
{
    constexpr int last = 0x80;
    constexpr int masked = 0x80;
    QByteArray frame;
    frame.reserve(payload.size() + 14);
    frame.append(char(last | opcode));
    if (payload.size() < 126) {
        frame.append(char(masked | payload.size()));
    } else if (payload.size() < 65536) {
        frame.append(char(masked | 126));
        append(frame, quint16(payload.size()));
    } else {
        frame.append(char(masked | 127));
        append(frame, quint64(payload.size()));
    }
    append(frame, mask);
    const qsizetype begin = frame.size();
    frame.append(payload);
    const char *const key = frame.constData() + begin - 4;
    const char key4[4] = {key[0], key[1], key[2], key[3]};
    char *const bytes = frame.data() + begin;
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[i] = char(bytes[i] ^ key4[i % 4]);
    return frame;
}

} // namespace portlight::websocket
