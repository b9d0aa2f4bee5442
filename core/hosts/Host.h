// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "hosts/HostSocket.h"

#include <QByteArray>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace portlight {

/// A program to run on a host. Program and arguments never pass through a shell as spliced text.
struct Command
{
    QString program = {}; ///< A name to look up in the host's PATH, or an absolute path.
    QStringList arguments = {};
    QByteArray input = {};                    ///< Written to standard input, which is then closed.
    QString workingFolder = {};               ///< Empty: the host's default.
    QHash<QString, QString> environment = {}; ///< Added to the host's own.
    std::chrono::milliseconds timeout{30'000};
    /// Per channel; what is over it is read and dropped, the first bytes are kept.
    qint64 outputLimit = 16 * 1024 * 1024;
    enum class Channel { Output, Error };
    /// Sees output as it comes, in the calling thread. May be empty.
    std::function<void(Channel, QByteArrayView)> onOutput = {};
};

/// How a command ended. A non-zero exit code is an answer, not an Error.
struct CommandResult
{
    int exitCode = 0; ///< 128 + signal when a signal ended it.
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] bool succeeded() const { return exitCode == 0; }
    /// Standard error (or output when that is empty), trimmed to its last lines, for Error::detail.
    [[nodiscard]] QString complaint() const;
};

struct FileStatus
{
    enum class Type { File, Folder, Link, Socket, Other };
    QString name; ///< Last part of the path.
    Type type = Type::File;
    qint64 size = 0;      ///< Apparent size in bytes.
    qint64 allocated = 0; ///< Bytes on disk.
    quint64 inode = 0;
    int mode = 0; ///< Permission bits.
    QDateTime modified;
};

/// The file that is being followed, for a sink while it is called: the very file whose bytes are delivered, also when
/// it has lost its name meanwhile.
class FollowedFile
{
public:
    struct Piece
    {
        qint64 offset = 0;
        qint64 size = 0;
    };
    virtual ~FollowedFile() = default;
    /// The bytes of all pieces as they stand in the file now, in one round trip; shorter where the file ends.
    [[nodiscard]] virtual Result<QList<QByteArray>> read(const QList<Piece> &pieces) = 0;
    /// Following goes on from byte `offset` when the sink has returned.
    virtual void goOnFrom(qint64 offset) = 0;
    /// Bytes, at the last look.
    [[nodiscard]] virtual qint64 size() const = 0;
    /// Its name without symbolic links, as it was when it was opened.
    [[nodiscard]] virtual QString path() const = 0;
    /// Open for reading where the file is one of this machine, else -1. Stays the property of the follower.
    [[nodiscard]] virtual int descriptor() const { return -1; }
};

/// What a follower saw; see Host::follow.
struct FollowEvent
{
    enum class Type {
        Opened,    ///< A file stands open and is read from `offset` on: before its first bytes, or after Missing.
        Data,      ///< `bytes`, which begin at `offset` of the file.
        Truncated, ///< The file became shorter; following goes on from byte 0.
        Replaced,  ///< Another file stands under the name (rotation, a new boot's link); goes on from its byte 0. Comes
                   ///< after the last byte of the old file where that is still to be had.
        Missing,   ///< There is no such file at the moment; waiting for it.
        Idle,      ///< Everything there is has been delivered (sent once each time the end is reached).
        Touched, ///< Written to without growing: bytes that were delivered may have changed. A few times a second, and
                 ///< once more when it has come to rest.
    };
    Type type = Type::Data;
    qint64 offset = 0;
    QByteArray bytes = {}; ///< At most 256 KiB a time.
    /// Data: what stands in the file directly before `offset` (up to 64 bytes), read together with `bytes`. Whoever
    /// remembers other bytes there knows that the file was written anew between two looks.
    QByteArray before = {};
    qint64 lost = 0;              ///< Truncated: so many bytes stood there at the last look and were not delivered.
    FollowedFile *file = nullptr; ///< Null for Missing and Replaced, and where a host cannot offer it.
};

/// Where Portlight keeps things on a host (design.md, "What lives on a host"). Absolute paths without a trailing slash.
struct HostFolders
{
    QString data;    ///< VMs in data/vms/<id>, images in data/images/<name>, the trash in data/trash.
    QString runtime; ///< Sockets and logs in runtime/<id>; short enough for Unix socket paths.
    QString cache;   ///< May be deleted any time.
};

