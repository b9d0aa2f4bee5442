// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/Settings.h"
#include "settings/Icons.h"
#include "settings/SystemColorScheme.h"
#include "settings/Theme.h"
#include "settings/Translations.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1
double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembers();
    void remembersEachDesktop();
    void remembersTheConsole();
    void damagedValuesReadAsDefaults();
    void textIsReadable();
    void themeFollowsChoiceAndSystem();
    void everyIconHasADrawing();
    void iconsAreSharp();
    void sizesFollowTheFont();
    void speaksGerman();
};

void SettingsTest::remembers()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"portlight.ini"_s);
    {
        Settings settings(file);
        QCOMPARE(settings.theme(), ThemeChoice::System);
        QVERIFY(settings.figuresShown());
        settings.setTheme(ThemeChoice::Dark);
        settings.setFiguresShown(false);
        settings.setSidebarWidth(300);
        settings.setSelectedVm(u"3f9c0a1b77de"_s);
    }
    Settings settings(file);
    QCOMPARE(settings.theme(), ThemeChoice::Dark);
    QVERIFY(!settings.figuresShown());
    QCOMPARE(settings.sidebarWidth(), 300);
    QCOMPARE(settings.selectedVm(), u"3f9c0a1b77de"_s);
}

void SettingsTest::remembersEachDesktop()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"portlight.ini"_s);
    ViewerOptions options;
    options.scale = ScaleMode::Integer;
    options.viewOnly = true;
    options.quality = {PictureQuality::Mode::Fixed, 9, 0};
    options.clipboardFromGuest = false;
    options.clipboardToGuest = false;
    options.grabKeyboard = true;
    const QString ends[] = {u"3f9c0a1b77de"_s, u"[fe80::1%eth0]:6080"_s, u"host/with\\strokes:5901"_s};
    {
        Settings settings(file);
        for (const QString &end : ends)
            settings.setViewerOptions(end, options);
        settings.setViewerOptions(u"other"_s, options);
        settings.setViewerOptions(u"other"_s, {});
    }
    Settings settings(file);
    for (const QString &end : ends)
        QVERIFY2(settings.viewerOptions(end) == options, qPrintable(end));
    QVERIFY(settings.viewerOptions(u"other"_s) == ViewerOptions());
    // What is as usual takes no room.
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(!written.readAll().contains("other"));
}

void SettingsTest::remembersTheConsole()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"portlight.ini"_s);
    ConsoleOptions options{true, false, false, true, u"arrival"_s, true, 240, false, 30};
    {
        Settings settings(file);
        QVERIFY(settings.consoleOptions() == ConsoleOptions());
        settings.setConsoleOptions(options);
        for (int i = 0; i < 60; ++i)
            settings.addConsoleSearch(u"search %1, /a,b/ and \"c\""_s.arg(i));
        settings.addConsoleSearch(u"search 50, /a,b/ and \"c\""_s);
        for (int i = 0; i < 20; ++i)
            settings.addRecentLog(u"/logs/%1"_s.arg(i));
        settings.setLogFolder(folder.path());
        settings.setDisabledRules({u"kernel-panic"_s});
    }
    Settings settings(file);
    QVERIFY(settings.consoleOptions() == options);
    QCOMPARE(settings.consoleSearches().size(), 50);
    QCOMPARE(settings.consoleSearches().first(), u"search 50, /a,b/ and \"c\""_s);
    QCOMPARE(settings.consoleSearches()[1], u"search 59, /a,b/ and \"c\""_s);
    QCOMPARE(settings.recentLogs().size(), 8);
    QCOMPARE(settings.recentLogs().first(), u"/logs/19"_s);
    QCOMPARE(settings.logFolder(), folder.path());
    settings.setLogFolder(folder.filePath(u"gone"_s));
    QVERIFY(settings.logFolder().isEmpty());
    QCOMPARE(settings.disabledRules(), QStringList{u"kernel-panic"_s});
    settings.clearConsoleSearches();
    settings.clearRecentLogs();
    QVERIFY(settings.consoleSearches().isEmpty() && settings.recentLogs().isEmpty());
}

