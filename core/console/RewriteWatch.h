// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/DeliveredText.h"
#include "hosts/Host.h"

#include <functional>

namespace portlight {

/// Notices that somebody writes over a followed file from its beginning without emptying it (Firecracker does that
/// with the log of its last boot), and tells the new text from the old that still stands behind it. Looks at a few
/// hundred bytes each time as long as nothing has changed, so that it is cheap over a network.
class RewriteWatch
{
public:
    explicit RewriteWatch(const DeliveredText &text)
        : m_text(text)
    {
    }

    enum class Verdict {
        Same,      ///< Or nothing is known that could be compared.
        Rewritten, ///< The beginning is new, the end is as it was.
        Anew,      ///< The end is not what was delivered either: all of it is new text.
    };
    /// Compares some of the first `end` bytes of the file with what was delivered.
    [[nodiscard]] Verdict look(FollowedFile &file, qint64 end) const;
    /// The same for a beginning that has been rewritten as far as `end`, with old text behind it.
    [[nodiscard]] bool hasBegunAgain(FollowedFile &file, qint64 end) const;

    /// Takes the new bytes of a stretch, in order; false ends the scan.
    using Take = std::function<bool(qint64 offset, const QByteArray &bytes)>;
    struct Scan
    {
        qint64 end = 0;          ///< The new text reaches so far; it may go on for bytes that are equal in both texts.
        bool beganAgain = false; ///< Somebody writes from the beginning once more; the scan ended before his bytes.
        bool uncertain = false;  ///< It reaches at least to a place where the old text is not known any more.
    };
    /// Hands out the text of [from, to) as far as it differs from what was delivered. `thorough` looks further for
    /// a difference before it believes that the old text has begun.
    [[nodiscard]] Scan scan(FollowedFile &file, qint64 from, qint64 to, bool thorough, const Take &take) const;

private:
    [[nodiscard]] QList<FollowedFile::Piece> samples(const FollowedFile &file, qint64 end) const;
    [[nodiscard]] bool differ(const QList<FollowedFile::Piece> &pieces, const QList<QByteArray> &now) const;

    const DeliveredText &m_text;
};

} // namespace portlight
