// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "serial/LineClass.h"
#include "serial/LineClassifier.h"
#include "serial/PlainBlock.h"
#include "serial/StyledText.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace portlight {

/// Something that happened to the log between two lines. It takes a line of its own so that nothing vanishes silently.
struct LineMark
{
    enum class Kind : quint8 {
        None,
        Truncated,   ///< The file was cut; what follows was written from its beginning.
        Replaced,    ///< Another file stands under the name.
        Gap,         ///< The connection was lost for `duration`.
        Lost,        ///< `bytes` were written to the log and could not be read.
        Cut,         ///< `bytes` were taken out of the middle of the file, which had grown too large (a hole of NULs).
        Overwritten, ///< What follows is older: a new boot wrote over the beginning of this file without emptying it.
        Rewritten,   ///< Somebody writes over this file from its beginning; what follows is the new text.
    };
    Kind kind = Kind::None;
    qint64 duration = 0; ///< Milliseconds.
    qint64 bytes = 0;
};

/// One line as the view shows it.
struct SerialLine
{
    qint64 number = 0; ///< Counts from 0, marks included.
    qint64 fileLine =
        0; ///< Counts from 1 in the file as it is: begins anew with another file, leaves marks out. 0 for a mark.
    QString text;
    QList<TextSpan> spans;
    LineClass lineClass = LineClass::Plain;
    Severity severity = Severity::None;
    LineMark mark;                    ///< Kind None for a line of the guest; else the text is empty.
    std::optional<qint64> kernelTime; ///< Microseconds: the line's own kernel time stamp.
    std::optional<qint64> sinceBoot;  ///< Milliseconds since its boot began: its own or reckoned from the last stamp.
    bool sinceBootIsLeast = false;    ///< It came then or later; nothing closer is known.
    QDateTime arrival;                ///< When it was read; invalid for what stood in the log before.
    bool continuation = false;        ///< Goes on with the line before it, which was too long.
    bool continues = false;           ///< Goes on in the next line.
    bool rewritten = false;           ///< A progress line; the text is what a terminal would show at last.
    bool open = false;                ///< The last line, without a line feed yet.
    bool dropped = false;             ///< Its text is not kept any more.
    bool stitched = false;            ///< Lines of the hypervisor stood in the middle of it and were taken out.
};

/// A stretch of the log from one kernel start to the next.
struct SerialBoot
{
    qint64 firstLine = 0;
    qint64 lineCount = 0;
    QDateTime arrival; ///< Of its first line; invalid where unknown.
    QString kernel;    ///< "6.1.0-56-cloud-amd64"; empty where the log holds no banner.
};

/// The lines of one serial log: raw bytes in a file, a small index beside them, nothing else per line.
/// One thread appends (append, appendFile, appendMark, clear); any threads read at the same time. Readers are held up
/// for the short time in which a finished batch is added, never while it is read, split and classified.
///
/// A line of the hypervisor's own log (VmmStamp) that stands within a line of the guest is a line of class Vmm; what it
/// cut off the guest's line is put before the rest of that line, once it comes.
class LineStore
{
public:
    struct Limits
    {
        /// What came through append() and is kept, in a temporary file without a name; the oldest is dropped.
        qint64 mostBytes = qint64(1024) * 1024 * 1024;
        qint64 mostMemory = qint64(32) * 1024 * 1024; ///< Kept where there is no temporary file, or the disk is full.
        QString folder;                               ///< For the temporary file; empty: the user's cache folder.
        qint64 fileChunkBytes = 1024 * 1024;          ///< appendFile() reads so much at once, in each thread.
    };
    /// Which lines an append changed: from `first` to the end. `first` may be a line that was open before.
    struct Change
    {
        qint64 first = 0;
        qint64 count = 0;
        qint64 failures = 0; ///< Among them.
    };

    explicit LineStore(std::shared_ptr<const LineClassifier> classifier = LineClassifier::shipped());
    LineStore(std::shared_ptr<const LineClassifier> classifier, Limits limits);
    ~LineStore();
    LineStore(const LineStore &) = delete;
    LineStore &operator=(const LineStore &) = delete;

