// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/GzipLog.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <limits>

#include <zlib.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 PackedBytes = 64 * 1024;
constexpr qint64 PlainBytes = 256 * 1024;
constexpr int RoundMilliseconds = 1000 / 30;
constexpr qint64 NoLine = std::numeric_limits<qint64>::max();

/// zlib's state, given back when it goes.
struct Inflater
{
    Inflater() { good = inflateInit2(&stream, 15 + 16) == Z_OK; } // 16: with the frame of gzip
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    z_stream stream = {};
    bool good = false;
};

Error damaged(qint64 bytes)
{
    return {ErrorKind::Failed, u"gzip.damaged"_s, GzipLog::tr("The packed file is damaged or not complete."),
            GzipLog::tr("What stands before the damage is shown."), u"%1 bytes unpacked"_s.arg(bytes)};
}

} // namespace

GzipLog::GzipLog(QString path, std::shared_ptr<LineStore> store, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_store(std::move(store))
{
}

GzipLog::~GzipLog()
{
    m_stopping = true;
    if (m_thread.joinable())
        m_thread.join();
}

void GzipLog::start()
{
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

void GzipLog::run()
{
    qint64 first = NoLine;
    const Result<void> done = unpack(first);
    if (m_stopping)
        return;
    QMetaObject::invokeMethod(this, [this, first, done] {
        if (first != NoLine)
            Q_EMIT linesAppended(first, m_store->lineCount() - first);
        if (done)
            Q_EMIT finished();
        else
            Q_EMIT failed(done.error());
    });
}

void GzipLog::tell(qint64 &first, qint64 done, qint64 size)
{
    QMetaObject::invokeMethod(this, [this, first, done, size] {
        if (first != NoLine)
            Q_EMIT linesAppended(first, m_store->lineCount() - first);
        Q_EMIT progress(done, size);
    });
    first = NoLine;
}

/// `first`: the first line that nobody has been told of.
Result<void> GzipLog::unpack(qint64 &first)
{
    QFile file(m_path);
    Inflater inflater;
    if (!file.open(QIODevice::ReadOnly) || !inflater.good)
        return failure(ErrorKind::Failed, u"file.failed"_s, tr("%1 cannot be read.").arg(m_path), {},
                       file.errorString());
    QByteArray packed;
    QByteArray plain(PlainBytes, Qt::Uninitialized);
    QElapsedTimer round;
    round.start();
    qint64 total = 0;
    int state = Z_OK;
    while (!m_stopping) {
        if (inflater.stream.avail_in == 0) {
            packed = file.read(PackedBytes);
            if (packed.isEmpty())
                return state == Z_STREAM_END ? Result<void>() : Result<void>(failure(damaged(total)));
            inflater.stream.next_in = reinterpret_cast<Bytef *>(packed.data());
            inflater.stream.avail_in = uInt(packed.size());
        }
        if (state == Z_STREAM_END)
            inflateReset(&inflater.stream); // Another part follows.
        inflater.stream.next_out = reinterpret_cast<Bytef *>(plain.data());
        inflater.stream.avail_out = uInt(PlainBytes);
        const bool wasEnd = state == Z_STREAM_END;
        state = inflate(&inflater.stream, Z_NO_FLUSH);
        const qint64 count = PlainBytes - qint64(inflater.stream.avail_out);
        if (count > 0) {
            first = std::min(first, m_store->append(QByteArrayView(plain).first(count), {}).first);
            total += count;
        }
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) // Padding behind the last part is usual.
            return wasEnd ? Result<void>() : Result<void>(failure(damaged(total)));
        if (total > m_most)
            return failure(ErrorKind::Failed, u"gzip.large"_s, tr("The packed file holds too much to be shown."),
                           tr("Unpack it with gunzip, and open what comes out."));
        if (round.elapsed() >= RoundMilliseconds) {
            round.restart();
            tell(first, file.pos(), file.size());
        }
    }
    return {};
}

} // namespace portlight
