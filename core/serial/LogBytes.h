// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LogDescriptor.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <deque>
#include <memory>
#include <mutex>

namespace portlight {

/// The raw bytes of a log, wherever they are: in a file that was opened, in a temporary file for what came over a
/// connection, in memory for the newest of them and where there is no temporary file. Offsets count from the beginning
/// of the log and stay valid. When there is too much, the oldest bytes of those that are kept here are dropped.
/// One thread adds; any threads read at the same time, without waiting for a disk.
class LogBytes
{
public:
    struct Limits
    {
        qint64 mostBytes = 0;  ///< In the temporary file and in memory together.
        qint64 mostMemory = 0; ///< In memory, when the temporary file cannot be written.
        QString folder;        ///< For the temporary file; empty: none.
    };
    void setLimits(const Limits &limits) { m_limits = limits; }

    void append(QByteArrayView bytes);
    /// The next `length` bytes are those from `offset` of a file. False when there are no descriptors left.
    [[nodiscard]] bool appendFile(int descriptor, qint64 offset, qint64 length);
    /// The newest file was cut: what is said to be in it is not there any more.
    void forgetFile();
    void clear();

    /// Offset of the first byte that is kept (those behind it may be lost with their file), and behind the last.
    [[nodiscard]] qint64 begin() const;
    [[nodiscard]] qint64 end() const;
    /// Up to `length` bytes from `offset`; less where some are not there any more.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length) const;
    /// The same, into memory of the caller; how many bytes it was.
    [[nodiscard]] qint64 read(qint64 offset, char *to, qint64 length) const;

private:
    /// Memory of this size at most becomes a part of the temporary file.
    static constexpr qint64 MemoryBytes = 1024 * 1024;

    struct Segment
    {
        qint64 begin = 0;
        qint64 end = 0;
        std::shared_ptr<LogDescriptor> file; ///< Null: in memory.
        qint64 offset = 0;                   ///< In the file.
        bool isOwn = true;
        std::shared_ptr<QByteArray> memory;
    };
    void spill();
    [[nodiscard]] bool beginFile(qint64 length);
    [[nodiscard]] bool makeRoom();
    [[nodiscard]] qint64 segmentBytes() const;
    void dropOldest();
    void keepWithinLimits();

    mutable std::mutex m_mutex; ///< Guards m_segments and m_end.
    std::deque<Segment> m_segments;
    qint64 m_end = 0;
    qint64 m_own = 0;    ///< Bytes kept here,
    qint64 m_memory = 0; ///< those of them in memory.
    Limits m_limits;
    std::shared_ptr<LogDescriptor> m_file; ///< The newest temporary file.
    qint64 m_fileEnd = 0;
};

} // namespace portlight
