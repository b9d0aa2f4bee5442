// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/Host.h"
#include "images/Image.h"

namespace portlight {

/// The golden images of a host, below `<data>/images/<name>/v<N>/`. Keeps nothing in memory: each call looks.
/// Any thread.
class ImageStore
{
public:
    explicit ImageStore(HostPointer host);

    /// All complete images, sorted by name, newest version first. Damaged or half-made ones are left out.
    [[nodiscard]] Result<QList<Image>> list(const Cancellation &cancellation) const;

    /// "desktop" (its newest version), "desktop@2" or "desktop-v2".
    /// Error: "image.unknown" (Usage), "image.damaged".
    [[nodiscard]] Result<Image> find(const QString &reference, const Cancellation &cancellation) const;

    /// Removes one version. `usedBy` names the VMs (the trash included) whose disks are based on it: when there are
    /// any, nothing is removed and the error is "image.in-use" (Failed), naming them. Waits for no running build:
    /// "lock.held".
    [[nodiscard]] Result<void> remove(const Image &image, const QStringList &usedBy,
                                      const Cancellation &cancellation) const;

    /// `<data>/images`.
    [[nodiscard]] Result<QString> folder(const Cancellation &cancellation) const;

    /// True for what an image may be called: a-z, 0-9 and inner dashes, at most 40, not ending in "-v<N>".
    [[nodiscard]] static bool isName(const QString &name);

private:
    HostPointer m_host;
};

} // namespace portlight
