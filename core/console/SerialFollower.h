// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "console/SerialNews.h"
#include "hosts/Host.h"
#include "serial/LineStore.h"

#include <QObject>
#include <QString>

#include <memory>

class QTimer;

namespace portlight {

class SerialFollowerWorker;

/// Follows a VM's serial log, or any growing file, on a host into a LineStore. Reading, splitting and classifying
/// happen in a thread of its own; the signals come in the thread this object lives in (which needs an event loop), at
/// most 30 rounds per second however fast the guest writes. A guest that floods its log only makes its own reader
/// slower.
///
/// After a lost connection it goes on at the very byte, with a mark for the gap; when another file took the place of
/// the old one meanwhile, it starts that one at byte 0. A file that a new boot writes over from its beginning gets a
/// mark and the new text, up to where it meets the old; a hole that was cut into a log is jumped over.
///
/// A large file of this machine is not read through the store: it is indexed where it is (LineStore::appendFile), and
/// followed from there.
class SerialFollower : public QObject
{
    Q_OBJECT

public:
    SerialFollower(HostPointer host, QString path, std::shared_ptr<LineStore> store, QObject *parent = nullptr);
    /// Stops and waits for the thread.
    ~SerialFollower() override;

    /// Files of this machine that have at least so many bytes are indexed where they are; 32 MiB unless told. Smaller
    /// ones are copied, so that their lines stay readable when the file is emptied or written over.
    void setIndexedFrom(qint64 bytes);
    /// Begins to read at byte `offset` of the file. Does nothing when it runs.
    void start(qint64 offset = 0);
    /// Stops reading and waits for the thread; what was read is announced before it returns. start(offset()) goes on.
    void stop();
    [[nodiscard]] bool isRunning() const;

    [[nodiscard]] const QString &path() const;
    [[nodiscard]] const std::shared_ptr<LineStore> &store() const;
    /// The byte of the file that is read next.
    [[nodiscard]] qint64 offset() const;
    /// True while the end of the file has been reached and everything has been delivered.
    [[nodiscard]] bool isAtEnd() const;

Q_SIGNALS:
    /// Lines from `first` on are new or changed; `count` of them, as the store holds them now.
    void linesAppended(qint64 first, qint64 count);
    /// The end of the file was reached.
    void endReached();
    /// The file became shorter; a mark stands in the store, reading goes on at its byte 0.
    void truncated();
    /// Another file stands under the name; a mark stands in the store, reading goes on at its byte 0.
    void replaced();
    /// Somebody writes over the file from its beginning; a mark stands in the store, the new text follows it.
    void rewritten();
    /// There is no such file at the moment; it is waited for. resumed() follows.
    void missing();
    /// Reading failed; it is tried again by itself unless the error is final (kind Usage).
    void failed(const portlight::Error &error);
    /// Reading goes on after failed() or missing().
    void resumed();
    /// A large file of this machine is being indexed: so many of its bytes are done; at last all of them.
    void indexed(qint64 done, qint64 size);

private:
    void schedule();
    void announce();
    void tell(const SerialNews::Event &event);

    std::unique_ptr<SerialFollowerWorker> m_worker;
    QTimer *m_round;
};

} // namespace portlight
