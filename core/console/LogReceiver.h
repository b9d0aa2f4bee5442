// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/DeliveredText.h"
#include "console/RewriteWatch.h"
#include "console/SerialNews.h"
#include "hosts/Host.h"
#include "serial/LineStore.h"

#include <QElapsedTimer>

#include <atomic>
#include <memory>

namespace portlight {

/// Puts what Host::follow tells into a LineStore, each byte once, and a mark wherever something happened to the log.
/// Belongs to the follower's thread but for offset() and isAtEnd().
class LogReceiver
{
public:
    LogReceiver(HostPointer host, std::shared_ptr<LineStore> store, SerialNewsBoard &news);

    /// Following begins at byte `offset`. Where the last one ended there, its file is recognised again.
    void begin(qint64 offset);
    /// A connection begins; its file may be another one than before.
    void beginConnection();
    /// The connection was lost.
    void fail(const Error &error);
    /// For Host::follow; false when a stop is requested.
    [[nodiscard]] bool take(const FollowEvent &event, const Cancellation &cancellation);
    /// Something came over the present connection.
    [[nodiscard]] bool hasReceived() const { return m_received; }

    [[nodiscard]] qint64 offset() const { return m_offset; }
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }

    /// Files of this machine that have at least so many bytes still to come are indexed where they are.
    std::atomic<qint64> indexedFrom = qint64(32) * 1024 * 1024;

private:
    void noteResumed();
    void takeOpened(const FollowEvent &event, const Cancellation &cancellation);
    void takeData(const FollowEvent &event, const Cancellation &cancellation);
    void takeTouched(FollowedFile &file);
    void takeEnd(FollowedFile *file);
    void takeTruncated(const FollowEvent &event);

    /// Is what was delivered of the last file still there?
    void recognise(const FollowEvent &event);
    void indexFile(FollowedFile &file, const Cancellation &cancellation);
    void keepReference(FollowedFile &file, qint64 offset, qint64 size);
    void deliver(qint64 offset, QByteArrayView bytes);
    [[nodiscard]] bool jumpOverCut(const FollowEvent &event, const Cancellation &cancellation);
    void beginAnew(LineMark::Kind mark, SerialNews::Kind kind);
    void beginRewrite(FollowedFile &file);
    void noteRewrite();
    void advanceRewrite(FollowedFile &file);
    void extendToLineEnd(FollowedFile &file);
    [[nodiscard]] bool hasGuessFailed(FollowedFile &file) const;
    /// The new text has passed the end of the old one; false when it is not the text that was begun.
    [[nodiscard]] bool finishRewrite(FollowedFile &file, qint64 end);
    [[nodiscard]] bool wasWrittenAnew(const FollowEvent &event) const;
    void mark(const LineMark &mark);
    [[nodiscard]] QDateTime arrival() const;

    const HostPointer m_host;
    const std::shared_ptr<LineStore> m_store;
    SerialNewsBoard &m_news;
    std::atomic<qint64> m_offset = 0; ///< The byte of the file that follow() delivers next.
    std::atomic<bool> m_atEnd = false;

    DeliveredText m_text;
    RewriteWatch m_rewrites;
    QByteArray m_last;       ///< The bytes just before m_offset.
    qint64 m_rewritten = -1; ///< The file is new text up to here and old text from here to m_offset; -1: it is not.
    qint64 m_sure = 0;       ///< Up to here it certainly is; the rest, a line's end, is equal in both texts.
    int m_looks = 0;         ///< Since the new text became longer.
    bool m_live = false;     ///< The end was reached once: what comes now comes as it is written.
    bool m_missing = false;
    bool m_unknown = false; ///< This connection has not shown yet which file it reads.
    bool m_received = false;
    bool m_failing = false;
    QElapsedTimer m_gap;
    QElapsedTimer m_looked;
    QElapsedTimer m_moved; ///< Since the new text became longer.
};

} // namespace portlight
