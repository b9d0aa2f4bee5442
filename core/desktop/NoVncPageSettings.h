// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopTarget.h"
#include "desktop/EventWait.h"
#include "hosts/Host.h"

#include <QDeadlineTimer>
#include <QHash>

namespace portlight {

/// The files beside noVNC's page with which its server sets the viewer up (noVNC, docs/EMBEDDING.md): defaults.json
/// counts where the URL says nothing, mandatory.json in any case.
struct NoVncPageSettings
{
    QHash<QString, QString> defaults;
    QHash<QString, QString> mandatory;

    [[nodiscard]] bool isEmpty() const { return defaults.isEmpty() && mandatory.isEmpty(); }

    /// One such file: an object of texts, numbers and flags; empty when it is anything else.
    [[nodiscard]] static QHash<QString, QString> parse(const QByteArray &json);

    /// Asks the page's server for both files, as seen from the host. Blocks until the deadline at most; what cannot be
    /// read is taken as not there, as noVNC does. Nothing is asked for a target that was not given as a page's URL.
    /// Over TLS the certificate is not looked at, and no login is sent: the WebSocket will tell whom one talks to.
    [[nodiscard]] static NoVncPageSettings fetch(const DesktopTarget &target, const HostPointer &host,
                                                 QDeadlineTimer deadline, const EventWait &wait);
};

} // namespace portlight
