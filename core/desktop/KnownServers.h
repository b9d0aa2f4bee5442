// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace portlight {

/// The certificates and keys that a person has accepted, in a file of one line each: endpoint, SHA-256 in hex, note
/// ("127.0.0.1:6080 5f2a... a self-signed certificate"). The file is read anew each time and written whole or not at
/// all; lines it does not understand are kept. Another process may use the same file.
class KnownServers
{
public:
    explicit KnownServers(QString file);

    /// SHA-256 of all that were accepted for an endpoint ("host:port"), the newest last; none without a file.
    [[nodiscard]] QList<QByteArray> identitiesFor(const QString &endpoint) const;
    /// In place of what was remembered for the endpoint before. Errors: "known-servers.unwritable".
    [[nodiscard]] Result<void> remember(const QString &endpoint, const QByteArray &sha256, const QString &note);
    /// Errors: "known-servers.unwritable".
    [[nodiscard]] Result<void> forget(const QString &endpoint);

private:
    [[nodiscard]] QList<QByteArray> linesWithout(const QString &endpoint) const;
    [[nodiscard]] Result<void> change(const QString &endpoint, const QByteArray &line);

    QString m_file;
};

} // namespace portlight
