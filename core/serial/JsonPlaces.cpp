// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/JsonPlaces.h"

#include <algorithm>

namespace portlight {

namespace {

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/// Offset of the closing quote of the string that opens at `at`.
qsizetype endOfString(const QByteArray &json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return at;
}

} // namespace

JsonPlaces::Place JsonPlaces::placeOf(const QByteArray &json, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(json).first(std::clamp<qsizetype>(offset, 0, json.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    return {int(line), int(QString::fromUtf8(before.sliced(lineStart)).size()) + 1};
}

QList<qsizetype> JsonPlaces::itemsOf(const QByteArray &json, QByteArrayView key)
{
    QList<qsizetype> items;
    QByteArrayView lastString;
    int depth = 0;
    bool inside = false; // in the list itself
    bool itemExpected = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char byte = json[at];
        if (isSpace(byte))
            continue;
        if (inside && depth == 2 && itemExpected && byte != ']') {
            items.append(at);
            itemExpected = false;
        }
        if (byte == '"') {
            const qsizetype end = endOfString(json, at);
            lastString = QByteArrayView(json).sliced(at + 1, std::max<qsizetype>(0, end - at - 1));
            at = end;
        } else if (byte == '{' || byte == '[') {
            ++depth;
            if (depth == 2 && byte == '[' && lastString == key)
                inside = itemExpected = true;
        } else if (byte == '}' || byte == ']') {
            --depth;
            if (inside && depth == 1)
                return items;
        } else if (byte == ',' && inside && depth == 2) {
            itemExpected = true;
        }
    }
    return items;
}

} // namespace portlight
