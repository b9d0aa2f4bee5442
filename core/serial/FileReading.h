// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStoreData.h"

#include <condition_variable>
#include <list>
#include <mutex>

namespace portlight {

/// One call of LineStore::appendFile(). Threads read chunks of the file and split and classify the lines that are whole
/// within one; the calling thread does so too, and joins the chunks in their order, with the lines that stand in two.
class FileReading
{
public:
    FileReading(LineStore::Private &store, int descriptor, qint64 from, qint64 to, LineStore::FileProgress progress);

    Result<void> run(int threads);

private:
    /// A stretch of the file without a hole.
    struct Chunk
    {
        qint64 from = 0;
        qint64 to = 0;
        bool isHole = false;
        enum class State : quint8 { Free, Busy, Ready } state = State::Free;
        QByteArray raw;
        qsizetype bodyFrom = 0; ///< Behind the first line feed.
        qsizetype bodyTo = 0;   ///< Behind the last one.
        bool hasBody = false;
        bool hasFailed = false;
        LineBatch batch;
        ScanState stateBehind;
    };

    void helper();
    [[nodiscard]] Chunk *next();
    void planChunk(Chunk &chunk);
    void read(Chunk &chunk, LineBatchMaker &maker);
    [[nodiscard]] Chunk *ready(std::unique_lock<std::mutex> &lock, LineBatchMaker &maker);
    [[nodiscard]] bool join(Chunk &chunk);
    void add(QByteArrayView bytes);
    void tell(const LineStore::Change &change);

    LineStore::Private &m_store;
    const int m_descriptor;
    const qint64 m_from;
    const qint64 m_to;
    const LineStore::FileProgress m_progress;
    LineStore::Change m_change;
    bool m_isChanged = false;

    std::mutex m_mutex; ///< Guards what follows, and the states of the chunks.
    std::condition_variable m_condition;
    std::list<Chunk> m_chunks; ///< In the order of the file; the first is joined next.
    std::list<Chunk> m_spare;
    qint64 m_planned = 0;   ///< How far chunks have been planned.
    qint64 m_dataFrom = -1; ///< Where the file has no hole, from the last look on.
    qint64 m_dataTo = -1;
    size_t m_mostChunks = 1;
    bool m_isStopped = false;
};

} // namespace portlight
