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

/// An UltraVNC repeater: it wants to be told which server, whose own banner comes then.
struct BannerRepeater
{
};

/// Reads "RFB 003.008\n" (RFC 6143, section 7.1.1) as soon as it can be told from the first bytes, which may be fewer
/// or more than a banner. The same versions as noVNC's, no others: 3.3, 3.7 and 3.8 are themselves; 3.6 (UltraVNC)
/// speaks 3.3; 3.889 (Apple), 4.0 (Intel AMT), 4.1 and 5.0 (RealVNC) speak 3.8; 0.0 is a repeater.
[[nodiscard]] std::variant<BannerIncomplete, BannerVersion, BannerRepeater, NotRfb> readBanner(QByteArrayView start);

/// For a connection that ended after these bytes: the sentence of NotRfb.
[[nodiscard]] QString incompleteBannerSummary(QByteArrayView start);

} // namespace portlight::rfb
