// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/Recipe.h"

#include "images/ImageStore.h"
#include "images/RecipeReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

void initializeGuestResources()
{
    Q_INIT_RESOURCE(portlight_guest);
}

namespace portlight {

namespace {

constexpr qint64 largestRecipe = 1024 * 1024;
constexpr auto guestFolder = ":/guest";

Result<QByteArray> readLocalFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::Usage, u"recipe.unreadable"_s,
            QCoreApplication::translate("Recipe", "The recipe %1 cannot be read: %2.").arg(path, file.errorString()));
    return file.read(largestRecipe);
}

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

void checkAll(RecipeReader &reader, const QString &field, const QStringList &values, const QString &pattern)
{
    for (const QString &value : values) {
        if (!matches(value, pattern))
            reader.fail(QCoreApplication::translate("Recipe", "\"%1\" cannot hold \"%2\"").arg(field, value));
    }
}

/// What goes into shell lines and tool options must look like what it is.
void checkValues(RecipeReader &reader, const Recipe &recipe)
{
    const QString unit = u"[A-Za-z0-9][A-Za-z0-9:_.@\\\\-]*\\.[a-z]+"_s;
    if (!ImageStore::isName(recipe.name))
        reader.fail(QCoreApplication::translate("Recipe", "\"name\" may hold a-z, 0-9 and inner dashes only"));
    checkAll(reader, u"suite"_s, {recipe.suite}, u"[a-z][a-z0-9-]*"_s);
    checkAll(reader, u"mirror"_s, {recipe.mirror}, u"https?://[^\\s\\[\\]]+"_s);
    checkAll(reader, u"packages"_s, recipe.packages, u"[a-z0-9][a-z0-9+.-]+"_s);
    checkAll(reader, u"enable"_s, recipe.enable, unit);
    checkAll(reader, u"mask"_s, recipe.mask, unit);
    checkAll(reader, u"exclude"_s, recipe.exclude, u"/[^\\s\"']+"_s);
    checkAll(reader, u"host_name"_s, {recipe.hostName}, u"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"_s);
    if (!recipe.userName.isEmpty())
        checkAll(reader, u"user"_s, {recipe.userName}, u"[a-z_][a-z0-9_-]{0,30}"_s);
    if (recipe.packages.isEmpty())
        reader.fail(QCoreApplication::translate("Recipe", "\"packages\" is empty"));
    if (recipe.diskSize <= 0)
        reader.fail(QCoreApplication::translate("Recipe", "\"disk_size_mb\" is missing"));
}

void readFiles(RecipeReader &reader, Recipe &recipe)
{
    for (const QJsonObject &object : reader.objects(u"files"_s)) {
        Recipe::File file;
        const QString source = object.value("source"_L1).toString();
        file.target = object.value("target"_L1).toString();
        const bool inside = !source.isEmpty() && !source.startsWith(u'/') && !source.split(u'/').contains(u".."_s);
        if (!inside)
            reader.fail(
                QCoreApplication::translate("Recipe", "the source \"%1\" is not a path inside the recipe's folder")
                    .arg(source));
        if (!matches(file.target, u"(/[A-Za-z0-9@._+-]+)+"_s) || file.target.split(u'/').contains(u".."_s))
            reader.fail(
                QCoreApplication::translate("Recipe", "the target \"%1\" is not an absolute path").arg(file.target));
        bool isMode = true;
        if (object.contains("mode"_L1))
            file.mode = object.value("mode"_L1).toString().toInt(&isMode, 8);
        if (!isMode || file.mode <= 0 || file.mode > 07777)
            reader.fail(QCoreApplication::translate("Recipe", "the mode of \"%1\" is not an octal text like \"0755\"")
                            .arg(file.target));
        file.source = recipe.folder + u'/' + source;
        recipe.files.removeIf([&file](const Recipe::File &other) { return other.target == file.target; });
        recipe.files.append(file);
    }
}

} // namespace

QStringList Recipe::builtIn()
{
    return {u"desktop"_s, u"browser"_s};
}

Result<Recipe> Recipe::load(const QString &nameOrFile)
{
    initializeGuestResources();
    if (builtIn().contains(nameOrFile)) {
        const QString path = QLatin1StringView(guestFolder) + u'/' + nameOrFile + u".json"_s;
        const auto json = readLocalFile(path);
        if (!json)
            return failure(json.error());
        return parse(*json, nameOrFile + u".json"_s, QString(QLatin1StringView(guestFolder)));
    }
    if (!nameOrFile.contains(u'/') && !nameOrFile.endsWith(u".json"_s))
        return failure(ErrorKind::Usage, u"recipe.unknown"_s,
                       QCoreApplication::translate("Recipe", "There is no recipe %1.").arg(nameOrFile),
                       QCoreApplication::translate("Recipe", "Recipes there are: %1; or name a .json file.")
                           .arg(builtIn().join(u", "_s)));
    const auto json = readLocalFile(nameOrFile);
    if (!json)
        return failure(json.error());
    return parse(*json, nameOrFile, QFileInfo(nameOrFile).absolutePath());
}

Result<Recipe> Recipe::parse(const QByteArray &json, const QString &fileName, const QString &folder)
{
    const auto object = RecipeReader::parse(json, fileName);
    if (!object)
        return failure(object.error());
    RecipeReader reader(*object, fileName);
    Recipe recipe;
    QString base;
    reader.text(u"extends"_s, base);
    if (!base.isEmpty()) {
        // Built-in recipes only, and those do not extend in a circle.
        if (!builtIn().contains(base) || fileName == base + u".json"_s) {
            reader.fail(QCoreApplication::translate("Recipe", "\"extends\" names no built-in recipe"));
            return failure(reader.error());
        }
        auto extended = load(base);
        if (!extended)
            return extended;
        recipe = *extended;
    }
    recipe.folder = folder;
    reader.text(u"name"_s, recipe.name);
    reader.text(u"description"_s, recipe.description);
    reader.text(u"suite"_s, recipe.suite);
    reader.text(u"mirror"_s, recipe.mirror);
    reader.text(u"host_name"_s, recipe.hostName);
    reader.text(u"user"_s, recipe.userName);
    reader.text(u"boot_arguments"_s, recipe.bootArguments);
    reader.texts(u"packages"_s, recipe.packages);
    reader.texts(u"enable"_s, recipe.enable);
    reader.texts(u"mask"_s, recipe.mask);
    reader.texts(u"exclude"_s, recipe.exclude);
    reader.texts(u"commands"_s, recipe.commands);
    reader.megabytes(u"disk_size_mb"_s, recipe.diskSize);
    reader.megabytes(u"expected_usage_mb"_s, recipe.expectedUsage);
    reader.megabytes(u"expected_download_mb"_s, recipe.expectedDownload);
    readFiles(reader, recipe);
    checkValues(reader, recipe);
    if (reader.failed())
        return failure(reader.error());
    return recipe;
}

} // namespace portlight
