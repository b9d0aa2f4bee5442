// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct hs_database;

namespace portlight {

/// Automatons that were compiled before, as files "rules-<key>.hsdb" in a folder of this user alone: compiling the
/// rules takes 100 ms of processor time, reading them takes one or two. Whatever is wrong with a file or the folder,
/// there is just nothing to read; no call fails. Any thread, any number of processes.
class HyperscanCache
{
public:
    static constexpr qint64 MostFileBytes = 32 * 1024 * 1024;
    /// The rules as shipped, with a user's own, and those of a program of another version.
    static constexpr int MostFiles = 4;

    struct Free
    {
        void operator()(hs_database *database) const;
    };
    using Database = std::unique_ptr<hs_database, Free>;

    /// Without a folder nothing is kept.
    explicit HyperscanCache(QString folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] bool isOn() const { return !m_folder.isEmpty(); }
    /// Null where there is no file for `key` (hexadecimal digits), or one that is not to be trusted: of another owner,
    /// writable for others, too large, damaged, or for another version of Hyperscan or another processor.
    [[nodiscard]] Database read(const QByteArray &key) const;
    /// Keeps a database for the next time and removes files that were not used for longest.
    void write(const QByteArray &key, const hs_database &database) const;

private:
    [[nodiscard]] QString path(const QByteArray &key) const;
    void removeOld() const;

    QString m_folder;
};

} // namespace portlight
