// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogWriter.h"

#include "base/Cancellation.h"

#include <QElapsedTimer>
#include <QSaveFile>

#include <algorithm>
#include <functional>
#include <optional>
#include <thread>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 PieceBytes = 1024 * 1024;
constexpr qint64 LinesAtOnce = 2000;
constexpr qint64 ProgressMilliseconds = 50;

} // namespace

struct LogWriter::Private
{
    std::shared_ptr<const LineStore> store;
    QString path;
    Form form;
    std::optional<ConsoleSelection> selection; ///< None: everything.
    std::optional<LineSet> only;
    Cancellation cancellation;
    std::function<void(double)> progress;
    std::thread thread;
    quint64 run = 0; ///< What an earlier run still has to say is not for the present one.

    [[nodiscard]] Result<void> write() const;

private:
    [[nodiscard]] bool writeBytes(QSaveFile &file) const;
    [[nodiscard]] bool writeLines(QSaveFile &file) const;
    void addLine(QByteArray &piece, const SerialLine &line, const ConsoleSelection &marked) const;
};

Result<void> LogWriter::Private::write() const
{
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    if (good)
        good = form.raw && !selection ? writeBytes(file) : writeLines(file);
    // A QSaveFile that is not committed leaves nothing.
    if (cancellation.isRequested())
        return failure(cancelledError());
    if (good && file.commit())
        return {};
    return failure(ErrorKind::Failed, u"file.failed"_s, LogWriter::tr("The log could not be saved to %1.").arg(path),
                   LogWriter::tr("Choose another folder, or make room."), file.errorString());
}

bool LogWriter::Private::writeBytes(QSaveFile &file) const
{
    const qint64 first = store->firstKeptByte();
    // What comes while it is being written is left out, or a flood would never end.
    const qint64 last = store->byteCount();
    for (qint64 at = first; at < last && !cancellation.isRequested();) {
        const QByteArray piece = store->rawBytes(at, std::min(PieceBytes, last - at));
        if (piece.isEmpty())
            break;
        if (file.write(piece) != piece.size())
            return false;
        at += piece.size();
        progress(double(at - first) / double(last - first));
    }
    return true;
}

void LogWriter::Private::addLine(QByteArray &piece, const SerialLine &line, const ConsoleSelection &marked) const
{
    if (form.raw) {
        if (line.mark.kind == LineMark::Kind::None)
            piece += store->rawLine(line.number) + (line.continues ? QByteArray() : QByteArray("\n"));
        return;
    }
    QString text;
    ConsoleSelection::append(text, line, marked.rangeIn(line.number, int(ConsoleSelection::shown(line).size())),
                             {form.numbers, form.times});
    piece += text.toUtf8();
    if (!line.continues)
        piece += '\n';
}

bool LogWriter::Private::writeLines(QSaveFile &file) const
{
    ConsoleSelection marked = selection.value_or(ConsoleSelection());
    if (!selection) {
        marked.begin({0, 0});
        marked.extend({store->lineCount(), 0});
    }
    const qint64 first = marked.first().line;
    const qint64 end = marked.last().line + (marked.last().column > 0 ? 1 : 0);
    QByteArray piece;
    for (qint64 at = first; at < end && !cancellation.isRequested(); at += LinesAtOnce) {
        if (only && only->rowOf(std::min(end, at + LinesAtOnce)) == only->rowOf(at))
            continue;
        for (const SerialLine &line : store->lines(at, std::min(LinesAtOnce, end - at))) {
            if (!only || only->contains(line.number))
                addLine(piece, line, marked);
        }
        if (file.write(piece) != piece.size())
            return false;
        piece.clear();
        progress(double(at - first) / double(end - first));
    }
    return true;
}

LogWriter::LogWriter(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

LogWriter::~LogWriter()
{
    cancel();
    if (d->thread.joinable())
        d->thread.join();
}

void LogWriter::start(std::shared_ptr<const LineStore> store, const QString &path, Form form)
{
    begin(std::move(store), path, form, nullptr, nullptr);
}

void LogWriter::start(std::shared_ptr<const LineStore> store, const QString &path, Form form,
                      const ConsoleSelection &selection, const LineSet *only)
{
    begin(std::move(store), path, form, &selection, only);
}

void LogWriter::begin(std::shared_ptr<const LineStore> store, const QString &path, Form form,
                      const ConsoleSelection *selection, const LineSet *only)
{
    cancel();
    if (d->thread.joinable())
        d->thread.join();
    const quint64 run = d->run + 1;
    d = std::make_unique<Private>();
    d->run = run;
    d->store = std::move(store);
    d->path = path;
    d->form = form;
    if (selection)
        d->selection = *selection;
    if (only)
        d->only = *only;
    auto said = std::make_shared<QElapsedTimer>();
    said->start();
    d->progress = [this, run, said](double share) {
        if (said->elapsed() < ProgressMilliseconds)
            return;
        said->restart();
        QMetaObject::invokeMethod(this, [this, run, share] {
            if (d->run == run && isRunning())
                Q_EMIT progress(share);
        });
    };
    m_running = true;
    // The thread is joined before `d` goes.
    d->thread = std::thread([this, run, work = d.get()] {
        const Result<void> written = work->write();
        QMetaObject::invokeMethod(this, [this, run, written] { finish(run, written); });
    });
}

void LogWriter::finish(quint64 run, const Result<void> &written)
{
    if (d->run != run)
        return;
    m_running = false;
    if (written)
        Q_EMIT saved(d->path);
    else
        Q_EMIT failed(written.error());
}

void LogWriter::cancel()
{
    d->cancellation.request();
}

bool LogWriter::isRunning() const
{
    return m_running;
}

} // namespace portlight
