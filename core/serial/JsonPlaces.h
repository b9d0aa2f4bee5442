// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace portlight {

/// Finds things in the text of a JSON file, because QJsonDocument forgets where they stood.
class JsonPlaces
{
public:
    struct Place
    {
        int line = 1;
        int column = 1; ///< In characters.
    };
    [[nodiscard]] static Place placeOf(const QByteArray &json, qsizetype offset);

    /// Offsets of the items of the list that the outermost object holds under `key`. The text must be valid JSON.
    [[nodiscard]] static QList<qsizetype> itemsOf(const QByteArray &json, QByteArrayView key);
};

} // namespace portlight