/// Holds a lock until it is destroyed.
class HostLock
{
public:
    virtual ~HostLock() = default;
};

/// A machine: run a command, read and follow files, connect. Everything else is written once against this.
/// All functions block, obey their time limit and the cancellation, and may be called from any thread at once.
/// Paths are absolute paths on that host.
///
/// Errors, kind Unreachable unless said otherwise: "host.unreachable" (the host itself), "command.missing" (no such
/// program), "command.timeout", "file.missing" (Usage), "file.denied", "file.exists" (Failed), "disk.full",
/// "file.failed" (Failed), "connect.refused", "connect.timeout", "connect.unreachable", "connect.name-not-found",
/// "connect.denied", "lock.held" (Failed), "cancelled".
class Host
{
public:
    virtual ~Host() = default;

    /// "local", a saved host's name or an ssh:// address: what `--host` takes and JSON shows.
    [[nodiscard]] virtual QString name() const = 0;
    /// True when a socket of this process reaches the same endpoints as the host does (no HostProxy needed).
    [[nodiscard]] virtual bool isThisMachine() const = 0;

    [[nodiscard]] virtual Result<CommandResult> run(const Command &command, const Cancellation &cancellation) = 0;

    [[nodiscard]] virtual Result<HostFolders> folders(const Cancellation &cancellation) = 0;
    /// Does not follow a symbolic link at the end of the path.
    [[nodiscard]] virtual Result<FileStatus> status(const QString &path, const Cancellation &cancellation) = 0;
    /// Everything in a folder but "." and "..", sorted by name.
    [[nodiscard]] virtual Result<QList<FileStatus>> list(const QString &folder, const Cancellation &cancellation) = 0;
    /// Up to `most` bytes from `offset` (empty at or behind the end).
    [[nodiscard]] virtual Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 most,
                                                      const Cancellation &cancellation) = 0;
    /// Replaces the file as a whole or not at all: temporary file beside it, fsync, rename. Keeps nothing half-written.
    [[nodiscard]] virtual Result<void> writeFile(const QString &path, QByteArrayView bytes, int mode,
                                                 const Cancellation &cancellation) = 0;
    /// Makes the folder and its parents; new ones get `mode`.
    [[nodiscard]] virtual Result<void> makeFolder(const QString &path, int mode, const Cancellation &cancellation) = 0;
    /// Renames within one file system; the target must not exist.
    [[nodiscard]] virtual Result<void> rename(const QString &from, const QString &to,
                                              const Cancellation &cancellation) = 0;
    /// Makes or atomically replaces a symbolic link.
    [[nodiscard]] virtual Result<void> link(const QString &target, const QString &path,
                                            const Cancellation &cancellation) = 0;
    /// Removes a file, a link or a folder with everything in it, never through a link. Nothing there is fine.
    [[nodiscard]] virtual Result<void> removeTree(const QString &path, const Cancellation &cancellation) = 0;
    /// Bytes free for this user in the file system of `path` (or of its nearest existing parent).
    [[nodiscard]] virtual Result<qint64> freeSpace(const QString &path, const Cancellation &cancellation) = 0;

    /// Delivers a growing file from `offset` until cancelled or the sink returns false (then it succeeds). The sink is
    /// called in the calling thread; while it works, nothing more is read. After Missing a file is read from byte 0,
    /// unless it is the one that was read before.
    using FollowSink = std::function<bool(const FollowEvent &)>;
    [[nodiscard]] virtual Result<void> follow(const QString &path, qint64 offset, const FollowSink &sink,
                                              const Cancellation &cancellation) = 0;

    /// Connects as seen from the host; names are resolved there.
    [[nodiscard]] virtual Result<HostSocket> connectTcp(const QString &address, quint16 port, QDeadlineTimer deadline,
                                                        const Cancellation &cancellation) = 0;
    [[nodiscard]] virtual Result<HostSocket> connectUnix(const QString &path, QDeadlineTimer deadline,
                                                         const Cancellation &cancellation) = 0;

    /// Takes an exclusive lock (flock) on a file that is made where it is missing, waiting until the deadline.
    /// The lock dies with its holder's process. "lock.held": the hint names the owner where known.
    [[nodiscard]] virtual Result<std::unique_ptr<HostLock>> lock(const QString &path, QDeadlineTimer deadline,
                                                                 const Cancellation &cancellation) = 0;
};

using HostPointer = std::shared_ptr<Host>;

} // namespace portlight
