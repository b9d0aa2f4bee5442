// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/ConsoleColors.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

class ConsoleColorsTest : public QObject
{
    Q_OBJECT

private:
    static QList<QColor> grounds(const ThemeColors &theme)
    {
        return {ConsoleColors(theme).ground(), theme.failingTint, theme.warningTint};
    }

    static void check(const ThemeColors &theme, const TextStyle &style, const QString &what)
    {
        const ConsoleColors colors(theme);
        for (const QColor &ground : grounds(theme)) {
            const CellStyle painted = colors.style(style, ground);
            const QColor back = painted.back.isValid() ? painted.back : ground;
            const double contrast = ConsoleColors::contrast(painted.front, back);
            const QString message = u"%1 on %2: %3:1"_s.arg(what, back.name()).arg(contrast);
            // Grey grounds in the middle reach 4.5:1 at best with black or white; those are the guest's own choice.
            QVERIFY2(contrast >= (painted.back.isValid() ? 4.5 : ConsoleColors::LeastContrast), qPrintable(message));
        }
    }

private Q_SLOTS:
    void everyColourCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyColourCanBeRead()
    {
        QFETCH(bool, dark);
        const ThemeColors &theme = dark ? ThemeColors::darkColors() : ThemeColors::light();
        for (quint32 index = 0; index < 256; ++index) {
            TextStyle style;
            style.foreground = {TextColor::Kind::Palette, index};
            check(theme, style, u"colour %1"_s.arg(index));
            style.dim = true;
            check(theme, style, u"dim colour %1"_s.arg(index));
            style.dim = false;
            style.inverse = true;
            check(theme, style, u"inverse colour %1"_s.arg(index));
            for (const quint32 back : {0u, 7u, 8u, 15u}) {
                style.inverse = false;
                style.background = {TextColor::Kind::Palette, back};
                check(theme, style, u"colour %1 on %2"_s.arg(index).arg(back));
                style.inverse = true;
                check(theme, style, u"inverse colour %1 on %2"_s.arg(index).arg(back));
            }
        }
        for (const quint32 rgb : {0x000000u, 0xffffffu, 0x808080u, 0xffff00u, 0x0000ffu}) {
            TextStyle style;
            style.foreground = {TextColor::Kind::Rgb, rgb};
            check(theme, style, u"rgb %1"_s.arg(rgb, 6, 16));
            style.background = {TextColor::Kind::Rgb, rgb};
            check(theme, style, u"rgb %1 on itself"_s.arg(rgb, 6, 16));
        }
    }

    void namedColoursAreTheThemes()
    {
        const ConsoleColors colors(ThemeColors::light());
        const auto named = [&](quint32 index) {
            return colors.color({TextColor::Kind::Palette, index}, QColor());
        };
        QCOMPARE(named(1), ThemeColors::light().failing);
        QCOMPARE(named(2), ThemeColors::light().verified);
        QCOMPARE(named(11), ThemeColors::light().warning);
        QCOMPARE(named(196), QColor(255, 0, 0));
        QCOMPARE(named(232), QColor(8, 8, 8));
    }

    void aBlackGroundIsNoBrightBar_data() { everyColourCanBeRead_data(); }

    void aBlackGroundIsNoBrightBar()
    {
        QFETCH(bool, dark);
        const ThemeColors &theme = dark ? ThemeColors::darkColors() : ThemeColors::light();
        const ConsoleColors colors(theme);
        TextStyle style;
        style.background = {TextColor::Kind::Palette, 0};
        CellStyle painted = colors.style(style, colors.ground());
        QVERIFY(painted.back.isValid());
        QVERIFY(ConsoleColors::contrast(painted.back, colors.ground()) < 1.5);
        QCOMPARE(painted.front, theme.text);
        // A bar in white is a bar.
        style.foreground = {TextColor::Kind::Palette, 0};
        style.background = {TextColor::Kind::Palette, 7};
        painted = colors.style(style, colors.ground());
        QVERIFY(ConsoleColors::contrast(painted.back, colors.ground()) > 4);
    }

    void faintTextIsDimmer_data() { everyColourCanBeRead_data(); }

    void faintTextIsDimmer()
    {
        QFETCH(bool, dark);
        const ThemeColors &theme = dark ? ThemeColors::darkColors() : ThemeColors::light();
        const ConsoleColors colors(theme);
        TextStyle style;
        const QColor normal = colors.style(style, colors.ground()).front;
        style.dim = true;
        const QColor faint = colors.style(style, colors.ground()).front;
        const double share =
            ConsoleColors::contrast(faint, colors.ground()) / ConsoleColors::contrast(normal, colors.ground());
        QVERIFY2(share < 0.7, qPrintable(QString::number(share)));
    }

    void whatCanBeReadStaysAsItIs()
    {
        QCOMPARE(ConsoleColors::readable(QColor(Qt::black), QColor(Qt::white)), QColor(Qt::black));
        QVERIFY(ConsoleColors::readable(QColor(Qt::yellow), QColor(Qt::white)) != QColor(Qt::yellow));
    }

    void contrastIsMeasuredAsWcagDoes()
    {
        QCOMPARE(ConsoleColors::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(ConsoleColors::contrast(Qt::white, Qt::white), 1.0);
    }
};

QTEST_GUILESS_MAIN(ConsoleColorsTest)
#include "ConsoleColorsTest.moc"
