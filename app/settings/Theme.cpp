// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/Theme.h"

#include "settings/SystemColorScheme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QRegularExpression>
#include <QStyleFactory>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr double drawnTextPixels = 13;

/// Inter where it is installed, else the desktop's own font; always in the user's size.
QFont applicationFont(const QFont &desktopFont)
{
    QFont font = desktopFont;
    if (QFontDatabase::hasFamily(u"Inter"_s))
        font.setFamily(u"Inter"_s);
    // Without a desktop nobody has chosen a size, and Qt's own default (9 pt) is smaller than what was drawn.
    if (qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") && font.pointSizeF() > 0 && font.pointSizeF() <= 9.5)
        font.setPixelSize(static_cast<int>(drawnTextPixels));
    return font;
}

double pixelSize(const QFont &font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    const bool platformIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    m_system = new SystemColorScheme(platformIsDark, this);
    connect(m_system, &SystemColorScheme::changed, this, [this] {
        if (m_choice == ThemeChoice::System)
            apply();
    });
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(applicationFont(QApplication::font()));
    apply();
}

Theme::~Theme() = default;

void Theme::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

bool Theme::isDark() const
{
    return m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_system->isDark());
}

void Theme::apply()
{
    const ThemeColors &colors = isDark() ? ThemeColors::darkColors() : ThemeColors::light();
    // The style sheet last: it takes over the palette it finds.
    QApplication::setPalette(colors.palette());
    m_application.setStyleSheet(styleSheet(colors));
    Q_EMIT changed(colors.dark);
}

QString Theme::styleSheet(const ThemeColors &colors)
{
    QFile file(u":/themes/portlight.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1StringView, QColor> tokens[] = {
        {"@surface"_L1, colors.surface}, {"@window"_L1, colors.window},     {"@side"_L1, colors.side},
        {"@border"_L1, colors.border},   {"@text"_L1, colors.text},         {"@dim"_L1, colors.dim},
        {"@accent"_L1, colors.accent},   {"@onaccent"_L1, colors.onAccent}, {"@selection"_L1, colors.selection},
        {"@failing"_L1, colors.failing},
    };
    for (const auto &[token, color] : tokens)
        sheet.replace(token, color.name());
    sheet.replace("@theme"_L1, colors.dark ? "dark"_L1 : "light"_L1);
    // Lengths are written as <n>u, pixels of the drawings; they follow the user's font.
    static const QRegularExpression length(u"(\\d+)u\\b"_s);
    qsizetype from = 0;
    for (auto match = length.match(sheet, from); match.hasMatch(); match = length.match(sheet, from)) {
        const QString pixels =
            QString::number(ThemeMetrics::length(match.captured(1).toInt(), QApplication::font())) + u"px"_s;
        sheet.replace(match.capturedStart(), match.capturedLength(), pixels);
        from = match.capturedStart() + pixels.size();
    }
    return sheet;
}

int ThemeMetrics::length(int pixels, const QFont &base)
{
    const double scale = pixelSize(base) / drawnTextPixels;
    // A pixel more or less of text does not change the grid.
    if (std::abs(scale - 1) < 0.09)
        return pixels;
    return static_cast<int>(std::lround(pixels * scale));
}

QSize ThemeMetrics::buttonIcon(const QFont &base)
{
    return {length(22, base), length(16, base)};
}

QFont ThemeMetrics::font(const QFont &base, double pixels, QFont::Weight weight)
{
    QFont font = base;
    const double factor = pixels / drawnTextPixels;
    if (base.pixelSize() > 0)
        font.setPixelSize(static_cast<int>(std::lround(base.pixelSize() * factor)));
    else
        font.setPointSizeF(base.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

QFont ThemeMetrics::monospace(const QFont &base, double pixels)
{
    QFont family = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QFont sized = font(base, pixels);
    sized.setFamily(family.family());
    sized.setStyleHint(QFont::Monospace);
    sized.setFixedPitch(true);
    return sized;
}

} // namespace portlight
