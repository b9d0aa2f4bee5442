// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>

namespace portlight {

/// Reads typed fields from a recipe's JSON object and keeps the first thing that is wrong.
class RecipeReader
{
public:
    RecipeReader(QJsonObject object, QString fileName);

    /// Error "recipe.invalid" with file, line and column.
    [[nodiscard]] static Result<QJsonObject> parse(const QByteArray &json, const QString &fileName);

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    void text(const QString &key, QString &value);
    void texts(const QString &key, QStringList &values);
    /// Megabytes (10^6) into bytes.
    void megabytes(const QString &key, qint64 &value);
    [[nodiscard]] QList<QJsonObject> objects(const QString &key);

    void fail(const QString &problem);
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] Error error() const;

private:
    QJsonObject m_object;
    QString m_fileName;
    QString m_problem;
    bool m_failed = false;
};

} // namespace portlight
