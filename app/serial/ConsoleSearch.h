// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LogFilter.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace portlight {

/// The search of a console: what was typed and whether it can be understood, the lines that match, and the way from one
/// to the next while they are still being looked for. GUI thread.
class ConsoleSearch : public QObject
{
    Q_OBJECT

public:
    /// Why a text is no query.
    struct Problem
    {
        QString sentence;
        int at = -1; ///< Which character, from 0; -1 when that is not known.
    };

    explicit ConsoleSearch(QObject *parent = nullptr);

    /// Looks in another log; null for none.
    void setStore(std::shared_ptr<const LineStore> store);
    /// Looks for something else; queryChanged() follows.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Empty when nothing is looked for, also while there is a problem.
    [[nodiscard]] const LogQuery &query() const { return m_query; }
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// Lines from `first` on are new or changed.
    void linesChanged(qint64 first);

    [[nodiscard]] const LineSet &lines() const { return m_filter.lines(); }
    [[nodiscard]] double progress() const { return m_filter.progress(); }
    [[nodiscard]] bool isFinished() const { return m_filter.isFinished(); }

    /// Looks for the nearest match from line `from` on in steps of +1 or -1, and goes on from the other end. found()
    /// answers, at once or when the threads have come far enough; a new call takes the place of the old one.
    void find(qint64 from, int direction);
    void cancelFind() { m_wanted.reset(); }
    [[nodiscard]] bool isFinding() const { return m_wanted.has_value(); }

Q_SIGNALS:
    void queryChanged();
    /// Members of lines() from `first` on are new or gone.
    void linesFound(qint64 first);
    /// More of the log has been looked at.
    void progressed();
    /// `line` is -1 when nothing matches; `wrapped`: found on the other side of the place where it began.
    void found(qint64 line, bool wrapped);

private:
    struct Wanted
    {
        qint64 from = 0;
        int direction = 1;
    };
    void begin();
    void answer();

    std::shared_ptr<const LineStore> m_store;
    QString m_text;
    LogQuery m_query;
    std::optional<Problem> m_problem;
    LogFilter m_filter;
    std::optional<Wanted> m_wanted;
};

} // namespace portlight