    /// Adds the next bytes of the log. `arrival` is invalid for what stood in the log before it was opened.
    Change append(QByteArrayView bytes, const QDateTime &arrival);
    /// Adds the bytes [from, to) of a file that is open for reading (the store keeps a duplicate of the descriptor).
    /// They stay in the file and are read from there when they are shown; what the file loses later comes back as
    /// `dropped` lines. Splitting and classifying use up to `threads` threads; readers see the first lines after a few
    /// milliseconds. `progress` is called now and then in the calling thread with what has been added so far; when it
    /// returns false, the rest is left out. Long runs of NULs and holes become marks.
    /// Errors: "file.failed". The bytes of the last, open line are part of what was added.
    using FileProgress = std::function<bool(qint64 bytesDone, const Change &change)>;
    [[nodiscard]] Result<void> appendFile(int descriptor, qint64 from, qint64 to, int threads,
                                          const FileProgress &progress);
    /// Ends the open line and adds a line that says what happened.
    Change appendMark(const LineMark &mark, const QDateTime &arrival);
    /// Forgets everything.
    void clear();

    [[nodiscard]] qint64 lineCount() const;
    [[nodiscard]] qint64 byteCount() const;
    /// Lines of class Failure and Warning.
    [[nodiscard]] qint64 failureCount() const;
    [[nodiscard]] qint64 warningCount() const;
    /// A line that does not exist comes back empty, with number -1.
    [[nodiscard]] SerialLine line(qint64 number) const;
    /// `count` lines from `first`, as many as there are.
    [[nodiscard]] QList<SerialLine> lines(qint64 first, qint64 count) const;
    /// The raw bytes of a line; empty when dropped.
    [[nodiscard]] QByteArray rawLine(qint64 number) const;
    /// The plain text of lines from `first` on: as many as fit in about `mostBytes`, at least one; count() 0 behind the
    /// end. `classes` gets one entry per line. Reuses the memory of `block`.
    void plainBlock(qint64 first, qint64 mostBytes, PlainBlock &block, std::vector<LineClass> &classes) const;
    /// Everything that is kept, as it came, up to `most` bytes from `offset` (of this store, not of the file).
    [[nodiscard]] QByteArray rawBytes(qint64 offset, qint64 most) const;
    /// Offset of the first byte that is still kept.
    [[nodiscard]] qint64 firstKeptByte() const;
    /// How many of the oldest lines were dropped because there was no room for them.
    [[nodiscard]] qint64 droppedLineCount() const;
    /// Memory of the index, in bytes.
    [[nodiscard]] qint64 indexMemory() const;

    /// The next line of class Failure (or Warning and Failure) from `from` on, in steps of +1 or -1; -1 for none.
    [[nodiscard]] qint64 findFailure(qint64 from, int direction, bool warningsToo = false) const;
    /// Numbers of up to `most` failure lines from line `from` on.
    [[nodiscard]] QList<qint64> failures(qint64 from, qint64 most) const;
    [[nodiscard]] qint64 failuresIn(qint64 first, qint64 count) const;

    /// The result of looking at a limited number of lines.
    struct Found
    {
        qint64 line = -1; ///< -1: not in the lines looked at.
        qint64 next = -1; ///< Where to go on looking; -1: everything was looked at.
    };
    /// Looks for plain text in up to `most` lines from `from`, in steps of +1 or -1.
    [[nodiscard]] Found find(const QString &text, Qt::CaseSensitivity sensitivity, qint64 from, int direction,
                             qint64 most) const;

    /// The highest severity in each of `parts` equal parts of the lines [first, first + count).
    [[nodiscard]] std::vector<Severity> severityProfile(qint64 first, qint64 count, int parts) const;

    [[nodiscard]] QList<SerialBoot> boots() const;
    [[nodiscard]] int bootOf(qint64 line) const;
    /// When the last bytes came; invalid when they stood there before.
    [[nodiscard]] QDateTime lastArrival() const;

    struct Private;

private:
    std::unique_ptr<Private> d;
};

} // namespace portlight
