// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/LineStore.h"

#include <QByteArray>

#include <map>
#include <memory>

namespace portlight {

/// What was delivered of the file that is followed, by its place in the file: where each stretch of it stands in the
/// store, so that it can be compared with what the file holds now. Belongs to the follower's thread.
class DeliveredText
{
public:
    explicit DeliveredText(std::shared_ptr<const LineStore> store);

    void clear();
    /// The bytes [offset, offset + length) of the file stand at `storeOffset` of the store; what was there before is
    /// forgotten.
    void add(qint64 offset, qint64 length, qint64 storeOffset);
    /// The same for bytes that do not stay in the store.
    void addCopy(qint64 offset, const QByteArray &bytes);
    /// The bytes from `offset` on as they were delivered last: as many as are known without a gap, at most `most`.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 most) const;
    [[nodiscard]] bool isEmpty() const { return m_stretches.empty(); }

private:
    struct Stretch
    {
        qint64 length = 0;
        qint64 storeOffset = 0;
        QByteArray copy; ///< Instead of a place in the store.
    };
    void put(qint64 offset, Stretch stretch);
    void makeRoom(qint64 from, qint64 to);
    [[nodiscard]] static Stretch part(const Stretch &stretch, qint64 from, qint64 to);

    const std::shared_ptr<const LineStore> m_store;
    std::map<qint64, Stretch> m_stretches; ///< By offset in the file; they do not overlap.
};

} // namespace portlight
