// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/RecordingFormat.h"

namespace portlight::rfb {

/// Makes the bytes of a recording, one after the other; whoever has them writes them to a file. See RecordingFormat.
/// One thread at a time.
class RecordingWriter
{
public:
    using Time = RecordingFormat::Time;

    /// The file's beginning.
    [[nodiscard]] static QByteArray begin(qint64 startedMilliseconds);
    /// What the server sent. Times that go back count as the last one.
    [[nodiscard]] QByteArray data(Time time, QByteArrayView bytes);
    /// `packed` comes from RecordingFormat::packKeyframe().
    [[nodiscard]] QByteArray keyframe(Time time, QByteArrayView packed);
    [[nodiscard]] QByteArray end(Time time);

private:
    [[nodiscard]] QByteArray block(RecordingFormat::BlockType type, Time time, QByteArrayView payload);

    Time m_last{0};
};

} // namespace portlight::rfb
