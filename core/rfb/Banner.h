// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <variant>

namespace portlight::rfb {

constexpr int bannerSize = 12;

/// The server's first bytes are no RFB banner.
struct NotRfb
{
    /// Translated: what they look like, as a whole sentence.
    QString summary;
};

/// More bytes are needed to tell.
struct BannerIncomplete
{
};

/// The version to answer with: 3, 7 or 8 of 3.x.
struct BannerVersion
{
    int minor = 3;
};

/// Reads "RFB 003.008\n" (RFC 6143, section 7.1.1) as soon as it can be told from the first bytes, which may be fewer
/// or more than a banner. Versions 3.3, 3.7 and 3.8 are themselves; 3.889 (Apple), 4.x and 5.x speak 3.8; other 3.x
/// speak 3.3.
[[nodiscard]] std::variant<BannerIncomplete, BannerVersion, NotRfb> readBanner(QByteArrayView start);

/// For a connection that ended after these bytes: the sentence of NotRfb.
[[nodiscard]] QString incompleteBannerSummary(QByteArrayView start);

} // namespace portlight::rfb
