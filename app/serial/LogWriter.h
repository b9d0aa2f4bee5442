// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "serial/ConsoleSelection.h"
#include "serial/LineSet.h"
#include "serial/LineStore.h"

#include <QObject>
#include <QString>

#include <memory>

namespace portlight {

/// Writes a log, or a part of it, to a file in a thread of its own, in pieces, so that a log of any size needs little
/// memory. The file appears when all of it has been written; a failure or a cancel leaves what was there before.
/// GUI thread; one file at a time.
class LogWriter : public QObject
{
    Q_OBJECT

public:
    struct Form
    {
        /// The bytes as they came, colours and all; whole lines, and without marks.
        bool raw = false;
        bool numbers = false; ///< Text only: the line's number in the file before it.
        bool times = false;   ///< Text only: the time since boot before it.
    };

    explicit LogWriter(QObject *parent = nullptr);
    /// Cancels and waits for the thread.
    ~LogWriter() override;

    /// All there is.
    void start(std::shared_ptr<const LineStore> store, const QString &path, Form form);
    /// The selected part; of the lines in `only` (a copy is taken), or of all when it is null.
    void start(std::shared_ptr<const LineStore> store, const QString &path, Form form,
               const ConsoleSelection &selection, const LineSet *only);
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// From 0 to 1, at most 20 times per second.
    void progress(double share);
    void saved(const QString &path);
    /// "file.failed", or "cancelled" after cancel().
    void failed(const portlight::Error &error);

private:
    void begin(std::shared_ptr<const LineStore> store, const QString &path, Form form,
               const ConsoleSelection *selection, const LineSet *only);
    void finish(quint64 run, const Result<void> &written);

    struct Private;
    std::unique_ptr<Private> d;
    bool m_running = false;
};

} // namespace portlight
