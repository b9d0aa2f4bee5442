// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/Recipe.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portlight::ErrorKind;
using portlight::Recipe;

namespace {

const QByteArray smallest = "{'name':'small','suite':'bookworm','mirror':'http://deb.debian.org/debian',"
                            "    'host_name':'vm','disk_size_mb':100,'packages':['udev']MORE}";

/// Single quotes stand for double ones.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray with(const QByteArray &more)
{
    return json(QByteArray(smallest).replace("MORE", more.isEmpty() ? QByteArray() : "," + more));
}

} // namespace

class RecipeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInRecipesAreWhole_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : Recipe::builtIn())
            QTest::newRow(qPrintable(name)) << name;
    }
    void builtInRecipesAreWhole()
    {
        QFETCH(QString, name);
        const auto recipe = Recipe::load(name);
        QVERIFY2(recipe.has_value(), recipe ? "" : qPrintable(recipe.error().text()));
        QCOMPARE(recipe->name, name);
        for (const Recipe::File &file : recipe->files)
            QVERIFY2(QFile::exists(file.source), qPrintable(file.source));
        for (const QString &unit :
             {u"vncserver@1.service"_s, u"novnc.service"_s, u"desktop.service"_s, u"vm-health-report.service"_s})
            QVERIFY(recipe->enable.contains(unit));
        QVERIFY(recipe->bootArguments.contains(u"console=ttyS0"_s));
    }

    void browserExtendsDesktop()
    {
        const auto desktop = Recipe::load(u"desktop"_s);
        const auto browser = Recipe::load(u"browser"_s);
        QVERIFY(desktop && browser);
        QVERIFY(browser->packages.contains(u"chromium"_s));
        QVERIFY(!desktop->packages.contains(u"chromium"_s));
        for (const QString &package : desktop->packages)
            QVERIFY(browser->packages.contains(package));
        QVERIFY(browser->files.size() > desktop->files.size());
        QVERIFY(browser->expectedUsage > desktop->expectedUsage);
    }

    void smallestRecipe()
    {
        const auto recipe = Recipe::parse(with("'files':[{'source':'a/b','target':'/etc/b','mode':'0755'}]"),
                                          u"small.json"_s, u"/recipes"_s);
        QVERIFY2(recipe.has_value(), recipe ? "" : qPrintable(recipe.error().text()));
        QCOMPARE(recipe->files.first().source, u"/recipes/a/b"_s);
        QCOMPARE(recipe->files.first().mode, 0755);
        QCOMPARE(recipe->diskSize, 100'000'000);
    }

    void wrongOnes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        QTest::newRow("empty") << QByteArray() << u"small.json, line 1, column 1"_s;
        QTest::newRow("cut off") << QByteArray("{\"name\": \"x\",\n  \"suite\":") << u"line 2, column"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"small.json"_s;
        QTest::newRow("no packages") << json("{'name':'x'}") << u"small.json"_s;
        QTest::newRow("text for list") << with("'enable':'x.service'") << u"\"enable\""_s;
        QTest::newRow("number in list") << with("'mask':[1]") << u"\"mask\""_s;
        QTest::newRow("bad name") << with("'name':'../x'") << u"\"name\""_s;
        QTest::newRow("version as name") << with("'name':'desktop-v2'") << u"\"name\""_s;
        QTest::newRow("package is an option") << with("'packages':['--root']") << u"--root"_s;
        QTest::newRow("shell in unit") << with("'enable':['x.service; reboot']") << u"reboot"_s;
        QTest::newRow("mirror option") << with("'mirror':'[trusted=yes] http://x'") << u"\"mirror\""_s;
        QTest::newRow("source above") << with("'files':[{'source':'../x','target':'/x'}]") << u"../x"_s;
        QTest::newRow("target relative") << with("'files':[{'source':'x','target':'x'}]") << u"target"_s;
        QTest::newRow("target above") << with("'files':[{'source':'x','target':'/a/../x'}]") << u"target"_s;
        QTest::newRow("mode") << with("'files':[{'source':'x','target':'/x','mode':'999'}]") << u"mode"_s;
        QTest::newRow("size") << with("'disk_size_mb':-1") << u"\"disk_size_mb\""_s;
        QTest::newRow("base") << with("'extends':'/etc/x.json'") << u"\"extends\""_s;
    }
    void wrongOnes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        const auto recipe = Recipe::parse(json, u"small.json"_s, u"/recipes"_s);
        QVERIFY(!recipe);
        QCOMPARE(recipe.error().id, u"recipe.invalid"_s);
        QCOMPARE(recipe.error().kind, ErrorKind::Usage);
        QVERIFY2(recipe.error().summary.contains(u"small.json"_s), qPrintable(recipe.error().summary));
        QVERIFY2(recipe.error().summary.contains(names), qPrintable(recipe.error().summary));
    }

    void unknownAndUnreadable()
    {
        QCOMPARE(Recipe::load(u"nothing"_s).error().id, u"recipe.unknown"_s);
        QCOMPARE(Recipe::load(u"/nowhere/x.json"_s).error().id, u"recipe.unreadable"_s);
    }
};

QTEST_GUILESS_MAIN(RecipeTest)
#include "RecipeTest.moc"
