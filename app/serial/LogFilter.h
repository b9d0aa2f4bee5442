// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineSet.h"
#include "serial/LineStore.h"
#include "serial/LogQuery.h"

#include <QObject>

#include <memory>
#include <optional>

namespace portlight {

/// The lines of a log that match a query, worked out by threads of its own and kept up to date while the log grows.
/// GUI thread; signals at most 30 times per second.
class LogFilter : public QObject
{
    Q_OBJECT

public:
    explicit LogFilter(QObject *parent = nullptr);
    /// Stops its threads.
    ~LogFilter() override;

    struct Range
    {
        qint64 first = 0;
        qint64 last = -1; ///< Behind the last line; -1: to the end, however far the log grows.
    };
    /// Begins anew. The old result stays until the first new one is there.
    void start(std::shared_ptr<const LineStore> store, const LogQuery &query, Range range);
    void start(std::shared_ptr<const LineStore> store, const LogQuery &query)
    {
        start(std::move(store), query, Range());
    }
    /// Forgets store, query and result.
    void clear();
    /// Lines from `first` on are new or changed (as SerialFollower::linesAppended).
    void linesChanged(qint64 first);

    /// What matched so far. Changes only in this thread, just before changed().
    [[nodiscard]] const LineSet &lines() const;
    /// Lines before it have been looked at.
    [[nodiscard]] qint64 position() const;
    /// How far it has looked, from 0 to 1.
    [[nodiscard]] double progress() const;
    [[nodiscard]] bool isFinished() const;

Q_SIGNALS:
    /// Members from line `first` on are new or gone.
    void changed(qint64 first);
    /// More lines have been looked at, whether they match or not; after changed().
    void progressed();
    /// Everything there is has been looked at (again after each growth).
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace portlight
