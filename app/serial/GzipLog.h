// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "serial/LineStore.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <thread>

namespace portlight {

/// Unpacks a log that was compressed with gzip into a store, in a thread of its own; what is there can be read at once.
/// Several parts one behind the other (as `cat a.gz b.gz` makes them) are one log. GUI thread.
class GzipLog : public QObject
{
    Q_OBJECT

public:
    /// No more than this is unpacked: a small file can hold any amount of the same byte.
    static constexpr qint64 MostBytes = qint64(64) * 1024 * 1024 * 1024;

    GzipLog(QString path, std::shared_ptr<LineStore> store, QObject *parent = nullptr);
    /// Stops and waits for the thread.
    ~GzipLog() override;

    void start();
    void setMostBytes(qint64 bytes) { m_most = bytes; }

Q_SIGNALS:
    /// Lines from `first` on are new or changed; at most 30 times per second.
    void linesAppended(qint64 first, qint64 count);
    /// So many bytes of the packed file have been read.
    void progress(qint64 done, qint64 size);
    void finished();
    /// "gzip.damaged" or "file.failed"; what could be unpacked stays.
    void failed(const portlight::Error &error);

private:
    void run();
    [[nodiscard]] Result<void> unpack(qint64 &first);
    void tell(qint64 &first, qint64 done, qint64 size);

    const QString m_path;
    const std::shared_ptr<LineStore> m_store;
    qint64 m_most = MostBytes;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace portlight
