// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/RecipeReader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

Error invalid(const QString &summary)
{
    return {ErrorKind::Usage,
            u"recipe.invalid"_s,
            summary,
            QCoreApplication::translate("Recipe", "Correct the recipe and try again."),
            {}};
}

} // namespace

RecipeReader::RecipeReader(QJsonObject object, QString fileName)
    : m_object(std::move(object))
    , m_fileName(std::move(fileName))
{
}

Result<QJsonObject> RecipeReader::parse(const QByteArray &json, const QString &fileName)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const QByteArray before = json.left(problem.offset);
        const auto line = before.count('\n') + 1;
        const auto column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
        return failure(invalid(QCoreApplication::translate("Recipe", "%1, line %2, column %3: %4.")
                                   .arg(fileName)
                                   .arg(line)
                                   .arg(column)
                                   .arg(problem.errorString())));
    }
    if (!document.isObject())
        return failure(invalid(QCoreApplication::translate("Recipe", "%1 is not a JSON object.").arg(fileName)));
    return document.object();
}

void RecipeReader::text(const QString &key, QString &value)
{
    if (!has(key))
        return;
    if (m_object.value(key).isString())
        value = m_object.value(key).toString();
    else
        fail(QCoreApplication::translate("Recipe", "\"%1\" is not a text").arg(key));
}

void RecipeReader::texts(const QString &key, QStringList &values)
{
    if (!has(key))
        return;
    if (!m_object.value(key).isArray())
        return fail(QCoreApplication::translate("Recipe", "\"%1\" is not a list").arg(key));
    for (const QJsonValueConstRef value : m_object.value(key).toArray()) {
        if (!value.isString() || value.toString().isEmpty())
            return fail(QCoreApplication::translate("Recipe", "\"%1\" holds something that is not a text").arg(key));
        if (!values.contains(value.toString()))
            values.append(value.toString());
    }
}

void RecipeReader::megabytes(const QString &key, qint64 &value)
{
    if (!has(key))
        return;
    const double number = m_object.value(key).toDouble(-1);
    if (number < 1 || number > 1'000'000 || std::floor(number) != number)
        return fail(QCoreApplication::translate("Recipe", "\"%1\" is not a number of megabytes").arg(key));
    value = static_cast<qint64>(number) * 1'000'000;
}

QList<QJsonObject> RecipeReader::objects(const QString &key)
{
    QList<QJsonObject> result;
    if (!has(key))
        return result;
    if (!m_object.value(key).isArray())
        fail(QCoreApplication::translate("Recipe", "\"%1\" is not a list").arg(key));
    for (const QJsonValueConstRef value : m_object.value(key).toArray()) {
        if (value.isObject())
            result.append(value.toObject());
        else
            fail(QCoreApplication::translate("Recipe", "\"%1\" holds something that is not an object").arg(key));
    }
    return result;
}

void RecipeReader::fail(const QString &problem)
{
    if (!m_failed)
        m_problem = problem;
    m_failed = true;
}

Error RecipeReader::error() const
{
    return invalid(QCoreApplication::translate("Recipe", "The recipe %1 is not valid: %2.").arg(m_fileName, m_problem));
}

} // namespace portlight
