// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/LocalHost.h"

#include <atomic>
#include <functional>

namespace portlight {

/// This machine, whose link can be cut: while it is down, follow() and readFile() fail with "host.unreachable". Like
/// another machine it gives away no descriptors, unless `isNear`, and counts what is read beside the stream.
/// LocalHost is final, so the calls are handed on.
class ScriptedHost final : public Host
{
public:
    std::atomic<bool> down = false;
    std::atomic<bool> isNear = false;
    std::atomic<bool> held = false; ///< Events wait until it is false again.
    std::atomic<int> follows = 0;
    std::atomic<int> looks = 0;
    std::atomic<qint64> lookedBytes = 0;
    /// When set, follow() is this.
    std::function<Result<void>(qint64 offset, const FollowSink &sink, const Cancellation &cancellation)> script;

    QString name() const override { return m_host.name(); }
    bool isThisMachine() const override { return true; }
    Result<CommandResult> run(const Command &command, const Cancellation &cancellation) override
    {
        return m_host.run(command, cancellation);
    }
    Result<HostFolders> folders(const Cancellation &cancellation) override { return m_host.folders(cancellation); }
    Result<FileStatus> status(const QString &path, const Cancellation &cancellation) override
    {
        return m_host.status(path, cancellation);
    }
    Result<QList<FileStatus>> list(const QString &folder, const Cancellation &cancellation) override
    {
        return m_host.list(folder, cancellation);
    }
    Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 most,
                                const Cancellation &cancellation) override
    {
        if (down)
            return unreachable();
        return m_host.readFile(path, offset, most, cancellation);
    }
    Result<void> writeFile(const QString &path, QByteArrayView bytes, int mode,
                           const Cancellation &cancellation) override
    {
        return m_host.writeFile(path, bytes, mode, cancellation);
    }
    Result<void> makeFolder(const QString &path, int mode, const Cancellation &cancellation) override
    {
        return m_host.makeFolder(path, mode, cancellation);
    }
    Result<void> rename(const QString &from, const QString &to, const Cancellation &cancellation) override
    {
        return m_host.rename(from, to, cancellation);
    }
    Result<void> link(const QString &target, const QString &path, const Cancellation &cancellation) override
    {
        return m_host.link(target, path, cancellation);
    }
    Result<void> removeTree(const QString &path, const Cancellation &cancellation) override
    {
        return m_host.removeTree(path, cancellation);
    }
    Result<qint64> freeSpace(const QString &path, const Cancellation &cancellation) override
    {
        return m_host.freeSpace(path, cancellation);
    }
    Result<void> follow(const QString &path, qint64 offset, const FollowSink &sink,
                        const Cancellation &cancellation) override
    {
        ++follows;
        if (down)
            return unreachable();
        if (script)
            return script(offset, sink, cancellation);
        bool cut = false;
        const auto watched = [&](FollowEvent event) {
            while (held && !cancellation.isRequested())
                (void)cancellation.sleep(std::chrono::milliseconds(1));
            FarFile far(*this, event.file);
            if (event.file != nullptr && !isNear)
                event.file = &far;
            cut = down;
            return !cut && sink(event);
        };
        const Result<void> result = m_host.follow(path, offset, watched, cancellation);
        return cut ? unreachable() : result;
    }
    Result<HostSocket> connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                                  const Cancellation &cancellation) override
    {
        return m_host.connectTcp(address, port, deadline, cancellation);
    }
    Result<HostSocket> connectUnix(const QString &path, QDeadlineTimer deadline,
                                   const Cancellation &cancellation) override
    {
        return m_host.connectUnix(path, deadline, cancellation);
    }
    Result<std::unique_ptr<HostLock>> lock(const QString &path, QDeadlineTimer deadline,
                                           const Cancellation &cancellation) override
    {
        return m_host.lock(path, deadline, cancellation);
    }

private:
    class FarFile final : public FollowedFile
    {
    public:
        FarFile(ScriptedHost &host, FollowedFile *file)
            : m_host(host)
            , m_file(file)
        {
        }
        Result<QList<QByteArray>> read(const QList<Piece> &pieces) override
        {
            if (m_host.down)
                return unreachable();
            ++m_host.looks;
            auto bytes = m_file->read(pieces);
            for (const QByteArray &piece : bytes.value_or(QList<QByteArray>()))
                m_host.lookedBytes += piece.size();
            return bytes;
        }
        void goOnFrom(qint64 offset) override { m_file->goOnFrom(offset); }
        qint64 size() const override { return m_file->size(); }
        QString path() const override { return m_file->path(); }

    private:
        ScriptedHost &m_host;
        FollowedFile *const m_file;
    };

    static tl::unexpected<Error> unreachable()
    {
        return failure(ErrorKind::Unreachable, QStringLiteral("host.unreachable"), QStringLiteral("The link is cut."));
    }

    LocalHost m_host;
};

} // namespace portlight