void SettingsTest::damagedValuesReadAsDefaults()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"portlight.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\ntheme=purple\nsidebar=-7\n[desktop]\nfigures=maybe\n"
               "[console]\nwrapping=perhaps\nfilter-height=-3\nvmm=7\nsilence=-1\nnumbers=2\n"
               "[viewer]\na\\scale=17\na\\quality=12\na\\compression=-1\na\\quality-mode=best\na\\view-only=perhaps\n");
    file.close();
    Settings settings(file.fileName());
    QCOMPARE(settings.theme(), ThemeChoice::System);
    QVERIFY(settings.viewerOptions(u"a"_s) == ViewerOptions());
    QVERIFY(settings.consoleOptions() == ConsoleOptions());
    QCOMPARE(settings.sidebarWidth(), 0);
    QVERIFY(settings.figuresShown());
}

void SettingsTest::textIsReadable()
{
    for (const ThemeColors *colors : {&ThemeColors::light(), &ThemeColors::darkColors()}) {
        const std::pair<QColor, QColor> pairs[] = {
            {colors->text, colors->window},
            {colors->text, colors->surface},
            {colors->text, colors->side},
            {colors->text, colors->selection},
            {colors->dim, colors->surface},
            {colors->dim, colors->window},
            {colors->dim, colors->side},
            {colors->onAccent, colors->accent},
            {colors->verified, colors->verifiedTint},
            {colors->warning, colors->warningTint},
            {colors->failing, colors->failingTint},
            {colors->starting, colors->startingTint},
            {colors->neutral, colors->neutralTint},
            {colors->failing, colors->surface},
        };
        for (const auto &[ink, ground] : pairs)
            QVERIFY2(contrast(ink, ground) >= 4.9, qPrintable(ink.name() + u" on "_s + ground.name()));
    }
}

void SettingsTest::themeFollowsChoiceAndSystem()
{
    Theme theme(*qApp);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(ThemeChoice::Dark);
    QVERIFY(theme.isDark());
    QVERIFY(ThemeColors::of(QApplication::palette()).dark);
    theme.setChoice(ThemeChoice::Light);
    QVERIFY(!ThemeColors::of(QApplication::palette()).dark);
    QCOMPARE(changed.size(), 2);
    QVERIFY(!qApp->styleSheet().contains(u'@'));

    SystemColorScheme system(false);
    QSignalSpy scheme(&system, &SystemColorScheme::changed);
    system.take(1);
    QVERIFY(system.isDark());
    system.take(2);
    QVERIFY(!system.isDark());
    system.take(0);
    QVERIFY(!system.isDark());
    QCOMPARE(scheme.size(), 2);
}

void SettingsTest::everyIconHasADrawing()
{
    for (int number = 0; number <= int(Icon::Logo); ++number) {
        const QImage image = Icons::pixmap(static_cast<Icon>(number), 32, Qt::black, 1).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x)
                drawn = image.pixelColor(x, y).alpha() > 200;
        }
        QVERIFY2(drawn, qPrintable(u"icon %1"_s.arg(number)));
    }
    QVERIFY(!Icons::application().isNull());
}

void SettingsTest::iconsAreSharp()
{
    const QPixmap pixmap = Icons::pixmap(Icon::Check, 16, Qt::red, 2);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void SettingsTest::sizesFollowTheFont()
{
    QFont usual;
    usual.setPixelSize(13);
    QCOMPARE(ThemeMetrics::length(16, usual), 16);
    QCOMPARE(ThemeMetrics::font(usual, 20).pixelSize(), 20);
    QFont large;
    large.setPixelSize(26);
    QCOMPARE(ThemeMetrics::length(16, large), 32);
    QCOMPARE(ThemeMetrics::font(large, 20).pixelSize(), 40);
}

/// Last, because translations stay installed.
void SettingsTest::speaksGerman()
{
    QVERIFY(!Translations::install(*qApp, QLocale(u"tlh"_s)));
    QCOMPARE(QCoreApplication::translate("portlight::StatusLine", "%n VM(s)", nullptr, 1), u"1 VM"_s);
    QVERIFY(Translations::install(*qApp, QLocale(u"de_DE"_s)));
    QCOMPARE(QCoreApplication::translate("VmBadge", "Verified"), u"Bestätigt"_s);
    QCOMPARE(QCoreApplication::translate("portlight::StatusLine", "%n VM(s)", nullptr, 2), u"2 VMs"_s);
    // Every sentence is translated: lrelease leaves out what is not.
    QFile file(QStringLiteral(PORTLIGHT_SOURCE_DIR "/translations/portlight_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("type=\"unfinished\""));
}

QTEST_MAIN(SettingsTest)
#include "SettingsTest.moc"
