// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStore.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace portlight {

/// Looks for text in a log in small slices, so that the window stays alive however long the log is. GUI thread.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    explicit LogSearch(QObject *parent = nullptr);

    /// Begins at line `from` and goes on from the other end when nothing is found. A search under way is given up.
    void start(std::shared_ptr<const LineStore> store, const QString &text, qint64 from, int direction);
    void cancel();

Q_SIGNALS:
    /// `wrapped`: found on the other side of where the search began. `line` is -1 when the text is nowhere.
    void finished(qint64 line, bool wrapped);

private:
    void step();

    std::shared_ptr<const LineStore> m_store;
    QString m_text;
    qint64 m_begin = 0;
    qint64 m_next = 0;
    int m_direction = 1;
    bool m_wrapped = false;
    QTimer m_timer;
};

} // namespace portlight
